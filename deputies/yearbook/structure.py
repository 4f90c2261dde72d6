"""The structure of the deputies on a day, from the register to a table of figures."""

from collections.abc import Sequence
from datetime import date

from django.db.models import QuerySet

from deputies.models import Mandate, StructureLine
from deputies.states import Dimension, Standing
from deputies.statistics import Member, Share, structure
from foundation.documents.figures.sheet import Cell, Column, Kind, Row, Sheet

NOTE = "各项互有交叉，不能相加；占比以代表总数为基数，未登记的人数单独列出。"


def members_of(seats: QuerySet[Mandate]) -> list[Member]:
    """One member per seat; one query."""
    return [_member(seat) for seat in seats.select_related("deputy")]


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


def _member(seat: Mandate) -> Member:
    person = seat.deputy
    held = {
        Standing.RE_ELECTED: seat.re_elected,
        Standing.NEW: not seat.re_elected,
        Standing.BY_ELECTION: seat.by_election,
        Standing.SC_MEMBER: seat.sc_member,
    }
    return Member(
        seat.pk,
        sex=person.get_sex_display(),
        ethnic_group=person.ethnic_group,
        party=person.party,
        education=f"{person.education}{person.degree}",
        occupation=person.occupation,
        birth=person.birth_month,
        overseas=person.returned_overseas,
        standing=frozenset(code for code, is_so in held.items() if is_so),
    )
