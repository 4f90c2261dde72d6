"""The opinion box: opened by two, confirmed by the other, each slip a letter, the last one ends it."""

from datetime import timedelta

import pytest
from django.db import IntegrityError, transaction

from foundation.files.store import files_of
from foundation.workflow import Refused, StaleVersion
from liaison_stations.models import BoxOpening, Letter
from liaison_stations.transitions import box
from tests.foundation.files.samples import picture, upload
from tests.liaison_stations.letters_road import AT, running, told

SLIP = {"kind": "opinion", "title": "公交站台", "text": "桥头公交站没有雨棚，老人孩子等车不便。"}


@pytest.fixture
def opened(cast, net):
    facts = {"station": net.qingshi, "opened_at": AT - timedelta(hours=1), "opened_with": cast.wei, "slips": 2}
    return box.open_box(by=cast.jiang, at=AT, **facts)


def scan():
    return upload("来件.png", picture("PNG"))


def test_by_two_then_slip_by_slip(cast, opened):
    assert (told("box_opened"), running(opened)) == ({cast.wei.pk}, [])
    with pytest.raises(Refused, match="须在"):
        box.enter_slip(opened, scan=scan(), token="a", by=cast.jiang, at=AT, **SLIP)
    with pytest.raises(Refused, match="同开箱人本人"):
        box.confirm_opening(opened, by=cast.jiang, at=AT)
    confirmed = box.confirm_opening(opened, by=cast.wei, at=AT)
    assert (confirmed.state, running(confirmed), told("box_confirmed")) == ("confirmed", ["box_entry"], {cast.jiang.pk})
    slip, code = box.enter_slip(opened, scan=scan(), token="a", by=cast.jiang, at=AT, **SLIP)
    letter = slip.letter
    assert (letter.channel, letter.to_station, letter.state, len(code)) == ("box", opened.station, "posted", 8)
    assert [stored.kind for stored in files_of(letter)] == ["scan"]
    assert BoxOpening.objects.get().state == "confirmed"
    aside = box.set_slip_aside(opened, scan=scan(), reason="空白纸。", by=cast.wei, at=AT)
    assert (aside.number, aside.letter, files_of(aside).count()) == (2, None, 1)
    opened.refresh_from_db()
    assert (opened.state, running(opened), Letter.objects.count()) == ("entered", [], 1)
    with pytest.raises(Refused, match="须在"):
        box.set_slip_aside(opened, scan=scan(), reason="多出一张。", by=cast.jiang, at=AT)


def test_recounted_before_it_is_confirmed(cast, opened):
    assert box.recount_box(opened, slips=0, by=cast.jiang, at=AT).slips == 0
    with pytest.raises(Refused, match="录入开箱记录的人"):
        box.recount_box(opened, slips=5, by=cast.wei, at=AT)
    assert box.confirm_opening(opened, by=cast.wei, at=AT).state == "entered"
    with pytest.raises(Refused, match="须在"):
        box.recount_box(opened, slips=1, by=cast.jiang, at=AT)


@pytest.mark.parametrize(
    ("changes", "words"),
    [
        ({"opened_with": "jiang"}, "两人同时"),
        ({"opened_at": AT + timedelta(hours=1)}, "不能晚于现在"),
    ],
)
def test_a_wrong_opening_is_refused_at_its_field(cast, net, changes, words):
    facts = {"station": net.qingshi, "opened_at": AT - timedelta(hours=2), "opened_with": cast.wei, "slips": 1}
    changes = {name: getattr(cast, value) if name == "opened_with" else value for name, value in changes.items()}
    with pytest.raises(Refused, match=words) as refusal:
        box.open_box(by=cast.jiang, at=AT, **{**facts, **changes})
    assert refusal.value.field == next(iter(changes))
    assert not BoxOpening.objects.exists()


def test_only_who_keeps_the_station_and_once(cast, net, opened):
    facts = {"station": net.qingshi, "opened_at": opened.opened_at, "opened_with": cast.wei, "slips": 1}
    for person in (cast.lin, cast.feng, cast.zhao, cast.stranger):
        with pytest.raises(Refused, match="管理员"):
            box.open_box(by=person, at=AT, **facts)
    with pytest.raises(Refused, match="已有记录"):
        box.open_box(by=cast.jiang, at=AT, **facts)
    with pytest.raises(IntegrityError), transaction.atomic():
        BoxOpening.objects.create(station=net.chengguan, opened_at=AT, opened_by=cast.he, opened_with=cast.he, slips=1)


def test_a_double_click_makes_one_letter(cast, opened):
    seen = box.confirm_opening(opened, by=cast.wei, at=AT).version
    box.enter_slip(opened, scan=scan(), token="a", by=cast.jiang, at=AT, version=seen, **SLIP)
    with pytest.raises(StaleVersion):
        box.enter_slip(opened, scan=scan(), token="a", by=cast.jiang, at=AT, version=seen, **SLIP)
    assert Letter.objects.count() == 1


def test_who_finds_it(cast, opened):
    seen = {name for name, person in cast.people().items() if BoxOpening.objects.visible_to(person).exists()}
    assert seen == {"he", "xu", "gao", "zhao", "qian", "jiang", "wei"}
