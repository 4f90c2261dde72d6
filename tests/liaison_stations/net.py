"""The stations of the cast: in 青石镇 jiang keeps one and lin serves, in 城关街道 zhou; one is not yet open."""

from datetime import date
from types import SimpleNamespace

from deputies.models import Area, AreaKind
from liaison_stations.models import Station, StationDeputy, StationKeeper, StationKind
from tests.cast import Cast
from tests.deputies_cast import Register

DAY = date(2026, 3, 2)
OPENED = date(2023, 5, 1)


class Net(SimpleNamespace):
    """`net.qingshi`, `net.chengguan`, `net.planned`; `net.village` lies in 青石镇."""

    qingshi: Station
    chengguan: Station
    planned: Station
    village: Area


def station(name: str, area: Area, **fields: object) -> Station:
    """A station of the ordinary kind, open since `OPENED`."""
    usual = {"tier": "station", "address": f"{area.name}人民路1号", "opened_on": OPENED, "standard": "built"}
    kind = fields.pop("kind", None) or StationKind.objects.get(code="ordinary")
    return Station.objects.create(name=name, area=area, kind=kind, **{**usual, **fields})


def lay(cast: Cast, register: Register) -> Net:
    """Writes the stations with their deputies and their keeper."""
    net = Net()
    township, street = register.qingshi.area, register.chengguan.area
    net.village = Area.objects.create(name="桥头村", kind=AreaKind.VILLAGE, parent=township)
    net.qingshi = station("青石镇中心人大代表联络站", township, phone="0564-1234567", head_name="凤霞")
    net.chengguan = station("城关街道中心人大代表联络站", street)
    net.planned = station("桥头村人大代表联络站", net.village, tier="point", opened_on=None, standard="planned")
    StationDeputy.objects.create(station=net.qingshi, deputy=register.lin.deputy, from_date=OPENED)
    StationDeputy.objects.create(station=net.chengguan, deputy=register.zhou.deputy, from_date=OPENED)
    StationKeeper.objects.create(station=net.qingshi, user=cast.jiang, from_date=OPENED)
    return net
