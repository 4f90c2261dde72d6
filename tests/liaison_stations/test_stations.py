"""Who reads which station, who keeps it, what the public sees, and what the database refuses."""

from datetime import date

import pytest
from django.core.exceptions import ValidationError

from deputies.models import Area, AreaKind
from foundation.accounts.models import Membership
from liaison_stations import rules
from liaison_stations.models import Station, StationDeputy, StationKeeper
from liaison_stations.querysets import for_place
from tests.liaison_stations.net import DAY, OPENED, station

HOUSE = ("he", "gao", "zhao", "qian", "luo", "fang")


def names(rows) -> set[str]:
    return {row.name.removesuffix("人大代表联络站") for row in rows}


def test_everybody_reads_the_stations_of_his_business(cast, net):
    seen = {key: names(Station.objects.visible_to(user)) for key, user in cast.people().items()}

    everything = {"青石镇中心", "城关街道中心", "桥头村"}
    assert all(seen[key] == everything for key in HOUSE)
    # The township's clerk has its village too, the keeper his station, a deputy where he is posted.
    assert seen["wei"] == {"青石镇中心", "桥头村"}
    assert seen["jiang"] == seen["lin"] == {"青石镇中心"}
    assert seen["zhou"] == {"城关街道中心"}
    assert all(not seen[key] for key in ("deng", "sun", "feng", "shen", "han", "yang", "stranger"))


def test_the_public_sees_open_stations_alone(net):
    assert names(Station.objects.public_on(DAY)) == {"青石镇中心", "城关街道中心"}
    assert not Station.objects.public_on(date(2023, 4, 30)).exists()
    Station.objects.filter(pk=net.chengguan.pk).update(closed_on=DAY, close_reason="合并")
    assert names(Station.objects.public_on(DAY)) == {"青石镇中心"}


def test_rule_and_rows_agree_on_who_keeps_a_station(cast, net):
    keepers = {
        key: {station.pk for station in Station.objects.all() if rules.may_keep(user, station, on=DAY)}
        for key, user in cast.people().items()
    }

    for key, user in cast.people().items():
        assert keepers[key] == set(Station.objects.kept_by(user, DAY).values_list("pk", flat=True)), key
    assert {key for key, kept in keepers.items() if net.qingshi.pk in kept} == {"he", "xu", "gao", "wei", "jiang"}
    assert {key for key, kept in keepers.items() if net.chengguan.pk in kept} == {"he", "xu", "gao"}


def test_a_charge_ends_with_its_last_day_and_with_the_role(cast, net):
    StationKeeper.objects.update(until_date=DAY)
    assert rules.may_keep(cast.jiang, net.qingshi, on=DAY)
    assert rules.may_keep(cast.jiang, net.qingshi, on=date(2026, 3, 3)).code == "role"

    StationKeeper.objects.update(until_date=None)
    Membership.objects.filter(user=cast.jiang).update(until_date=date(2026, 3, 1))
    cast.jiang.forget_memberships()
    assert not rules.may_keep(cast.jiang, net.qingshi, on=DAY)
    assert not Station.objects.kept_by(cast.jiang, DAY).exists()


def test_only_the_office_manages_stations(cast, net):
    allowed = {key for key, user in cast.people().items() if rules.may_manage_stations(user)}
    assert allowed == {"he", "xu", "gao"}


def test_a_village_is_served_by_its_own_station_else_by_its_townships(net, register):
    found = for_place(net.village, on=DAY)
    assert names(found.stations) == {"青石镇中心"}
    assert {seat.deputy.name for seat in found.seats} == {"林晓梅", "邓玉兰"}

    own = station("桥头村", net.village, address="村口")
    assert for_place(net.village, on=DAY).stations == [own]


def test_a_community_named_among_the_covered_ones_is_served(net, register):
    community = Area.objects.create(name="幸福社区", kind=AreaKind.COMMUNITY, parent=register.chengguan.area)
    net.qingshi.covers.add(community)
    assert for_place(community, on=DAY).stations == [net.qingshi]
    assert {seat.deputy.name for seat in for_place(community, on=DAY).seats} == {"周建国"}


def test_the_district_is_nobodys_place(net, register):
    found = for_place(register.congress.area, on=DAY)
    assert (found.stations, found.seats) == ([], [])


def test_one_name_may_stand_twice_but_not_at_one_address(net):
    twin = station(net.qingshi.name, net.qingshi.area, address="人民路88号")
    assert twin.code != net.qingshi.code
    twin.address = net.qingshi.address
    with pytest.raises(ValidationError, match="这个地址已有同名联络站"):
        twin.validate_constraints()


@pytest.mark.parametrize(
    ("changed", "told"),
    [
        ({"latitude": "31.7"}, "经度和纬度请一并填写"),
        ({"closed_on": date(2020, 1, 1), "close_reason": "合并"}, "撤销日期不能早于启用日期"),
        ({"closed_on": DAY}, "须写明理由"),
    ],
)
def test_a_station_makes_sense(net, changed, told):
    for name, value in changed.items():
        setattr(net.qingshi, name, value)
    with pytest.raises(ValidationError, match=told):
        net.qingshi.validate_constraints()


def test_a_deputy_is_posted_to_a_station_once_at_a_time(net, register):
    again = StationDeputy(station=net.qingshi, deputy=register.lin.deputy, from_date=DAY)
    with pytest.raises(ValidationError, match="已经进驻本站"):
        again.validate_constraints()
    StationDeputy(station=net.chengguan, deputy=register.lin.deputy, from_date=OPENED).validate_constraints()
