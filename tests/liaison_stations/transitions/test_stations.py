"""A station is entered, corrected, rated, closed; its people come and go; each refused by role, state and date."""

from datetime import date, datetime
from zoneinfo import ZoneInfo

import pytest
from django.core.exceptions import ValidationError

from foundation.audit import timeline
from foundation.notices.models import Notice
from foundation.workflow import Refused, StaleVersion
from liaison_stations.models import Station, StationKind
from liaison_stations.transitions.station_people import appoint_keeper, end_place, post_deputies, relieve_keeper
from liaison_stations.transitions.stations import amend_station, close_station, enter_station, set_standard

AT = datetime(2026, 3, 2, 9, tzinfo=ZoneInfo("Asia/Shanghai"))
DAY = date(2026, 3, 2)


def heard(kind: str) -> set[str]:
    found = Notice.objects.filter(kind=f"liaison_stations.{kind}")
    return set(found.values_list("recipient__username", flat=True))


def refused(act, **how) -> str:
    with pytest.raises(Refused) as refusal:
        act(**{"at": AT, **how})
    return refusal.value.reason


def test_the_office_enters_a_station(cast, net):
    facts = {"name": "红旗村联络点", "tier": "point", "area": net.village, "address": "村口"}
    facts["kind"] = StationKind.objects.get(code="ordinary")
    entered = enter_station(by=cast.he, at=AT, covers=[net.village], **facts)
    assert list(entered.covers.all()) == [net.village]
    assert timeline(entered).get().verb == "liaison_stations.enter_station"

    with pytest.raises(ValidationError, match="这个地址已有同名联络站"):
        enter_station(by=cast.he, at=AT, **facts)
    assert "由代表联络工作机构办理" in refused(enter_station, by=cast.wei, **facts)


def test_a_keeper_corrects_his_station_but_not_what_it_is(cast, net):
    changed = amend_station(net.qingshi.pk, by=cast.jiang, at=AT, phone="0564-7654321", hours="周一至周五")
    assert (changed.phone, changed.version) == ("0564-7654321", net.qingshi.version + 1)
    assert timeline(changed).get().summary == "更正联系电话、开放时间。"

    assert "由代表联络工作机构办理" in refused(amend_station, pk=net.qingshi.pk, by=cast.jiang, name="别的名字")
    assert "可以维护这个联络站" in refused(amend_station, pk=net.chengguan.pk, by=cast.jiang, phone="1")
    with pytest.raises(StaleVersion):
        amend_station(net.qingshi.pk, by=cast.jiang, at=AT, phone="2", version=net.qingshi.version)


def test_nothing_changed_is_nothing_written(cast, net):
    amend_station(net.qingshi.pk, by=cast.he, at=AT, name=net.qingshi.name, covers=[])
    assert not timeline(net.qingshi).exists()


def test_a_closed_station_does_not_move_any_more(cast, net):
    early = refused(close_station, pk=net.qingshi.pk, by=cast.he, closed_on=date(2020, 1, 1), reason="合并")
    assert "撤销日期应当晚于启用日期" in early
    assert "代表联络工作机构办理" in refused(
        close_station, pk=net.qingshi.pk, by=cast.wei, closed_on=DAY, reason="合并"
    )

    close_station(net.qingshi.pk, by=cast.he, at=AT, closed_on=DAY, reason="合并")
    assert "已经撤销" in refused(close_station, pk=net.qingshi.pk, by=cast.he, closed_on=DAY, reason="合并")
    assert "已经撤销" in refused(amend_station, pk=net.qingshi.pk, by=cast.he, phone="1")


def test_the_state_of_standardisation_has_a_history(cast, net):
    later = date(2026, 4, 1)
    assert "不能晚于今天" in refused(set_standard, pk=net.planned.pk, by=cast.he, standard="built", since=later)
    set_standard(net.planned.pk, by=cast.he, at=AT, standard="rebuilding", since=DAY)
    built = set_standard(net.planned.pk, by=cast.he, at=AT, standard="built", since=DAY, note="验收合格。")
    assert [event.summary for event in timeline(built)] == [
        "规范化建设：改造提升中（2026年3月2日）。",
        "规范化建设：已建成达标（2026年3月2日）。验收合格。",
    ]
    assert "相同" in refused(set_standard, pk=net.planned.pk, by=cast.he, standard="built", since=DAY)
    assert "代表联络工作机构办理" in refused(set_standard, pk=net.planned.pk, by=cast.wei, standard="built", since=DAY)


def test_the_township_posts_deputies_and_they_hear(cast, net, register):
    post_deputies(net.qingshi.pk, by=cast.wei, at=AT, deputies=[register.deng.deputy], from_date=DAY)
    assert heard("deputy_posted") == {"deng"}
    assert set(Station.objects.of_deputy(register.deng.deputy, DAY)) == {net.qingshi}

    again = {"pk": net.qingshi.pk, "deputies": [register.deng.deputy], "from_date": DAY, "at": AT}
    with pytest.raises(ValidationError, match="已经进驻本站"):
        post_deputies(by=cast.wei, **again)
    assert "由所在乡镇街道人大工作人员" in refused(post_deputies, by=cast.jiang, **again)
    assert "不是本级在任代表" in refused(post_deputies, by=cast.wei, **{**again, "from_date": date(2021, 1, 1)})
    assert "至少选择一名" in refused(post_deputies, by=cast.wei, **{**again, "deputies": []})


def test_a_deputy_leaves_after_his_last_day(cast, net, register):
    place = net.qingshi.places.get()
    assert "不能早于进站日期" in refused(end_place, pk=place.pk, by=cast.wei, until=date(2020, 1, 1))
    end_place(place.pk, by=cast.wei, at=AT, until=DAY)
    assert heard("posting_ended") == {"lin"}
    assert net.qingshi.places.active_on(DAY).exists()
    assert not net.qingshi.places.active_on(date(2026, 3, 3)).exists()
    assert "已登记至" in refused(end_place, pk=place.pk, by=cast.wei, until=DAY)
    assert "由所在乡镇街道" in refused(end_place, pk=net.chengguan.places.get().pk, by=cast.wei, until=DAY)


def test_keepers_are_appointed_and_relieved(cast, net):
    how = {"pk": net.chengguan.pk, "from_date": DAY}
    assert "没有“联络站管理员”角色" in refused(appoint_keeper, by=cast.he, user=cast.stranger, **how)
    appoint_keeper(by=cast.he, at=AT, user=cast.jiang, **how)
    assert heard("keeper_appointed") == {"jiang"}
    assert net.chengguan in Station.objects.kept_by(cast.jiang, DAY)

    relieve_keeper(net.chengguan.keepers.get().pk, by=cast.he, at=AT, until=DAY)
    assert heard("keeper_relieved") == {"jiang"}
    assert net.chengguan not in Station.objects.kept_by(cast.jiang, date(2026, 3, 3))
    assert "由所在乡镇街道" in refused(appoint_keeper, by=cast.wei, user=cast.jiang, **how)
