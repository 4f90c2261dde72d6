"""Recalls that came to an end in the year, and by-elections, in numbers (罢免、补选). Names nobody."""

from collections.abc import Sequence
from datetime import date

from django.db.models import Max, Q
from django.db.models.functions import Coalesce

from congress_portal.reports.supervision.kinds import BY_ELECTION, RECALL
from congress_portal.reports.supervision.shape import (
    Figures,
    Groups,
    grouped,
    nothing,
    on_days,
    with_amounts,
)
from deputies.states import Level
from foundation.documents.figures import Sheet
from suggestions.yearbook import Period
from supervision.models import ByElection, Recall
from supervision.states.seats import RUNNING_ELECTIONS, ByElectionState, RecallState

R, E = RecallState, ByElectionState
# A recall that runs is known to the office, the leaders and the deputy alone; so is how many there are.
OVER = (R.DECLINED, R.FAILED, R.ANNOUNCED, R.STOPPED)
RECALLS: Figures = (
    ("count", "已办结", lambda row: True),
    ("announced", "罢免并公告", lambda row: row.state == R.ANNOUNCED),
    ("failed", "表决未获通过", lambda row: row.state == R.FAILED),
    ("stopped", "终止", lambda row: row.state == R.STOPPED),
    ("declined", "不予受理", lambda row: row.state == R.DECLINED),
)
ELECTIONS: Figures = (
    ("count", "决定补选", lambda row: row.state != E.CANCELLED),
    ("announced", "已公告", lambda row: row.state == E.ANNOUNCED),
    ("open", "办理中", lambda row: row.state in RUNNING_ELECTIONS),
    ("cancelled", "已取消", lambda row: row.state == E.CANCELLED),
)


def tables(period: Period, on: date) -> list[Sheet]:
    """Both by the level of the deputy."""
    return [_recalls(period), _elections(period)]


def _recalls(period: Period) -> Sheet:
    counted = Max("votes__held_on", filter=Q(votes__void_reason=""))
    rows = Recall.objects.filter(state__in=OVER).annotate(told=Coalesce("announced_on", counted, "received_on"))
    found = list(on_days(rows, "told", period).select_related("mandate").order_by("received_on", "pk"))
    if not found:
        return nothing("recalls", "罢免代表", "本年度没有办结的罢免要求。")
    groups = _by_level([(row.mandate.level, row) for row in found])
    note = "公告的按公告日期、未获通过的按表决日期、其余的按收到日期统计；办理中的不列。"
    return grouped("recalls", "罢免代表", "层级", RECALLS, groups, found, RECALL, note)


def _elections(period: Period) -> Sheet:
    rows = on_days(ByElection.objects.with_names(), "decided_on", period).prefetch_related("candidates")
    found = list(rows.order_by("decided_on", "pk"))
    if not found:
        return nothing("by_elections", "补选代表", "本年度没有决定补选代表。")
    groups = _by_level([(row.constituency.term.level, row) for row in found])
    note = "按决定补选的日期统计；取消的不计入决定补选和应选名额，公告以后计入补选代表。"
    sheet = grouped("by_elections", "补选代表", "层级", ELECTIONS, groups, found, BY_ELECTION, note)
    lines = [rows for _, _, rows in groups] + [found]
    sheet = with_amounts(sheet, "places", "应选名额（名）", [_places(rows) for rows in lines])
    return with_amounts(sheet, "seated", "补选代表（名）", [_seated(rows) for rows in lines])


def _by_level(rows: Sequence[tuple[str, Recall | ByElection]]) -> Groups:
    groups = [(str(key), str(label), [row for level, row in rows if level == key]) for key, label in Level.choices]
    return [group for group in groups if group[2]]


def _places(rows: Sequence[ByElection]) -> int:
    return sum(row.places for row in rows if row.state != E.CANCELLED)


def _seated(rows: Sequence[ByElection]) -> int:
    return sum(candidate.seat_id is not None for row in rows for candidate in row.candidates.all())
