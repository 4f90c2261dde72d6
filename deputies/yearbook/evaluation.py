"""What stands beside an evaluation: the year's points by every scheme, and what of the file decides by itself."""

from dataclasses import dataclass
from datetime import date
from decimal import Decimal

from deputies.models import DutyEntry, Evaluation, PointStanding
from deputies.states import PeriodKind, SnapshotState
from deputies.yearbook.points import schemes_for, scores, span_of
from foundation.web.chinese import date_text


@dataclass(frozen=True)
class Beside:
    """The points of the evaluated year by one scheme; `fixed` when they come from a snapshot under its hash."""

    scheme: str
    total: Decimal
    grade: str
    place: int | None
    fixed: bool

    @property
    def words(self) -> str:
        """ "118.50分，优秀，第3名（已固定）"."""
        parts = [f"{self.total}分", self.grade, f"第{self.place}名" if self.place else ""]
        return "，".join(part for part in parts if part) + ("（已固定的全年积分）" if self.fixed else "（截至今日）")


def points_beside(row: Evaluation, *, on: date) -> list[Beside]:
    """The year's snapshot of each scheme of the level where it is fixed, else the file's points of today."""
    year, deputy = row.round.year, row.mandate.deputy_id
    level = row.round.scheme.level
    standings = PointStanding.objects.filter(
        deputy=deputy,
        snapshot__kind=PeriodKind.YEAR,
        snapshot__year=year,
        snapshot__state=SnapshotState.FIXED,
        snapshot__scheme__level=level,
    ).select_related("snapshot__scheme")
    fixed = {one.snapshot.scheme_id: one for one in standings.order_by("snapshot__edition")}
    found = [Beside(one.snapshot.scheme.name, one.total, one.grade, one.place, True) for one in fixed.values()]
    for scheme in schemes_for([level], min(on, date(year, 12, 31))):
        if scheme.pk not in fixed:
            score = scores(scheme, [deputy], span_of(scheme, PeriodKind.YEAR, year), on=on)[deputy]
            found.append(Beside(scheme.name, score.total, score.grade, None, False))
    return found


def vetoes_of(row: Evaluation) -> str:
    """What in the deputy's file of the year decides by itself; one line each, empty when there is nothing."""
    kinds = row.round.scheme.vetoes.all()
    lines = DutyEntry.objects.counting().of_year(row.round.year).filter(deputy=row.mandate.deputy_id, kind__in=kinds)
    rows = lines.filter(level=row.round.scheme.level).select_related("kind").order_by("on", "pk")
    return "\n".join(f"{date_text(line.on)}，{line.kind}：{line.title}" for line in rows)
