"""The office puts the grouping right: a letter taken out or put elsewhere, two groups joined, and back again."""

from collections.abc import Iterable, Sequence
from datetime import datetime
from typing import Any

from django.db import transaction
from django.db.models import Q

from foundation.workflow import Refused
from liaison_stations.models import MatterCorrection, MatterGroup, MatterMark
from liaison_stations.rules.matters import may_correct_matter
from liaison_stations.states.matter import CorrectionKind
from liaison_stations.transitions._letter import day_of, filled, note
from liaison_stations.transitions._matter_pins import one_at_a_time, stacks, standing

K = CorrectionKind
GONE = "这个事项已经并入其他事项或者不再成组，请回到民情热点查看。"


@transaction.atomic
def move_papers(
    pk: Any, *, marks: Sequence[int], target: MatterGroup | None = None, reason: str, by: Any, at: datetime
) -> MatterGroup:
    """Letters and visits leave a group: for another one, or for none. The grouping of the next hour leaves it so."""
    group, reason = _opened(pk, reason, by, at)
    if target is not None and target.pk == group.pk:
        raise Refused("请选择另一个事项。", "input", field="target")
    rows = list(group.marks.filter(pk__in=marks))
    if not rows or len(rows) != len(set(marks)):
        raise Refused("所选来信已经不在这个事项里，请重新选择。", "input", field="marks")
    _say(K.MOVE if target else K.OUT, rows, group, target, reason, by, at)
    where = f"改归入{target}" if target else "移出"
    note("move_papers", group, f"{group}：{len(rows)}件{where}。", by=by, at=at, papers=len(rows), reason=reason)
    return group


@transaction.atomic
def join_matters(pk: Any, *, other: MatterGroup, reason: str, by: Any, at: datetime) -> MatterGroup:
    """All of `other` belongs here; what resembles it later comes here too."""
    group, reason = _opened(pk, reason, by, at)
    rows = list(other.marks.all())
    if other.pk == group.pk or not rows:
        raise Refused("请选择另一个还有来信的事项。", "input", field="other")
    _say(K.JOIN, rows, other, group, reason, by, at)
    note("join_matters", group, f"{other}并入{group}，{len(rows)}件。", by=by, at=at, papers=len(rows), reason=reason)
    return group


@transaction.atomic
def undo_correction(pk: Any, *, act: MatterCorrection, reason: str, by: Any, at: datetime) -> MatterGroup:
    """What one act said no longer counts: its papers go back to where they were, under what was said before it.

    Of a paper that was corrected again later, the later act is undone first.
    """
    group, reason = _opened(pk, reason, by, at)
    newest = standing()
    same = MatterCorrection.objects.filter(at=act.at, by=act.by, source=act.source, kind=act.kind)
    rows = [row for row in same.order_by("pk") if newest.get((row.letter_id, row.record_id)) == row]
    if not rows or group.pk not in (act.source_id, act.target_id):
        raise Refused("这次更正已经不再有效，请刷新查看。", "input", field="act")
    MatterCorrection.objects.bulk_create(
        MatterCorrection(
            kind=K.BACK, letter_id=row.letter_id, record_id=row.record_id, source=group, reason=reason, by=by, at=at
        )
        for row in rows
    )
    papers = Q(letter__in=[row.letter_id for row in rows]) | Q(record__in=[row.record_id for row in rows])
    MatterMark.objects.filter(papers).update(group=act.source, matter=act.source.matter)
    note("undo_correction", group, f"{group}：撤销更正，{len(rows)}件。", by=by, at=at, papers=len(rows), reason=reason)
    return group


def acts_about(group: MatterGroup) -> list[MatterCorrection]:
    """One row for each act about this group that still counts, the newest first."""
    acts: dict[Any, MatterCorrection] = {}
    for row in sorted(standing().values(), key=lambda row: row.pk):
        if group.pk in (row.source_id, row.target_id):
            acts.setdefault(row.act, row)
    return sorted(acts.values(), key=lambda row: (row.at, row.pk), reverse=True)


def how_it_stands() -> tuple[set[Any], set[Any]]:
    """Acts of which something counts now, and those of which something would again once later ones are undone."""
    said = list(stacks().values())
    return {stack[-1].act for stack in said}, {row.act for stack in said for row in stack[:-1]}


def _opened(pk: Any, reason: str, by: Any, at: datetime) -> tuple[MatterGroup, str]:
    one_at_a_time()
    group = MatterGroup.objects.filter(pk=pk).first()
    if group is None:
        raise Refused(GONE, "state")
    may_correct_matter(by, group, on=day_of(at)).require()
    return group, filled(reason, "请写明更正的理由。", "reason")


def _say(
    kind: str,
    marks: Iterable[MatterMark],
    source: MatterGroup,
    target: MatterGroup | None,
    reason: str,
    by: Any,
    at: datetime,
) -> None:
    """Keeps what was said, and shows it at once."""
    marks = list(marks)
    facts: dict[str, Any] = {"kind": kind, "source": source, "target": target, "reason": reason, "by": by, "at": at}
    MatterCorrection.objects.bulk_create(
        MatterCorrection(letter_id=mark.letter_id, record_id=mark.record_id, **facts) for mark in marks
    )
    named = {"matter": target.matter} if target else {}
    MatterMark.objects.filter(pk__in=[mark.pk for mark in marks]).update(group=target, **named)
