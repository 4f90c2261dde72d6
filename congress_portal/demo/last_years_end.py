"""How the year before ended: statements, key items and scores decided, the report adopted, promises carried over."""

from datetime import date

from congress_portal.demo import fund, key_items, yearly
from congress_portal.demo.district import YEAR, District
from congress_portal.demo.promises import follow, keep, officer_of, send_statements
from congress_portal.demo.road import Road
from suggestions.models import CarryOver
from suggestions.states import CommitmentState, SuggestionState
from suggestions.transitions.carry_over import explain_carry_over
from suggestions.transitions.keep_ledger import keep_ledger

# Days after the handing in: the last report of the year before, how long the later promises took.
EXPLAINED = 345
KEPT = (430, 470, 510)
WHY = (
    ("线路走向经两次公示调整，招标时间推迟。", "上半年完成招标并开工，每月报告进展。"),
    ("施工期间遇连续降雨，工期顺延。", "增加施工力量，抓紧完成剩余工程。"),
    ("部分点位的用电接入需要重新设计。", "与供电部门会商设计方案，分批建成。"),
    ("管涵实际长度超出设计，资金需要重新测算。", "已列入本年度预算，汛前完成剩余管段。"),
)


def tell(district: District, roads: list[Road]) -> None:
    """From December of the year before until its last promises were looked at this year."""
    year = district.before.opens_on.year
    key_items.tell_before(district, roads)
    fund.tell_before(district, roads)
    keep_ledger(at=_on(district, date(year, 12, 1)))
    send_statements(district, year, _days(district, date(year, 12, 12)))
    yearly.tell_before(district, year)
    keep_ledger(at=_on(district, date(year + 1, 1, 5)))
    _explain(district)
    _keep_later(roads)


def _days(district: District, day: date) -> int:
    return max((district.day - day).days, YEAR // 2)


def _on(district: District, day: date):
    return district.at(_days(district, day), 6)


def _explain(district: District) -> None:
    """Every unit says in writing why its promise went over the year."""
    rows = CarryOver.objects.filter(explained_at=None).select_related("assignment").order_by("pk")
    for turn, carried in enumerate(rows):
        (why, plan), at = WHY[turn % len(WHY)], district.at(_days(district, carried.opened_at.date()) - 8, 10, turn)
        officer = officer_of(district, carried.assignment.unit_id)
        explain_carry_over(carried, by=officer, at=at, explanation=why, plan=plan)


def _keep_later(roads: list[Road]) -> None:
    """All but the first of the promises were kept this year; that one is still followed."""
    late = [road for road in roads if _is_open(road)]
    for road in late[:1]:
        follow(road, since=EXPLAINED)
    for road, days in zip(late[1:], KEPT, strict=False):
        follow(road, days, since=EXPLAINED)
        keep(road, days)


def _is_open(road: Road) -> bool:
    road.suggestion.refresh_from_db()
    tracked = road.suggestion.state == SuggestionState.TRACKING
    return tracked and road.suggestion.commitments.filter(state=CommitmentState.OPEN).exists()
