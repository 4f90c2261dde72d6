"""Letters become a deputy's suggestion, and their writers read what becomes of it to the end."""

from datetime import date, timedelta

import pytest

from foundation import deadlines
from foundation.notices.models import Notice
from foundation.workflow import Refused
from liaison_stations.models import Letter, LetterSuggestion
from liaison_stations.states import LetterState
from liaison_stations.transitions.letter_suggestions import make_suggestion
from suggestions.models import RefusalGround, Suggestion
from suggestions.transitions.confirm_fulfilment import confirm_fulfilment
from suggestions.transitions.fulfil import fulfil
from suggestions.transitions.rate import rate
from suggestions.transitions.rate_promise import rate_promise
from suggestions.transitions.refuse import refuse
from suggestions.transitions.withdraw import withdraw
from tests.liaison_stations.mailbox import WHEN, placed, post, put
from tests.suggestions.road import START, Road

WORDING = {
    "title": "关于修复桥头路灯的建议",
    "facts": "桥头村口路灯损坏，多位群众夜间出行不便。",
    "proposals": "尽快修复。",
}


@pytest.fixture
def letters(net, register):
    """Two to lin, accepted."""
    return [placed(LetterState.ACCEPTED, to_deputy=register.lin.deputy, title=f"路灯{place}") for place in "一二"]


@pytest.fixture
def road(cast, register):
    return Road(cast, register, day=START + timedelta(days=1))


def written(cast, letters, **changes):
    first, *others = letters
    facts = {"by": cast.lin, "at": WHEN, "letters": others, **WORDING, **changes}
    paper = make_suggestion(first, **facts)
    # The deputy says so in the draft; here it is enough that it is said.
    Suggestion.objects.filter(pk=paper.pk).update(agree_to_publish=True)
    return Suggestion.objects.get(pk=paper.pk)


def told(letter) -> list[str]:
    """What the writer reads, oldest first."""
    return [event.text for event in letter.events.filter(is_public=True).exclude(kind="posted")]


def state(letter) -> str:
    return Letter.objects.get(pk=letter.pk).state


def test_many_letters_become_one_draft_in_the_deputys_own_words(cast, letters):
    paper = written(cast, letters)

    assert (paper.title, paper.facts) == (WORDING["title"], WORDING["facts"])
    assert {link.letter for link in paper.letter_links.all()} == set(letters)
    for letter in letters:
        assert state(letter) == LetterState.IN_SUGGESTION
        assert "林晓梅代表决定把您反映的事情写成代表建议" in told(letter)[0]
        assert not [clock for clock in deadlines.clocks_of(letter) if clock.is_open]


def test_writers_read_every_step_to_the_end(cast, letters, road):
    paper = written(cast, letters)
    paper = road.replied(road.on(paper, "signed"))
    rate(paper, by=cast.lin, at=road.at(), attitude="satisfied", result="satisfied")

    for letter in letters:
        read = "\n".join(told(letter))
        for words in (
            "代表已把建议提交给人大",
            "建议已经立案，编号：",
            "建议已交示范区交通运输局办理，应在",
            "承办单位已经答复代表：示范区交通运输局——",
            "代表已作出评价：对办理态度满意，对办理结果满意",
            "已经办结：代表已评价",
        ):
            assert words in read
        assert state(letter) == LetterState.ANSWERED
    assert not LetterSuggestion.objects.standing().exists()


def test_a_promise_is_told_until_it_is_kept(cast, letters, road):
    paper = road.drafted(road.on(written(cast, letters), "contacted"), **road.promise())
    paper = road.replied(road.signed(paper))
    rate(paper, by=cast.lin, at=road.at(), attitude="satisfied", result="satisfied")
    assert f"承办单位承诺：{road.promise()['commitment_text'].rstrip('。')}（2026年12月31日前完成）" in "\n".join(
        told(letters[0])
    )
    assert "人大继续跟踪" in told(letters[0])[-1]
    assert state(letters[0]) == LetterState.IN_SUGGESTION

    commitment = paper.commitments.get()
    fulfil(commitment, by=cast.feng, at=road.at(), evidence="已安装。")
    confirm_fulfilment(commitment, by=cast.he, at=road.at(), fulfilled=True)
    assert "经核实，承诺的事情已经办好" in told(letters[0])[-1]
    rate_promise(commitment, by=cast.lin, at=road.at(), attitude="satisfied", result="satisfied")
    assert "已经办结：承诺已兑现" in told(letters[0])[-1]
    assert state(letters[0]) == LetterState.ANSWERED


def test_dissatisfied_means_again(cast, letters, road):
    paper = road.replied(road.on(written(cast, letters), "signed"))
    rate(paper, by=cast.lin, at=road.at(), attitude="satisfied", result="dissatisfied", reason="内部原因不外传")

    read = told(letters[0])
    assert "对办理结果不满意" in read[-2]
    assert "重新办理" in read[-1]
    assert "内部原因" not in "\n".join(read)


def test_what_is_not_filed_gives_its_letters_back_under_a_clock(cast, letters, road):
    paper = road.submitted(written(cast, letters))
    ground = RefusalGround.objects.exclude(consequence="return").first()
    refuse(paper, by=cast.he, at=road.at(), ground=ground)

    for letter in letters:
        assert state(letter) == LetterState.ACCEPTED
        assert "没有作为代表建议立案" in told(letter)[-1]
        assert [clock.kind for clock in deadlines.clocks_of(letter) if clock.is_open] == ["letter_routing"]
    assert (
        Notice.objects.filter(kind="liaison_stations.letter_back", recipient=cast.he).count() == 0
    )  # she did it herself
    assert Notice.objects.filter(kind="liaison_stations.letter_back", recipient=cast.xu).count() == len(letters)
    # They may go into another suggestion.
    again = written(cast, letters, at=road.at())
    assert again.letter_links.standing().count() == len(letters)


def test_a_withdrawn_draft_gives_them_back_too(cast, letters, road):
    withdraw(written(cast, letters), by=cast.lin, at=road.at())

    assert state(letters[1]) == LetterState.ACCEPTED
    assert "由代表撤回" in told(letters[1])[-1]


def test_a_later_letter_joins_and_hears_where_it_stands(cast, letters, road):
    first, later = letters
    paper = road.assigned(road.on(written(cast, [first]), "registered"))

    make_suggestion(later, by=cast.lin, at=road.at(), into=paper)

    assert "目前进展：已交办待签收" in told(later)[-1]
    road.handling(paper)
    assert state(later) == LetterState.IN_SUGGESTION


def test_who_may_not(cast, letters, register, road):
    for person, why in ((cast.he, "由在任代表"), (cast.zhou, "不由您办理"), (cast.stranger, "不由您办理")):
        with pytest.raises(Refused, match=why):
            written(cast, letters, by=person)
    paper = written(cast, letters)
    with pytest.raises(Refused, match="转为代表建议"):
        written(cast, letters)
    other = placed(LetterState.ACCEPTED, to_deputy=register.zhou.deputy)
    with pytest.raises(Refused, match="自己领衔"):
        make_suggestion(other, by=cast.zhou, at=WHEN, into=paper)
    Letter.objects.filter(pk=other.pk).update(deputy=register.lin.deputy)
    with pytest.raises(Refused, match="另一位代表"):
        written(cast, [other], by=cast.zhou)


@pytest.mark.parametrize(
    ("changes", "field"),
    [({"title": " "}, "title"), ({"facts": ""}, "facts"), ({"facts": "请找秦晓月，电话13912345678。"}, "facts")],
)
def test_without_words_or_with_a_telephone_nothing_is_written(cast, letters, changes, field):
    with pytest.raises(Refused) as refused:
        written(cast, letters, **changes)

    assert refused.value.field == field
    assert not LetterSuggestion.objects.exists()
    assert state(letters[0]) == LetterState.ACCEPTED


def test_a_letter_stands_in_one_suggestion_only(cast, letters):
    paper = written(cast, letters)
    again = LetterSuggestion(letter=letters[0], suggestion=paper, linked_at=WHEN, linked_by=cast.lin)

    with pytest.raises(Exception, match="已写入一件代表建议"):
        again.validate_constraints()


def test_the_day_in_the_sentence_is_the_reply_day(cast, letters, road):
    paper = road.assigned(road.on(written(cast, letters), "registered"))

    due = paper.assignments.get().reply_due_on()
    assert isinstance(due, date)
    assert f"{due.year}年{due.month}月{due.day}日前答复代表" in told(letters[0])[-1]


def test_the_writer_sees_the_road_on_his_page(cast, net, register, client, road):
    letter, code = post(to_deputy=register.lin.deputy)
    put(letter, LetterState.ACCEPTED)
    road.assigned(road.on(written(cast, [letter]), "registered"))

    ticket = client.get("/letters/look-up/").context["ticket"]
    typed = {"number": str(letter), "code": code, "ticket": ticket.text}
    page = client.post("/letters/look-up/", typed, follow=True).text
    for words in ("转为代表建议后的进展", "提交人大", "示范区交通运输局", "代表已把建议提交给人大"):
        assert words in page
