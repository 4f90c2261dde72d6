"""Before the lead of a joint paper rates, those who signed along are asked (SD17 23, CQ17 26)."""

import pytest
from django.db import DatabaseError, transaction

from foundation.accounts.models import Membership
from foundation.accounts.roles import Role
from foundation.audit import timeline
from foundation.deadlines.models import Deadline, TimeLimit
from foundation.deadlines.reminding import remind_due
from foundation.notices.models import Notice
from suggestions.models import CosignerWord, Rating, Switch
from suggestions.states import SuggestionState
from suggestions.statistics import rates
from suggestions.transitions.ask_cosigners import ask_cosigners
from suggestions.transitions.close import close_unstated
from suggestions.transitions.confirm_paper_rating import confirm_paper_rating
from suggestions.transitions.enter_paper_rating import enter_paper_rating
from suggestions.transitions.give_word import give_word
from suggestions.transitions.rate import rate
from tests.suggestions.views.scans import scan

pytestmark = pytest.mark.django_db

GOOD = {"attitude": "satisfied", "result": "satisfied"}
BAD = {"attitude": "satisfied", "result": "dissatisfied"}


@pytest.fixture
def joint(road):
    """Zhou and Deng signed along, and all units have replied."""

    def make():
        return road.on(road.cosigned_by(road.draft(), 2), "replied")

    return make


@pytest.fixture
def asked(road, cast, joint):
    """The paper, and the words of Zhou and Deng."""

    def make():
        paper = joint()
        words = {word.cosigner.mandate: word for word in ask_cosigners(paper, by=cast.lin, at=road.at())}
        return paper, [words[road.seats.zhou], words[road.seats.deng]]

    return make


def test_each_co_signer_is_asked_and_nobody_else(road, cast, asked, heard, clocks):
    paper, words = asked()

    assert heard("word_asked") == {"zhou", "deng"}
    assert [clocks(word) for word in words] == [{"cosigner_word": "2026-03-09"}] * 2
    assert {word.due_on.isoformat() for word in words} == {"2026-03-09"}
    assert clocks(paper) == {"rating": "2026-03-23"}
    assert all((word.attitude, word.result, word.answered_at) == ("", "", None) for word in words)


def test_the_lead_rates_when_all_have_answered(road, cast, asked, refused, heard):
    paper, (of_zhou, of_deng) = asked()
    give_word(of_zhou, by=cast.zhou, at=road.at(), **GOOD)
    assert "还有1名联名代表没有答复，答复期限为3月9日" in refused(
        rate, paper, by=cast.lin, at=road.at(), code="date", **GOOD
    )
    give_word(of_deng, by=cast.deng, at=road.at(), **BAD, words="站点还没有建。")

    rating = rate(paper, by=cast.lin, at=road.at(), **GOOD)

    assert rating.consulted == "已征求联名代表意见：1人意见相同，1人意见不同。"
    assert heard("word_given") == {"lin"}
    assert "联名代表均已答复" in Notice.objects.filter(kind="suggestions.word_given").latest("pk").body
    assert road.fresh(paper).state == SuggestionState.CLOSED


def test_first_he_asks(road, cast, joint, refused):
    reason = refused(rate, joint(), by=cast.lin, at=road.at(), code="state", **GOOD)

    assert "请先征求意见" in reason


def test_after_their_days_he_goes_on_without_them_and_the_rating_says_so(road, cast, asked, refused):
    paper, (of_zhou, _) = asked()
    give_word(of_zhou, by=cast.zhou, at=road.at(), **GOOD)
    refused(rate, paper, by=cast.lin, at=road.at(7), code="date", **GOOD)

    rating = rate(paper, by=cast.lin, at=road.at(8), **GOOD)

    assert rating.consulted == "已征求联名代表意见：1人意见相同，1人未答复。"
    assert not Deadline.objects.open().filter(kind="cosigner_word").exists()


def test_the_clock_of_the_rating_is_not_lengthened(road, cast, joint, clocks):
    paper = joint()

    words = ask_cosigners(paper, by=cast.lin, at=road.at(17))

    assert clocks(paper) == {"rating": "2026-03-23"}
    assert [clocks(word) for word in words] == [{"cosigner_word": "2026-03-20"}] * 2
    assert rate(paper, by=cast.lin, at=road.at(21), **GOOD).cosigners_silent == 2


def test_asked_on_his_last_day_he_need_not_wait(road, cast, joint):
    paper = joint()
    ask_cosigners(paper, by=cast.lin, at=road.at(21))

    assert rate(paper, by=cast.lin, at=road.at(21), **GOOD).cosigners_silent == 2


def test_a_rating_on_paper_needs_no_asking(road, cast, joint):
    paper = joint()
    entered = enter_paper_rating(paper, by=cast.he, at=road.at(), **GOOD, scan=scan())

    confirm_paper_rating(entered, by=cast.xu, at=road.at(), agrees=True)

    assert Rating.objects.get().consulted == ""


def test_how_long_is_a_row_and_whether_at_all_a_switch(road, cast, asked, joint):
    TimeLimit.objects.filter(key="cosigner_word").update(amount=2)
    _, words = asked()
    assert words[0].due_on.isoformat() == "2026-03-04"
    Switch.objects.filter(key="ask_cosigners").update(enabled=False)

    assert rate(joint(), by=cast.lin, at=road.at(), **GOOD).consulted == ""


def test_words_are_no_ratings(road, cast, asked):
    paper, words = asked()
    for word, who in zip(words, (cast.zhou, cast.deng), strict=True):
        give_word(word, by=who, at=road.at(), **BAD, words="没有解决。")

    rate(paper, by=cast.lin, at=road.at(), **GOOD)

    assert list(Rating.objects.values_list("attitude", "result")) == [("satisfied", "satisfied")]
    assert rates([row.result for row in Rating.objects.all()]).satisfied_rate == 100
    assert road.fresh(paper).rounds.count() == 1


def test_only_the_lead_asks_once_and_after_the_reply(road, cast, joint, refused):
    paper = joint()
    for who in ("zhou", "he", "gao", "feng", "chen", "sun", "stranger"):
        refused(ask_cosigners, paper, by=getattr(cast, who), at=road.at(), code="role")
    refused(ask_cosigners, road.replied(), by=cast.lin, at=road.at(), code="state")
    refused(ask_cosigners, road.signed(), by=cast.lin, at=road.at(), code="state")
    ask_cosigners(paper, by=cast.lin, at=road.at())
    refused(ask_cosigners, paper, by=cast.lin, at=road.at(), code="state")
    cast.lin.acted_by = cast.zhou
    refused(ask_cosigners, joint(), by=cast.lin, at=road.at(), code="role")


def test_only_the_co_signer_answers_once_and_before_the_rating(road, cast, asked, refused):
    paper, (of_zhou, of_deng) = asked()
    for who in ("lin", "deng", "he", "gao", "feng", "chen", "sun", "stranger"):
        refused(give_word, of_zhou, by=getattr(cast, who), at=road.at(), code="role", **GOOD)
    give_word(of_zhou, by=cast.zhou, at=road.at(), **GOOD)
    refused(give_word, of_zhou, by=cast.zhou, at=road.at(), code="state", **GOOD)
    rate(paper, by=cast.lin, at=road.at(10), **GOOD)
    refused(give_word, of_deng, by=cast.deng, at=road.at(10), code="state", **GOOD)


def test_late_is_heard_while_the_lead_has_not_rated(road, cast, asked):
    _, (of_zhou, _) = asked()

    assert give_word(of_zhou, by=cast.zhou, at=road.at(12), **GOOD).answered_at is not None


@pytest.mark.parametrize("grades", [{"attitude": "", "result": "satisfied"}, BAD, {**BAD, "words": "  "}])
def test_both_grades_and_a_reason_where_dissatisfied(road, cast, asked, refused, grades):
    refused(give_word, asked()[1][0], by=cast.zhou, at=road.at(), code="input", **grades)


def test_who_cannot_answer_here_is_not_waited_for(road, cast, joint, register, heard):
    paper = joint()
    Membership.objects.create(user=cast.deng, organisation=cast.transport, role=Role.UNIT_OFFICER, from_date=road.day)
    words = ask_cosigners(paper, by=cast.lin, at=road.at())
    assert heard("word_asked") == {"zhou"}
    give_word(words[0], by=cast.zhou, at=road.at(), **GOOD)

    assert rate(paper, by=cast.lin, at=road.at(), **GOOD).consulted == "已征求联名代表意见：1人意见相同，1人未答复。"


def test_without_anybody_to_ask_he_rates_at_once(road, cast, joint, register, refused):
    paper = joint()
    for seat in (register.zhou, register.deng):
        seat.deputy.user = None
        seat.deputy.save()
    refused(ask_cosigners, paper, by=cast.lin, at=road.at(), code="state")

    assert rate(paper, by=cast.lin, at=road.at(), **GOOD).consulted == ""


def test_each_round_is_asked_about_anew(road, cast, asked):
    paper, words = asked()
    for word, who in zip(words, (cast.zhou, cast.deng), strict=True):
        give_word(word, by=who, at=road.at(), **GOOD)
    paper = road.replied_again(road.dissatisfied(paper))

    assert len(ask_cosigners(paper, by=cast.lin, at=road.at())) == 2
    assert CosignerWord.objects.waiting_for(cast.zhou).count() == 1


def test_reminders_go_to_the_silent_alone_and_end_with_the_rating(road, cast, asked, heard):
    paper, (of_zhou, _) = asked()
    give_word(of_zhou, by=cast.zhou, at=road.at(), **GOOD)
    Notice.objects.all().delete()

    remind_due(road.at(7).date())

    reminded = Notice.objects.filter(title__startswith="联名代表意见").values_list("recipient__username", flat=True)
    assert set(reminded) == {"deng"}
    rate(paper, by=cast.lin, at=road.at(8), **GOOD)
    assert not Deadline.objects.open().filter(kind="cosigner_word").exists()


def test_silence_of_the_lead_ends_the_asking(road, cast, asked):
    paper, _ = asked()
    paper.current_round().__class__.objects.filter(suggestion=paper).update(times_urged=3)

    close_unstated(paper, by=cast.he, at=road.at(40))

    assert not Deadline.objects.open().filter(kind="cosigner_word").exists()


def test_words_are_between_the_two_of_them(road, cast, asked):
    paper, words = asked()
    give_word(words[0], by=cast.zhou, at=road.at(), **BAD, words="密意见。")

    seen = {key: CosignerWord.objects.visible_to(user).count() for key, user in cast.people().items()}
    assert {key: count for key, count in seen.items() if count} == {"lin": 2, "zhou": 1, "deng": 1}
    told = timeline(paper, visibility={"public", "parties"})
    assert not told.filter(verb__in=("suggestions.ask_cosigners", "suggestions.give_word")).exists()
    assert "密意见" not in "".join(f"{row.title}{row.body}" for row in Notice.objects.all())


def test_a_word_is_never_changed(road, cast, asked):
    _, (of_zhou, _) = asked()
    give_word(of_zhou, by=cast.zhou, at=road.at(), **GOOD)

    for act in (lambda: CosignerWord.objects.filter(pk=of_zhou.pk).update(result="basically"), of_zhou.delete):
        with pytest.raises(DatabaseError), transaction.atomic():
            act()
