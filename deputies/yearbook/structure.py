"""The structure of the deputies on a day, from the register to a table of figures."""

from collections.abc import Sequence
from datetime import date, datetime, time, timedelta
from typing import Any

from django.apps import apps
from django.db.models import QuerySet
from django.utils import timezone

from deputies.models import Mandate, StructureLine
from deputies.models.deputy import Sex
from deputies.states import Dimension, Standing
from deputies.statistics import Member, Share, structure
from foundation.documents.figures.sheet import Cell, Column, Kind, Row, Sheet
from foundation.workdays.clock import today

NOTE = (
    "各项互有交叉，不能相加；占比以代表总数为基数，未登记的人数单独列出。"
    "过去的日期按当日登记的个人情况统计，当日尚未登记的按现在登记的统计。"
)


def members_of(seats: QuerySet[Mandate], on: date | None = None) -> list[Member]:
    """One member per seat, with what was entered about the person and the seat at the end of the day `on`.

    Whom the row history does not know on that day counts as entered now. One query; three for a past day.
    """
    rows = list(seats.select_related("deputy"))
    if on is None or on >= today():
        return [_member(seat, seat.deputy) for seat in rows]
    people = _as_of("DeputyEvent", [seat.deputy_id for seat in rows], on)
    held = _as_of("MandateEvent", [seat.pk for seat in rows], on)
    return [_member(held.get(seat.pk, seat), people.get(seat.deputy_id, seat.deputy), seat.pk) for seat in rows]


def _as_of(history: str, keys: Sequence[int], on: date) -> dict[int, Any]:
    """The last row of the history of each object up to the end of the day."""
    midnight = timezone.make_aware(datetime.combine(on + timedelta(days=1), time.min))
    rows = apps.get_model("deputies", history).objects.filter(pgh_obj_id__in=keys, pgh_created_at__lt=midnight)
    return {row.pgh_obj_id: row for row in rows.order_by("pgh_obj_id", "-pgh_id").distinct("pgh_obj_id")}


def shares_on(members: Sequence[Member], on: date) -> list[Share]:
    """The lines in force on `on`, counted."""
    return structure(members, StructureLine.objects.on(on), on)


def sheet_of(shares: Sequence[Share], total: int, on: date) -> Sheet:
    """The table that screen and workbook share."""
    columns = (
        Column("dimension", "统计方面", Kind.TEXT),
        Column("count", "人数"),
        Column("share", "占比（%）", Kind.RATE),
        Column("unknown", "未登记人数"),
    )
    whole = Row("total", "代表总数", (Cell(""), Cell(total), Cell("100.00" if total else None), Cell(0)), is_total=True)
    rows = [
        Row(
            str(share.line.pk),
            share.line.name,
            (
                Cell(Dimension(share.line.dimension).label),
                Cell(share.count, "seat", share.keys),
                Cell(share.percent),
                Cell(share.unknown),
            ),
        )
        for share in shares
    ]
    return Sheet("structure", f"代表结构统计（{on:%Y-%m-%d}）", "项目", columns, [whole, *rows], NOTE)


def _member(seat: Any, person: Any, key: int | None = None) -> Member:
    """Of the rows of the register, or of those of its history."""
    held = {
        Standing.RE_ELECTED: seat.re_elected,
        Standing.NEW: not seat.re_elected,
        Standing.BY_ELECTION: seat.by_election,
        Standing.SC_MEMBER: seat.sc_member,
    }
    return Member(
        key or seat.pk,
        sex=str(Sex(person.sex).label) if person.sex else "",
        ethnic_group=person.ethnic_group,
        party=person.party,
        education=f"{person.education}{person.degree}",
        occupation=person.occupation,
        birth=person.birth_month,
        overseas=person.returned_overseas,
        standing=frozenset(code for code, is_so in held.items() if is_so),
    )
