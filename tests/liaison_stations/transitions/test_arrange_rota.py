"""Arranging a period: by the rules, fairly, once; deputies hear their days; nothing half written."""

from collections import Counter
from datetime import date, timedelta

import pytest

from deputies.models import DutyEntry
from foundation.audit.models import Event
from foundation.notices.models import Notice
from foundation.workflow import Refused
from liaison_stations.models import ReceptionSlot, SlotTurn, StationDeputy
from liaison_stations.transitions.arrange_rota import arrange_rota, propose
from liaison_stations.transitions.rota_rules import change_rule, end_rule
from liaison_stations.transitions.slots import add_slot, cancel_slot
from liaison_stations.transitions.tell_rota import tell_rota
from tests.liaison_stations.receiving import NOW, arranged, ruled, station_of, told

MARCH = {"start": date(2026, 3, 3), "end": date(2026, 3, 31)}


def test_five_tuesdays_are_shared_by_three_and_each_hears_all_his_days_once(cast, register):
    slots = arranged(cast, register)
    assert [slot.day.day for slot in slots] == [3, 10, 17, 24, 31]
    turns = Counter(SlotTurn.objects.values_list("deputy__name", flat=True))
    assert sorted(turns.values()) == [3, 3, 4]
    assert told("turns_arranged") == {"lin", "deng", "zhou"}
    message = Notice.objects.filter(recipient=cast.lin).latest("pk")
    assert message.title == f"接待日安排：青石镇代表联络站，共{turns['林晓梅']}次"
    assert message.body.count("09:00至11:30，青石街1号") == turns["林晓梅"]
    assert Event.objects.filter(verb="liaison_stations.arrange_rota").count() == 1


def test_arranging_again_writes_only_what_is_new_and_goes_on_counting(cast, register):
    slots = arranged(cast, register)
    station = slots[0].station
    with pytest.raises(Refused, match="都已安排"):
        arrange_rota(station, **MARCH, by=cast.jiang, at=NOW)
    cancel_slot(slots[1], reason="当天停电。", by=cast.jiang, at=NOW)
    with pytest.raises(Refused, match="都已安排"):
        arrange_rota(station, **MARCH, by=cast.jiang, at=NOW)
    arrange_rota(station, start=date(2026, 4, 1), end=date(2026, 4, 30), by=cast.jiang, at=NOW)
    counts = Counter(SlotTurn.objects.standing().values_list("deputy", flat=True)).values()
    assert max(counts) - min(counts) <= 1
    assert ReceptionSlot.objects.count() == 9


def test_whoever_sits_elsewhere_or_left_the_station_is_not_put_on_that_day(cast, register):
    station = station_of(cast, register)
    ruled(cast, station)
    other = station_of(cast, register, "lin", name="青石镇圩场联络点")
    tenth = NOW.replace(day=10, hour=9)
    add_slot(
        other,
        starts_at=tenth,
        ends_at=tenth + timedelta(hours=2),
        deputies=[register.lin.deputy],
        by=cast.jiang,
        at=NOW,
    )
    StationDeputy.objects.filter(station=station, deputy=register.zhou.deputy).update(until_date=date(2026, 3, 3))
    days = {slot.day.day: slot.names for slot in arrange_rota(station, **MARCH, by=cast.jiang, at=NOW)}
    assert days[10] == "邓玉兰"
    assert "周建国" not in days[17]


@pytest.mark.parametrize(
    ("period", "words"),
    [
        ({"start": date(2026, 3, 1), "end": date(2026, 3, 31)}, "只能从今天起"),
        ({"start": date(2026, 3, 31), "end": date(2026, 3, 3)}, "不能早于开始日期"),
        ({"start": date(2026, 3, 3), "end": date(2027, 4, 3)}, "最多安排一年"),
    ],
)
def test_a_period_that_is_none_is_refused(cast, register, period, words):
    station = station_of(cast, register)
    ruled(cast, station)
    with pytest.raises(Refused, match=words):
        arrange_rota(station, **period, by=cast.jiang, at=NOW)
    assert not ReceptionSlot.objects.exists()


def test_without_rule_without_deputy_and_by_a_stranger(cast, register):
    station = station_of(cast, register)
    with pytest.raises(Refused, match="没有生效的接待日规定"):
        arrange_rota(station, **MARCH, by=cast.jiang, at=NOW)
    ruled(cast, station)
    for stranger in (cast.lin, cast.wu, cast.stranger):
        with pytest.raises(Refused, match="可以维护这个联络站"):
            arrange_rota(station, **MARCH, by=stranger, at=NOW)
    assert len(propose(station, **MARCH)) == 5
    assert not ReceptionSlot.objects.exists()
    assert arrange_rota(station, start=NOW.date(), end=date(2026, 3, 3), by=cast.wei, at=NOW)
    StationDeputy.objects.update(until_date=date(2026, 3, 1))
    with pytest.raises(Refused, match="还没有在任的进站代表"):
        arrange_rota(station, **MARCH, by=cast.he, at=NOW)


def test_notice_goes_out_once_the_days_before_and_says_where_one_is_missing(cast, register):
    slots = arranged(cast, register, seats=4)
    assert tell_rota(at=NOW) == 1, "the third is within three days, the tenth is not"
    assert told("turn_ahead") == {"lin", "deng", "zhou"}
    assert told("slot_short") == {"wei", "jiang"}
    assert tell_rota(at=NOW) == 0
    assert tell_rota(at=NOW + timedelta(days=5)) == 1
    assert slots[1].turns.count() == 3
    assert not DutyEntry.objects.exists()


def test_a_rule_that_was_used_is_ended_and_not_rewritten(cast, register):
    station = station_of(cast, register)
    rule = ruled(cast, station)
    change_rule(rule, by=cast.jiang, at=NOW, seats=1)
    arrange_rota(station, **MARCH, by=cast.jiang, at=NOW)
    with pytest.raises(Refused, match="终止本规定"):
        change_rule(rule, by=cast.jiang, at=NOW, seats=2)
    end_rule(rule, until=date(2026, 3, 31), by=cast.jiang, at=NOW)
    with pytest.raises(Refused, match="没有生效的接待日规定"):
        arrange_rota(station, start=date(2026, 4, 1), end=date(2026, 4, 30), by=cast.jiang, at=NOW)
    with pytest.raises(Refused, match="已经终止"):
        end_rule(rule, until=date(2026, 3, 31), by=cast.jiang, at=NOW)


@pytest.mark.parametrize(
    ("changes", "words"),
    [
        ({"weekdays": []}, "写明接待日是哪一天"),
        ({"weekdays": [9]}, "小于或等于6"),
        ({"seats": 0}, "大于或等于1"),
        ({"kind": "market", "market": []}, "写明接待日是哪一天"),
    ],
)
def test_a_rule_that_says_nothing_is_refused(cast, register, changes, words):
    station = station_of(cast, register)
    with pytest.raises(Refused, match=words):
        ruled(cast, station, **changes)
