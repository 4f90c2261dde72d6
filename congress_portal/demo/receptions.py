"""Reception days at two stations: arranged, kept, once missed, with the visitors who came."""

from datetime import date, datetime, time, timedelta
from typing import Any

from congress_portal.demo.district import District
from deputies.models import Deputy
from liaison_stations.models import ReceptionSlot, SlotTurn, Station, StationDeputy
from liaison_stations.transitions.arrange_rota import arrange_rota
from liaison_stations.transitions.post_letter import Writer
from liaison_stations.transitions.receptions import record_reception
from liaison_stations.transitions.rota_rules import add_rule
from liaison_stations.transitions.slots import close_slot
from liaison_stations.transitions.turns import ask_swap, leave_turn

KEPT, MARKET = "东湖街道", "石桥镇"
SINCE = date(2023, 5, 1)
BEFORE, AHEAD = 45, 60
BASIS = "《示范区人大代表联络站工作办法》第八条"
TUESDAYS: dict[str, Any] = {"kind": "weekday", "weekdays": [1], "seats": 2}
MARKET_DAYS: dict[str, Any] = {"kind": "market", "market": [5, 0], "seats": 1, "rest_day": "keep"}
# kind, what about, what was said, path, answered on the spot, proposal, visitor
VISITS: tuple[tuple[str, str, str, str, str, str, Writer], ...] = (
    ("enquiry", "老年人优待证怎样办理", "", "spot", "已告知到街道便民服务中心办理，带身份证和照片。", "", Writer()),
    (
        "opinion",
        "湖滨小区东门路口没有信号灯",
        "早晚上下学时段车多，过马路不安全，希望增设信号灯或者安排人员疏导。",
        "unit",
        "",
        "建议请交通部门现场查看。",
        Writer(name="施春生", phone="13900005566"),
    ),
    ("help", "楼道堆放杂物", "三号楼二单元楼道长期堆放旧家具，多次劝说无效。", "community", "", "", Writer()),
    ("suggestion", "社区图书室周末不开放", "上班的人平时没有时间，希望周末开放半天。", "street", "", "", Writer()),
)


def tell(district: District) -> None:
    """The keeper's station receives every Tuesday, the other one on market days."""
    kept = _station(district, KEPT)
    keeper = district.users["zhandian"]
    _arrange(district, kept, keeper, **TUESDAYS)
    _arrange(district, _station(district, MARKET), district.users["lianluo1"], **MARKET_DAYS)
    _receive(district, kept)
    _change(district)


def _station(district: District, place: str) -> Station:
    """The open station of a township or street, with some more of its deputies."""
    open_then = Station.objects.public_on(district.at(BEFORE).date())
    station = open_then.get(area__name=place, kind__code="ordinary")
    for seat in district.mandates[place][:6]:
        posted = {"from_date": station.opened_on}
        StationDeputy.objects.get_or_create(station=station, deputy=seat.deputy, defaults=posted)
    return station


def _arrange(district: District, station: Station, by: Any, **rule: Any) -> None:
    """A rule, the rota of the last weeks and the next, and who came on the days that are over."""
    at = district.at(BEFORE)
    hours: dict[str, Any] = {"starts_at": time(9), "ends_at": time(11, 30), "legal_basis": BASIS, "valid_from": SINCE}
    add_rule(station, by=by, at=at, **hours, **rule)
    arrange_rota(station, start=at.date() + timedelta(days=1), end=district.day + timedelta(days=AHEAD), by=by, at=at)
    over = station.slots.filter(starts_at__date__lt=district.day).with_people()
    for number, slot in enumerate(over):
        present = [turn.deputy for turn in slot.standing]
        if number == 2:
            # Somebody stays away; where he was the only one, nobody was there.
            present = present[1:]
        close_slot(slot, present=present, visitors=number % 4, by=by, at=slot.ends_at)


def _receive(district: District, station: Station) -> None:
    """The visitors of the last reception day that was held."""
    slot = station.slots.filter(state="held").with_people().latest("starts_at")
    deputies = [turn.deputy for turn in slot.standing if turn.state == "served"]
    for number, (kind, title, text, path, answer, proposal, visitor) in enumerate(VISITS):
        at = slot.starts_at + timedelta(minutes=20 * number)
        words: dict[str, Any] = {"kind": kind, "title": title, "text": text, "path": path, "proposal": proposal}
        facts: dict[str, Any] = {
            "answer": answer,
            "visitor": visitor,
            "agreed": visitor != Writer(),
            "satisfaction": 5 if answer else None,
        }
        record_reception(
            station, token=f"demo-reception-{number}", received_at=at, deputies=deputies,
            by=district.users["zhandian"], at=at, **words, **facts,
        )  # fmt: skip


def _change(district: District) -> None:
    """One deputy cannot come; another asks the lead deputy of the year to take his day."""
    now, lead = _moment(district), district.users["daibiao1"].deputy
    ahead = ReceptionSlot.objects.filter(state="planned", starts_at__gt=now + timedelta(days=3)).with_people()
    absent = ahead.filter(station__area__name=KEPT).order_by("starts_at").first().standing[0]
    leave_turn(absent, reason="参加上级培训。", by=absent.deputy.user, at=now)
    for slot in ahead.filter(station__area__name=MARKET).order_by("starts_at"):
        turn = next(iter(slot.standing))
        if turn.deputy_id != lead.pk and turn.deputy.user and not _sits(lead, slot):
            ask_swap(turn, other=lead, reason="当天参加村里的集体活动。", by=turn.deputy.user, at=now)
            return


def _sits(deputy: Deputy, slot: ReceptionSlot) -> bool:
    return SlotTurn.objects.days_taken([deputy.pk], slot.day, slot.day).exists()


def _moment(district: District) -> datetime:
    return district.at(0, 9)
