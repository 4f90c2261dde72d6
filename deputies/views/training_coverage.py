"""Who has been trained: all serving deputies in a year, the newly elected in the term; the gaps by name."""

from collections.abc import Sequence
from datetime import date
from typing import Any

from django.db.models import Count, Q, QuerySet

from deputies import rules
from deputies.forms.training import CoverageFilter
from deputies.models import Delegation, Mandate, Term
from deputies.querysets import gaps, with_training
from deputies.views.training import CRUMB
from foundation.web.tables import Column
from foundation.web.views import Behind, ListPage


class TrainingCoverage(Behind, ListPage):
    """One line for each serving deputy; the filter leaves those who still wait."""

    door = rules.may_see_coverage
    template_name = "deputies/training_coverage.html"
    title = "参训情况"
    export_name = "代表参训情况"
    per_page = 50
    crumbs = (CRUMB,)
    filter_form_class = CoverageFilter
    empty = "名册中还没有在任代表。"

    def filter_arguments(self) -> dict[str, Any]:
        return {"delegations": Delegation.objects.filter(term=Term.objects.current())}

    @property
    def year(self) -> int:
        """The year asked for, else the present one."""
        raw = self.request.GET.get("year", "")
        return int(raw) if raw.isascii() and raw.isdigit() and 2000 <= int(raw) <= 2100 else self.on.year

    def seats(self) -> QuerySet[Mandate]:
        """Those who serve today with what they attended in the year."""
        serving = Mandate.objects.at_home().serving_on(self.on)
        return with_training(serving, date(self.year, 1, 1), date(self.year, 12, 31))

    def queryset(self) -> QuerySet[Mandate]:
        rows = self.seats().select_related("deputy", "delegation")
        return rows.order_by("delegation__order", "deputy__pinyin_key", "pk")

    def filter(self, rows: QuerySet[Mandate], wanted: dict[str, Any]) -> QuerySet[Mandate]:
        new = wanted.get("who") == "new"
        if "delegation" in wanted:
            rows = rows.filter(delegation=wanted["delegation"])
        if wanted.get("gap"):
            return gaps(rows, new=new)
        return rows.filter(is_new=True) if new else rows

    def get_columns(self) -> Sequence[Column]:
        return [
            Column("代表", "deputy.name", link=lambda seat: seat.get_absolute_url(), primary=True),
            Column("代表团", lambda seat: str(seat.delegation or "")),
            Column("新当选", lambda seat: "是" if seat.is_new else ""),
            Column("初任培训", _introduced, kind="badge", tone=_introduced_tone),
            Column(f"{self.year}年参训（期）", "batches_attended", kind="number"),
            Column("本年", _trained, kind="badge", tone=lambda seat: "ok" if seat.batches_attended else "warn"),
        ]

    def get_context_data(self, **kwargs: Any) -> dict[str, Any]:
        return super().get_context_data(stats=coverage(self.seats(), self.year), year=self.year, **kwargs)


def coverage(seats: QuerySet[Mandate], year: int) -> list[dict[str, Any]]:
    """The figures above the list, with the filter that shows whom they leave out; one query."""
    new = Q(is_new=True)
    found = seats.order_by().aggregate(
        all=Count("pk"),
        trained=Count("pk", filter=Q(batches_attended__gt=0)),
        new=Count("pk", filter=new),
        introduced=Count("pk", filter=new & Q(was_introduced=True)),
    )
    open_all, open_new = found["all"] - found["trained"], found["new"] - found["introduced"]
    return [
        {
            "label": f"{year}年已参训",
            "value": found["trained"],
            "note": f"在任代表{found['all']}人，{share(found['trained'], found['all'])}",
        },
        {"label": f"{year}年未参训", "value": open_all, "url": f"?year={year}&gap=gap", "tone": tone(open_all)},
        {
            "label": "已参加初任培训",
            "value": found["introduced"],
            "note": f"新当选代表{found['new']}人，{share(found['introduced'], found['new'])}",
        },
        {
            "label": "未参加初任培训",
            "value": open_new,
            "url": f"?year={year}&who=new&gap=gap",
            "tone": tone(open_new),
        },
    ]


def share(part: int, whole: int) -> str:
    """ "覆盖率62.5%"; nobody has no rate."""
    return f"覆盖率{100 * part / whole:.1f}%" if whole else "没有应训代表"


def tone(waiting: int) -> str:
    return "warn" if waiting else ""


def _trained(seat: Any) -> str:
    return "已参训" if seat.batches_attended else "未参训"


def _introduced(seat: Any) -> str:
    if not seat.is_new:
        return "不适用"
    return "已参加" if seat.was_introduced else "未参加"


def _introduced_tone(seat: Any) -> str:
    if not seat.is_new:
        return "muted"
    return "ok" if seat.was_introduced else "warn"
