"""What the office corrected stays corrected, whatever the next grouping finds; a matter rises once."""

from datetime import timedelta

import pytest
from django.core.exceptions import ValidationError

from foundation.workflow import Refused
from liaison_stations.models import MailboxRule, MatterCorrection, MatterGroup, MatterMark, MatterWord
from liaison_stations.states import LetterState
from liaison_stations.transitions.correct_matters import acts_about, join_matters, move_papers, undo_correction
from liaison_stations.transitions.group_matters import group_matters
from liaison_stations.transitions.raise_matters import note_matter
from tests.liaison_stations.mailbox import WHEN, placed

LATER = WHEN + timedelta(hours=1)
WHY = "说的不是同一件事。"
CORRECTIONS = "/stations/matters/corrections/"
LAMP, FLOOD = "柳河路路灯照明", "青枫路道路积水"


def about(net, text, title="情况反映"):
    return placed(LetterState.ACCEPTED, to_station=net.qingshi, title=title, text=text)


def lamp(net, number):
    return about(net, f"柳河路的路灯坏了{number}个月，晚上漆黑一片，请修复。")


def flood(net, number):
    return about(net, f"青枫路下雨就积水{number}天，排水不通，请疏通。")


@pytest.fixture
def letters(net):
    """Three about lamps, two about a flooded road; grouped."""
    found = [lamp(net, n) for n in (2, 3, 4)], [flood(net, n) for n in (2, 3)]
    group_matters(at=LATER)
    return found


def groups() -> dict[str, set[int]]:
    return {str(row): set(row.marks.values_list("letter", flat=True)) for row in MatterGroup.objects.all()}


def named(name):
    return next(row for row in MatterGroup.objects.all() if str(row) == name)


def marks(*letters):
    return [MatterMark.objects.get(letter=letter).pk for letter in letters]


def test_a_letter_taken_out_stays_out_until_that_is_undone(letters, cast):
    lamps, _ = letters
    row = named(LAMP)
    move_papers(row.pk, marks=marks(lamps[0]), reason=WHY, by=cast.he, at=LATER)
    assert groups()[LAMP] == {lamps[1].pk, lamps[2].pk}
    group_matters(at=LATER)
    assert groups()[LAMP] == {lamps[1].pk, lamps[2].pk}
    assert named(LAMP).pk == row.pk

    (act,) = acts_about(row)
    undo_correction(row.pk, act=act, reason="看错了。", by=cast.he, at=LATER + timedelta(minutes=5))
    group_matters(at=LATER)
    assert len(groups()[LAMP]) == 3
    assert acts_about(row) == []


def test_a_letter_put_elsewhere_stays_there_and_draws_nobody_after_it(letters, cast, net):
    lamps, floods = letters
    moved = {"marks": marks(lamps[0]), "target": named(FLOOD), "reason": WHY}
    move_papers(named(LAMP).pk, **moved, by=cast.he, at=LATER)
    lamp(net, 5)
    group_matters(at=LATER)

    assert groups()[FLOOD] == {lamps[0].pk, *(letter.pk for letter in floods)}
    assert len(groups()[LAMP]) == 3
    assert MatterMark.objects.get(letter=lamps[0]).matter == "道路积水"


def test_joined_groups_stay_one_and_take_in_what_resembles_either(letters, cast, net):
    lamps, floods = letters
    join_matters(named(LAMP).pk, other=named(FLOOD), reason="同一路段一并整治。", by=cast.he, at=LATER)
    assert len(groups()[LAMP]) == 5
    late = flood(net, 4)
    group_matters(at=LATER)

    assert {late.pk, *(letter.pk for letter in (*lamps, *floods))} == groups()[LAMP]
    (act,) = acts_about(named(LAMP))
    undo_correction(named(LAMP).pk, act=act, reason="还是分开办理。", by=cast.he, at=LATER + timedelta(minutes=5))
    group_matters(at=LATER)
    assert groups() == {LAMP: {letter.pk for letter in lamps}, FLOOD: {late.pk, *(letter.pk for letter in floods)}}


def test_only_the_office_corrects_with_a_reason_and_what_is_there(letters, cast):
    lamps, floods = letters
    row, good = named(LAMP), {"marks": marks(lamps[0]), "reason": WHY, "at": LATER}
    for who in (cast.jiang, cast.lin, cast.zhao):
        with pytest.raises(Refused):
            move_papers(row.pk, **good, by=who)
    for changes in ({"reason": " "}, {"marks": marks(*floods)}, {"marks": []}, {"target": row}):
        with pytest.raises(Refused):
            move_papers(row.pk, **{**good, **changes}, by=cast.he)
    with pytest.raises(Refused):
        join_matters(row.pk, other=row, reason=WHY, by=cast.he, at=LATER)
    assert not MatterCorrection.objects.exists()


def test_a_matter_rises_once_and_is_noted(letters, cast, signed_in):
    assert [str(row) for row in MatterGroup.objects.to_note(cast.he)] == [LAMP]
    client = signed_in(cast.he)
    assert "待研判的热点事项" in client.get("/desk/").text
    assert LAMP in client.get("/stations/matters/risen/").text
    address = f"{named(LAMP).get_absolute_url()}note/"
    assert client.post(address, {"finding": " "}).status_code == 422
    assert "列入本月集中研判" in client.post(address, {"finding": "列入本月集中研判。"}, follow=True).text

    group_matters(at=LATER)
    assert not MatterGroup.objects.to_note(cast.he).exists()
    with pytest.raises(Refused):
        note_matter(named(LAMP).pk, finding="继续观察。", by=cast.wei, at=LATER)


def test_nothing_rises_while_the_office_has_ended_the_rule(net):
    MailboxRule.objects.filter(code="matter_rises").update(valid_until=WHEN.date() - timedelta(days=9))
    for number in (2, 3, 4):
        lamp(net, number)
    group_matters(at=LATER)
    assert MatterGroup.objects.get().risen_at is None


def test_the_words_of_matters_are_rows_of_the_office(net):
    for number in (2, 3):
        lamp(net, number)
    MatterWord.objects.filter(name="路灯照明").update(name="城市亮化")
    group_matters(at=LATER)
    assert "柳河路城市亮化" in groups()


def test_a_word_belongs_to_one_matter(net):
    with pytest.raises(ValidationError, match="已经属于“路灯照明”"):
        MatterWord(name="城市亮化", words="霓虹灯 路灯").full_clean()
    MatterWord(name="城市亮化", words="霓虹灯").full_clean()


def test_the_pages_correct(letters, cast, signed_in):
    lamps, _ = letters
    client, address = signed_in(cast.he), named(LAMP).get_absolute_url()
    assert "情况反映" in client.get(f"{address}move/").text
    bad = client.post(f"{address}move/", {"marks": [], "reason": ""})
    assert (bad.status_code, "请至少选择一件" in bad.text) == (422, True)
    moved = {"marks": marks(lamps[0]), "target": named(FLOOD).pk, "reason": WHY}
    assert "归并更正" in client.post(f"{address}move/", moved, follow=True).text
    joined = {"other": named(FLOOD).pk, "reason": "同一路段。"}
    assert "共5件" in client.post(f"{address}join/", joined, follow=True).text
    act = acts_about(named(LAMP))[0]
    undone = client.post(f"{address}undo/", {"act": act.pk, "reason": "分开。"}, follow=True)
    assert "已撤销" in undone.text


def test_undoing_the_latest_brings_back_what_was_said_before_it(letters, cast, net):
    lamps, floods = letters
    at = [LATER + timedelta(minutes=n) for n in range(4)]
    move_papers(named(LAMP).pk, marks=marks(lamps[0]), target=named(FLOOD), reason=WHY, by=cast.he, at=at[0])
    move_papers(named(FLOOD).pk, marks=marks(lamps[0]), reason=WHY, by=cast.he, at=at[1])
    (latest, *_) = acts_about(named(FLOOD))
    undo_correction(named(FLOOD).pk, act=latest, reason="点错了。", by=cast.he, at=at[2])
    for _ in range(2):
        assert groups()[FLOOD] == {lamps[0].pk, *(letter.pk for letter in floods)}
        group_matters(at=LATER)

    (first,) = acts_about(named(FLOOD))
    undo_correction(named(LAMP).pk, act=first, reason="也恢复。", by=cast.he, at=at[3])
    group_matters(at=LATER)
    assert lamps[0].pk in groups()[LAMP]
    with pytest.raises(Refused, match="不再有效"):
        undo_correction(named(LAMP).pk, act=first, reason="再来一次。", by=cast.he, at=at[3])
    assert MatterCorrection.objects.count() == 4


def test_a_matter_left_with_one_letter_is_none_and_the_same_once_there_are_two(letters, cast, net):
    _, floods = letters
    row = named(FLOOD)
    note_matter(row.pk, finding="列入本月集中研判。", by=cast.he, at=LATER)
    move_papers(row.pk, marks=marks(floods[0]), reason=WHY, by=cast.he, at=LATER)
    group_matters(at=LATER)
    assert MatterMark.objects.get(letter=floods[1]).group is None
    assert not MatterGroup.objects.visible_to(cast.he).filter(pk=row.pk).exists()

    late = flood(net, 7)
    group_matters(at=LATER)
    assert named(FLOOD).pk == row.pk
    assert named(FLOOD).finding
    assert groups()[FLOOD] == {floods[1].pk, late.pk}


def test_a_letter_put_into_a_matter_that_empties_belongs_to_none_and_is_not_lost(letters, cast):
    lamps, floods = letters
    move_papers(named(LAMP).pk, marks=marks(lamps[0]), target=named(FLOOD), reason=WHY, by=cast.he, at=LATER)
    later = LATER + timedelta(minutes=1)
    move_papers(named(FLOOD).pk, marks=marks(*floods), reason=WHY, by=cast.he, at=later)
    group_matters(at=LATER)
    assert MatterMark.objects.get(letter=lamps[0]).group is None
    (act,) = (act for act in acts_about(named(FLOOD)) if act.target is None)
    undo_correction(named(FLOOD).pk, act=act, reason="看错了。", by=cast.he, at=later + timedelta(minutes=1))
    group_matters(at=LATER)
    assert groups()[FLOOD] == {lamps[0].pk, *(letter.pk for letter in floods)}


def test_the_office_undoes_what_left_nothing_to_be_seen_from_the_list(letters, cast, signed_in):
    _, floods = letters
    row, client = named(FLOOD), signed_in(cast.he)
    gone = {"marks": marks(floods[0]), "reason": WHY}
    left = client.post(f"{row.get_absolute_url()}move/", gone, follow=True)
    assert left.redirect_chain[-1][0] == CORRECTIONS
    assert "剩下不足两件" in left.text
    assert client.get(row.get_absolute_url()).status_code == 404
    undo = f"{row.get_absolute_url()}undo/?act={MatterCorrection.objects.get().pk}"
    assert undo in left.text.replace("&amp;", "&")
    form = client.get(undo).text
    assert f"从{FLOOD}移出" in form
    assert "checked" in form
    assert client.get(f"{row.get_absolute_url()}undo/?act=x").status_code == 200
    back = client.post(undo, {"act": MatterCorrection.objects.get().pk, "reason": "看错了。"}, follow=True)
    assert back.redirect_chain[-1][0] == row.get_absolute_url()
    listed = client.get(CORRECTIONS).text
    for words in (f"撤销{FLOOD}的更正", "已撤销", WHY):
        assert words in listed
    assert undo not in listed
    assert CORRECTIONS in client.get("/stations/matters/").text
    for who in (cast.jiang, cast.zhao, cast.lin):
        assert signed_in(who).get(CORRECTIONS).status_code == 403
        assert CORRECTIONS not in signed_in(who).get("/stations/matters/").text
        assert signed_in(who).get(f"{row.get_absolute_url()}undo/").status_code == 403


@pytest.mark.parametrize("many", [1, 3])
def test_the_list_of_corrections_costs_the_same(letters, cast, signed_in, django_assert_max_num_queries, many):
    lamps, _ = letters
    for number, letter in enumerate(lamps[:many]):
        at = LATER + timedelta(minutes=number)
        move_papers(named(LAMP).pk, marks=marks(letter), reason=WHY, by=cast.he, at=at)
    client = signed_in(cast.he)
    client.get(CORRECTIONS)
    with django_assert_max_num_queries(12):
        page = client.get(CORRECTIONS).text
    assert page.count(f"从{LAMP}移出") == many
