"""Resolutions and decisions of the year and what bodies had to do because of them (决议决定)."""

from collections.abc import Sequence
from datetime import date

from django.db.models import Prefetch

from congress_portal.reports.supervision.kinds import RESOLUTION, TASK
from congress_portal.reports.supervision.shape import by_choice, by_organ, grouped, nothing, on_days, told_on
from foundation.documents.figures import Sheet
from suggestions.yearbook import Period
from supervision.models import Resolution, ResolutionTask
from supervision.querysets.resolutions import IN_FORCE
from supervision.states.resolutions import ResolutionKind, ResolutionState, TaskState

S, T = ResolutionState, TaskState


def tables(period: Period, on: date) -> list[Sheet]:
    """Adopted in the year by kind, and their tasks by the body charged."""
    rows = told_on(on_days(Resolution.objects.filter(state__in=IN_FORCE), "adopted_on", period), on)
    with_units = Prefetch("tasks", ResolutionTask.objects.select_related("unit"))
    found = list(rows.prefetch_related(with_units).order_by("adopted_on", "pk"))
    if not found:
        return [nothing("resolutions", "决议决定", "本年度没有通过决议决定。")]
    return [_resolutions(found), _tasks([task for row in found for task in row.tasks.all()], on)]


def _resolutions(found: Sequence[Resolution]) -> Sheet:
    figures = (
        ("count", "通过", lambda row: True),
        ("published", "已公布", lambda row: row.state == S.PUBLISHED),
        ("done", "落实事项已全部落实", lambda row: _states(row) == {T.CLOSED}),
        ("followed", "有落实事项", lambda row: bool(_states(row))),
    )
    groups = by_choice(found, "kind", ResolutionKind.choices)
    return grouped("resolutions", "决议决定通过情况", "类别", figures, groups, found, RESOLUTION, "按通过日期统计。")


def _states(row: Resolution) -> set[str]:
    return {task.state for task in row.tasks.all()}


def _tasks(found: Sequence[ResolutionTask], on: date) -> Sheet:
    if not found:
        return nothing("resolution_tasks", "决议决定落实情况", "本年度通过的决议决定没有交办落实事项。")
    figures = (
        ("handed", "落实事项", lambda row: True),
        ("closed", "已落实", lambda row: row.state == T.CLOSED),
        ("reported", "已报告待确认", lambda row: row.state == T.REPORTED),
        ("open", "落实中", lambda row: row.state == T.HANDED),
        ("overdue", "逾期", lambda row: row.state == T.HANDED and row.due_on < on),
    )
    groups = by_organ(found, "unit")
    return grouped("resolution_tasks", "决议决定落实情况", "责任单位", figures, groups, found, TASK)
