"""Letters are marked with what they are about; groups keep their rows while most of their letters stay together."""

from datetime import timedelta

import pytest

from liaison_stations.models import Letter, MailboxRule, MatterGroup, MatterMark
from liaison_stations.states import LetterState
from liaison_stations.transitions.group_matters import group_matters
from liaison_stations.transitions.receptions import record_reception
from tests.data.letters.labelled import letters as labelled
from tests.liaison_stations.mailbox import WHEN, placed

LATER = WHEN + timedelta(hours=1)


@pytest.fixture
def six(net):
    """Three about lamps, two about flooding, one about nothing else: as in the labelled set, all to one station."""
    texts = labelled("fit").texts
    chosen = [*texts[:2], texts[3], *texts[9:11], texts[74]]
    return [placed(LetterState.ACCEPTED, to_station=net.qingshi, title=one.title, text=one.body) for one in chosen]


def groups() -> dict[str, set[int]]:
    return {str(row): set(row.marks.values_list("letter", flat=True)) for row in MatterGroup.objects.all()}


def test_letters_of_one_matter_are_found_and_named(six, net):
    assert group_matters(at=LATER) == 2

    found = groups()
    assert found["柳河路路灯照明"] == {letter.pk for letter in six[:3]}
    assert {letter.pk for letter in six[3:5]} in found.values()
    alone = MatterMark.objects.get(letter=six[5])
    assert alone.group is None
    assert alone.area == net.qingshi.area


def test_a_group_keeps_its_row_and_goes_with_its_letters(six):
    group_matters(at=LATER)
    lamps = MatterGroup.objects.get(matter="路灯照明")

    placed(
        LetterState.ACCEPTED, to_station=six[0].to_station, title="柳河路路灯", text="柳河路路灯坏了很久，夜里很黑。"
    )
    group_matters(at=LATER)
    assert MatterGroup.objects.get(matter="路灯照明").pk == lamps.pk
    assert lamps.marks.count() == 4

    Letter.objects.filter(pk__in=[six[3].pk]).update(erased_at=WHEN)
    group_matters(at=LATER)
    assert list(MatterGroup.objects.values_list("matter", flat=True)) == ["路灯照明"]


def test_what_nobody_has_looked_at_and_what_is_long_past_is_left_out(six):
    Letter.objects.filter(pk=six[5].pk).update(posted_at=WHEN - timedelta(days=181))
    placed(LetterState.DECLINED, to_station=six[0].to_station, title=six[0].title, text=six[0].text)
    placed(LetterState.POSTED, to_station=six[0].to_station, title=six[0].title, text=six[0].text)

    group_matters(at=LATER)
    assert set(MatterMark.objects.values_list("letter", flat=True)) == {letter.pk for letter in six[:5]}

    MailboxRule.objects.filter(code="matter_days").update(amount=200)
    group_matters(at=LATER)
    assert MatterMark.objects.filter(letter=six[5]).exists()


def test_no_word_of_a_letter_and_no_number_lies_open(net):
    text = "柳河路路灯坏了，我叫秦晓月，电话13912345678。"
    for _ in range(2):
        placed(LetterState.ACCEPTED, to_station=net.qingshi, title="柳河路路灯", text=text)
    group_matters(at=LATER)

    stored = [*MatterGroup.objects.values_list("matter", "place"), *MatterMark.objects.values_list("matter", flat=True)]
    assert "139" not in str(stored)
    assert "秦晓月" not in str(stored)


def test_a_visit_settled_on_the_spot_counts_with_the_letters(six, cast, net, register, signed_in):
    said = {"title": "柳河路路灯", "text": "柳河路的路灯都不亮，夜里漆黑，请帮忙催一下。", "kind": "opinion"}
    facts = {"received_at": WHEN, "deputies": [register.lin.deputy], "by": cast.jiang, "at": WHEN}
    record_reception(net.qingshi, token="spot", path="spot", answer="已联系城管，本周内修复。", **said, **facts)
    record_reception(net.qingshi, token="road", path="street", proposal="转街道。", **said, **facts)
    group_matters(at=LATER)

    # The second went on as a letter that nobody has taken up yet.
    lamps = MatterGroup.objects.get(matter="路灯照明")
    assert lamps.marks.filter(letter=None).count() == 1
    assert lamps.marks.exclude(letter=None).count() >= 2
    assert "当场答复的来访" in signed_in(cast.jiang).get(lamps.get_absolute_url()).text
    before = MatterMark.objects.get(letter=None).group_id
    group_matters(at=LATER)
    assert MatterMark.objects.get(letter=None).group_id == before
