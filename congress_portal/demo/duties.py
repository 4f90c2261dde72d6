"""Performance files: what deputies report themselves, what becomes of it, points fixed for the year before."""

from decimal import Decimal
from typing import Any

from congress_portal.demo.district import LOCAL_RULE, PLACES, District
from deputies.models import DutyEntry, DutyKind, DutyTarget, Mandate, PointScheme
from deputies.transitions.confirm_duty import confirm_duty, decline_duty
from deputies.transitions.correct_duty import correct_duty, enter_duty
from deputies.transitions.object_duty import answer_objection, object_duty
from deputies.transitions.report_duty import report_duty
from deputies.transitions.snapshots import ask_snapshot, build_snapshot, correct_snapshot

FILE_RULE = "《示范区人民代表大会代表履职档案管理办法》"
# code of the kind, how many, what was done
DONE = (
    ("voter_visit", 3, "走访选民，听取对道路和供水的意见"),
    ("voters_contact", 1, "与固定联系的选民座谈"),
    ("reception_day", 1, "在代表联络站接待选民"),
    ("group_activity", 1, "参加代表小组走访企业活动"),
    ("study", 1, "自学代表法和地方组织法"),
)
# Days before the loading on which she did it, and what of DONE.
HERS = ((430, 0), (400, 2), (250, 0), (200, 2), (150, 3), (90, 1), (60, 0))


def tell(district: District) -> None:
    """The deputy with the printed sign-in has a file of two years; a dozen others have lines of their own."""
    _name_rule()
    for place in PLACES:
        for turn, seat in enumerate(district.mandates[place][1:3]):
            for days in (420 - turn * 9, 180 - turn * 7):
                _confirmed(district, seat, DONE[(turn + days) % len(DONE)], days)
    hers = district.users["daibiao1"].deputy.mandates.get()
    for days, number in HERS:
        _confirmed(district, hers, DONE[number], days)
    _declined(district, hers)
    _corrected(district, hers)
    _honoured(district, hers)
    for days, number in ((6, 0), (3, 4)):
        _reported(district, hers, DONE[number], days)
    _fix_last_year(district, hers)


def _name_rule() -> None:
    """The district has a rule of its own for files; its suggestions' rule says nothing of them."""
    for model in (DutyKind, PointScheme, DutyTarget):
        model._default_manager.filter(legal_basis=LOCAL_RULE).update(legal_basis=FILE_RULE)


def _reported(district: District, seat: Mandate, done: tuple[str, int, str], days: int) -> DutyEntry:
    code, quantity, title = done
    at = district.at(days, 19)
    kind = DutyKind.objects.get(code=code)
    facts: dict[str, Any] = {"on": at.date(), "title": title, "quantity": Decimal(quantity)}
    return report_duty(by=seat.deputy.user, at=at, kind=kind, **facts)


def _confirmed(district: District, seat: Mandate, done: tuple[str, int, str], days: int) -> DutyEntry:
    entry = _reported(district, seat, done, days)
    return confirm_duty(entry.pk, by=district.users["lianluo1"], at=district.at(days - 2, 9))


def _declined(district: District, seat: Mandate) -> None:
    """Declined, contradicted, answered."""
    clerk = district.users["lianluo1"]
    entry = _reported(district, seat, ("voter_visit", 1, "回访反映路灯问题的选民"), 41)
    decline_duty(entry.pk, by=clerk, at=district.at(38, 9), reason="与上次填报的走访为同一次，不重复记入。")
    words = "这次是回访，核对上次反映的问题是否解决。"
    objection = object_duty(entry.pk, by=seat.deputy.user, at=district.at(37, 20), text=words)
    answer = "回访可以单独记入，请按回访日期重新填报。"
    answer_objection(objection.pk, by=clerk, at=district.at(35, 10), accepted=True, answer=answer)


def _corrected(district: District, seat: Mandate) -> None:
    entry = _confirmed(district, seat, ("voter_visit", 5, "走访石桥村选民"), 120)
    fresh: dict[str, Any] = {"on": entry.on, "title": entry.title, "quantity": Decimal(3)}
    fresh["reason"] = "实际走访3户，误填为5户。"
    correct_duty(entry.pk, by=district.users["lianluo2"], at=district.at(110, 15), **fresh)


def _honoured(district: District, seat: Mandate) -> None:
    at = district.at(290, 10)
    facts: dict[str, Any] = {"kind": DutyKind.objects.get(code="honour"), "title": "被评为上一年度优秀代表"}
    enter_duty(seat.deputy_id, by=district.users["lianluo1"], at=at, on=at.date(), **facts)


def _fix_last_year(district: District, seat: Mandate) -> None:
    """Fixed in January, and corrected when a training turned up that nobody had entered."""
    scheme, clerk, year = PointScheme.objects.get(), district.users["lianluo1"], district.day.year - 1
    at = district.at((district.day - district.day.replace(month=1, day=1)).days - 8, 10)
    first = ask_snapshot(by=clerk, at=at, scheme=scheme, kind="year", year=year)
    build_snapshot(first.pk, clock=lambda: at)
    late = district.at((district.day - at.date()).days - 12, 15)
    training: dict[str, Any] = {"kind": DutyKind.objects.get(code="training"), "title": "全市人大代表履职培训班"}
    enter_duty(seat.deputy_id, by=clerk, at=late, on=late.date().replace(year=year, month=11, day=18), **training)
    reason = "补记市人大组织的履职培训。"
    second = correct_snapshot(first.pk, by=clerk, at=late, reason=reason)
    build_snapshot(second.pk, clock=lambda: late)
