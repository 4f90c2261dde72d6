"""The liaison stations of the district: in every township and street, in villages, at the service hall."""

from dataclasses import dataclass
from datetime import date, timedelta
from decimal import Decimal
from typing import Any

from congress_portal.demo.district import District
from deputies.models import Area, AreaKind
from liaison_stations.models import Station, StationKind
from liaison_stations.states import Standard
from liaison_stations.transitions.station_people import appoint_keeper, post_deputies
from liaison_stations.transitions.station_rooms import enter_fund, write_wall
from liaison_stations.transitions.stations import close_station, enter_station, set_standard

VILLAGES = {
    "石桥镇": ("桥头村", "新河村"),
    "柳林镇": ("柳河村", "新河村"),
    "河口镇": ("渡口村", "红旗村"),
    "青山乡": ("青山村", "茶园村"),
    "东湖街道": ("湖滨社区", "幸福社区"),
    "城关街道": ("东街社区", "学府社区"),
}
DAYS = ("每周二", "每月15日", "单月9日", "逢五逢十（农历）")


# place | village | tier | what follows place and village in the name | address | point | head, officer | seats
LISTED = """
石桥镇||home|人大代表之家|石桥镇人民路62号|116.4210 31.8420|傅文斌 袁英|0 1 2 3
石桥镇|桥头村|point|人大代表联络点|桥头村村部|116.4480 31.8655|马国良 田甜|0 4
柳林镇||station|中心人大代表联络站|柳林镇人民路94号|116.3105 31.8290|苏立萍 朱志国|0 1 2
柳林镇|新河村|point|人大代表联络点|新河村文化礼堂|116.2860 31.8530|孔庆 葛磊|3 4
河口镇||station|中心人大代表联络站|河口镇滨河路8号|116.5230 31.7810|柳晓军 郑兰|0 1 2
河口镇|渡口村|point|人大代表联络点|渡口村党群服务中心|116.5495 31.7580|任思 花艳|3 4
青山乡||station|中心人大代表联络站|青山乡便民服务中心|116.2705 31.7340|陶秀红 严丽|0 1 2
青山乡|茶园村|point|人大代表联络点|茶园村村部|116.2440 31.7120|窦伟 章桂|3 4
东湖街道||station|中心人大代表联络站|东湖街道湖滨路40号|116.4385 31.7460|谢涛 蒋丽|0 1 2 3
东湖街道|幸福社区|point|人大代表联络点|幸福社区居委会|116.4620 31.7285|郑强 鲁丽|4 5
城关街道||station|中心人大代表联络站|城关街道人民路160号|116.3720 31.7605|王峰 花玉|0 1 2
城关街道|学府社区|point|人大代表联络点|学府社区居委会|116.3525 31.7420|潘远 章思|3 4
"""
HALL_LINE = "城关街道||station|政务服务联络站|区政务服务中心一楼|116.3910 31.7745|何敏 许静|5 6"
CLOSED_LINE = "城关街道|东街社区|point|人大代表联络点|东街12号|116.3790 31.7560|章敏 李立|"


@dataclass(frozen=True)
class Plan:
    """One station to tell of. `seats` are places among the deputies of the township or street."""

    place: str
    village: str
    tier: str
    name: str
    address: str
    point: tuple[str, ...]
    people: tuple[str, ...]
    seats: tuple[int, ...]
    kind: str = "ordinary"


def plan_of(line: str, kind: str = "ordinary") -> Plan:
    place, village, tier, tail, address, point, people, seats = line.split("|")
    name = tail if kind != "ordinary" else f"{place}{village}{tail}"
    chosen = tuple(int(seat) for seat in seats.split())
    return Plan(place, village, tier, name, address, tuple(point.split()), tuple(people.split()), chosen, kind)


HALL = plan_of(HALL_LINE, "government_hall")
PLANS = (*map(plan_of, LISTED.strip().splitlines()), HALL)
CLOSED = plan_of(CLOSED_LINE)
HALL_VISITORS = (
    "请在一楼导服台取号，到代表联络站窗口登记。",
    "每周二有两名代表值班；其他工作日由工作人员登记。",
    "意见箱每周五开启，投递的意见同样登记、答复。",
)


def tell(district: District) -> None:
    """Fourteen stations entered three years ago, their people, their money; one closed, one being rebuilt."""
    villages = _villages()
    for number, planned in enumerate(PLANS):
        station = _enter(district, planned, villages, DAYS[number % len(DAYS)])
        _people(district, station, planned)
        _standard(district, station, number)
    _keep(district)
    closed = _enter(district, CLOSED, villages, "")
    office = district.users["lianluo1"]
    how: dict[str, Any] = {"closed_on": _day(district, 120), "reason": "与城关街道中心联络站合并"}
    close_station(closed.pk, by=office, at=district.at(125), **how)


def _villages() -> dict[tuple[str, str], Area]:
    towns = {area.name: area for area in Area.objects.filter(kind__in=[AreaKind.TOWNSHIP, AreaKind.STREET])}
    rows = [
        Area(
            name=name,
            kind=AreaKind.COMMUNITY if name.endswith("社区") else AreaKind.VILLAGE,
            parent=towns[place],
        )
        for place, names in VILLAGES.items()
        for name in names
    ]
    return {(row.parent.name, row.name): row for row in Area.objects.bulk_create(rows)} | {
        (name, ""): area for name, area in towns.items()
    }


def _day(district: District, days_ago: int) -> date:
    return district.day - timedelta(days=days_ago)


def _enter(district: District, planned: Plan, villages: dict[Any, Area], reception: str) -> Station:
    own = villages[planned.place, planned.village]
    rest = [villages[planned.place, name] for name in VILLAGES[planned.place]]
    home = planned.tier == "home"
    return enter_station(
        by=district.users["lianluo1"],
        at=district.at(1000),
        name=planned.name,
        tier=planned.tier,
        kind=StationKind.objects.get(code=planned.kind),
        area=own,
        covers=[] if planned.village else rest,
        address=planned.address,
        longitude=Decimal(planned.point[0]),
        latitude=Decimal(planned.point[1]),
        phone=f"0555-2{sum(map(ord, planned.name)) % 100000:06d}",
        hours="工作日 9:00—11:30，14:30—17:00",
        reception_note=reception,
        head_name=planned.people[0],
        officer_name=planned.people[1],
        facilities="接待室、议事厅、展示区" if home else "接待室",
        floor_space=120 if planned.tier != "point" else 40,
        is_accessible=planned.tier != "point",
        opened_on=_day(district, 990),
    )


def _people(district: District, station: Station, planned: Plan) -> None:
    seats = [district.mandates[planned.place][number] for number in planned.seats]
    how: dict[str, Any] = {"deputies": [seat.deputy for seat in seats], "from_date": _day(district, 980)}
    post_deputies(station.pk, by=district.users["lianluo1"], at=district.at(985), **how)


def _standard(district: District, station: Station, number: int) -> None:
    state, days = ((Standard.BUILT, 400), (Standard.BUILT, 200), (Standard.REBUILDING, 60), (Standard.PLANNED, 30))[
        number % 4
    ]
    how: dict[str, Any] = {"standard": state, "since": _day(district, days)}
    set_standard(station.pk, by=district.users["lianluo2"], at=district.at(days - 2), **how)


def _keep(district: District) -> None:
    """蒋丽 keeps the street's station and the one at the hall; the street's money is entered by the office."""
    office, keeper = district.users["lianluo1"], district.users["zhandian"]
    street = Station.objects.get(name="东湖街道中心人大代表联络站")
    hall = Station.objects.get(name="政务服务联络站")
    for station in (street, hall):
        appoint_keeper(station.pk, by=office, at=district.at(500), user=keeper, from_date=_day(district, 498))
    write_wall(hall.pk, by=keeper, at=district.at(300), lists={"visitors": HALL_VISITORS})
    for days, way, amount, words, voucher in (
        (320, "in", "20000.00", "区财政拨付年度保障经费", ""),
        (290, "out", "6800.00", "购置接待桌椅", "记字2号"),
        (150, "out", "1260.50", "制作上墙制度和标识牌", "记字17号"),
    ):
        facts: dict[str, Any] = {"way": way, "amount": Decimal(amount), "words": words, "voucher": voucher}
        enter_fund(street.pk, by=office, at=district.at(days), on=district.at(days).date(), **facts)
