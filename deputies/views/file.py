"""A deputy's performance file (履职档案): eight blocks, points with their rules, progress. Made for a phone first."""

from dataclasses import dataclass
from datetime import date
from decimal import Decimal
from typing import Any

from django.db.models import Prefetch, QuerySet
from django.http import Http404
from django.shortcuts import get_object_or_404
from django.urls import reverse

from deputies import rules
from deputies.models import Deputy, DutyEntry, Mandate, PointScheme, PointStanding
from deputies.states import DutyBlock, DutyState, Level, PeriodKind, SnapshotState
from deputies.yearbook.points import Span, explained, progress, schemes_for, score_lines, span_of, targets_for
from deputies.yearbook.sources import named_sources
from foundation.web.actions import Action
from foundation.web.charts import bar_chart
from foundation.web.views import DetailPage


@dataclass(frozen=True)
class Block:
    """One block of the file: its lines, each with its points; None where no scheme is in force."""

    key: str
    name: str
    lines: list[tuple[DutyEntry, Decimal | None]]


SHOWN = (DutyState.CONFIRMED, DutyState.REPORTED, DutyState.DECLINED)
YEARS = 5


class FilePage(DetailPage):
    """One deputy's file in one year."""

    template_name = "deputies/file.html"
    context_name = "deputy"

    def queryset(self) -> QuerySet[Deputy]:
        seats = Mandate.objects.with_places().select_related("group", "term__congress")
        return Deputy.objects.visible_to(self.request.user).prefetch_related(Prefetch("mandates", queryset=seats))

    def get_object(self) -> Deputy:
        deputy = super().get_object()
        if not rules.may_open_file(self.request.user, deputy):
            raise Http404
        return deputy

    def get_title(self) -> str:
        return f"{self.object.name}的履职档案"

    def get_crumbs(self) -> list[tuple[str, str]]:
        return [("代表名册", reverse("deputies:list")), (self.object.name, self.object.get_absolute_url())]

    def actions(self, obj: Deputy) -> list[Action]:
        user, enter = self.request.user, reverse("deputies:enter-duty", args=[obj.pk])
        offered = [Action("登记履职记录", enter, rules.may_enter_duty(user, obj, on=self.on))]
        if obj.user_id == user.pk:
            may_report = rules.may_report_duty(user, on=self.on)
            offered.append(Action("自报履职记录", reverse("deputies:report-duty"), may_report, "primary", "edit"))
        return [action for action in offered if action.allowed]

    def get_context_data(self, **kwargs: Any) -> dict[str, Any]:
        levels = {seat.level for seat in self.object.mandates.all()} or {Level.DISTRICT}
        schemes = schemes_for(levels, self.on)
        scheme = _chosen(schemes, self.request.GET.get("scheme", ""))
        year = _year(self.request.GET.get("year", ""), scheme, self.on)
        span = span_of(scheme or PointScheme(), PeriodKind.YEAR, year)
        lines = self.lines(span.first)
        mine = [line for line in lines if span.first <= line.on <= span.last]
        facts = {
            "span": span,
            "years": self.tabs(scheme, year),
            "schemes": self.scheme_tabs(schemes, scheme, year),
            "basics": _basics(self.object),
            "targets": progress(targets_for(levels, self.on), lines, (span.first, span.last)),
            "counted": sum(line.counts for line in mine),
            "waiting": sum(line.state == DutyState.REPORTED for line in mine),
            "standings": self.standings(span),
            "sources": named_sources(mine, self.request.user),
            **_points(scheme, mine, span, self.on),
        }
        return super().get_context_data(**{**facts, **kwargs})

    def lines(self, first: date) -> list[DutyEntry]:
        """What stood, waits or was declined since the year or the term began, whichever is earlier."""
        starts = [seat.term.starts_on for seat in self.object.mandates.all() if seat.term.starts_on]
        rows = DutyEntry.objects.filter(deputy=self.object, state__in=SHOWN, on__gte=min([first, *starts]))
        return list(rows.select_related("kind", "source_type").order_by("-on", "-pk"))

    def standings(self, span: Span) -> QuerySet[PointStanding]:
        """What was fixed of that year, the latest edition of each period."""
        rows = PointStanding.objects.filter(deputy=self.object, snapshot__year=span.year)
        rows = rows.filter(snapshot__state=SnapshotState.FIXED, snapshot__corrected_by=None)
        return rows.select_related("snapshot__scheme").order_by("snapshot__last_on", "pk")

    def tabs(self, scheme: PointScheme | None, year: int) -> list[dict[str, Any]]:
        now = scheme.year_of(self.on) if scheme else self.on.year
        more = f"&scheme={scheme.pk}" if scheme else ""
        years = range(now, now - YEARS, -1)
        return [{"label": f"{one}年", "url": f"?year={one}{more}", "current": one == year} for one in years]

    def scheme_tabs(self, schemes: list[PointScheme], chosen: PointScheme | None, year: int) -> list[dict[str, Any]]:
        """Only where there is something to choose."""
        if len(schemes) < 2:
            return []
        return [
            {"label": one.name, "url": f"?year={year}&scheme={one.pk}", "current": one == chosen} for one in schemes
        ]


class MyFile(FilePage):
    """The same page under an address every deputy shares."""

    def get_object(self) -> Deputy:
        return get_object_or_404(self.queryset(), user=self.request.user)

    def get_title(self) -> str:
        return "我的履职"

    def get_crumbs(self) -> list[tuple[str, str]]:
        return []


def _points(scheme: PointScheme | None, lines: list[DutyEntry], span: Span, on: date) -> dict[str, Any]:
    """The total with everything it is made of, and the blocks with the points of each line."""
    if scheme is None:
        return _shown(_blocks(lines, {}), span)
    found = score_lines(scheme, lines, span, on=on)
    facts = {"scheme": scheme, "score": found, "rules": explained(scheme, found)}
    facts["parts"] = [(part.name, row) for part, row in zip(scheme.parts.all(), found.parts, strict=True)]
    facts["vetoes"] = [rule.kind.name for rule in scheme.rules.all() if rule.kind.code in found.vetoes]
    return facts | _shown(_blocks(lines, {line.key: line.points for line in found.lines}), span)


def _shown(blocks: list[Block], span: Span) -> dict[str, Any]:
    counted = [(block.name, sum(line.counts for line, _ in block.lines)) for block in blocks]
    return {"blocks": blocks, "chart": bar_chart(f"{span.name}各栏目履职记录", counted, unit="条")}


def _blocks(lines: list[DutyEntry], points: dict[int, Decimal]) -> list[Block]:
    """The seven blocks of the file that hold lines; the first one is the deputy himself."""
    found = {block.value: Block(block.value, block.label, []) for block in DutyBlock if block != DutyBlock.BASIC}
    for line in lines:
        found[line.kind.block].lines.append((line, points.get(line.pk)))
    return list(found.values())


def _basics(deputy: Deputy) -> list[tuple[str, str]]:
    seats = [f"{seat.title}（{seat.delegation or '未编团'}）" for seat in deputy.mandates.all()]
    groups = [str(seat.group) for seat in deputy.mandates.all() if seat.group]
    return [
        ("代表职务", "、".join(dict.fromkeys(seats))),
        ("代表小组", "、".join(dict.fromkeys(groups))),
        ("单位及职务", deputy.employer_title),
    ]


def _chosen(schemes: list[PointScheme], asked: str) -> PointScheme | None:
    """The one asked for, else the first in force."""
    return next((one for one in schemes if str(one.pk) == asked), schemes[0] if schemes else None)


def _year(asked: str, scheme: PointScheme | None, on: date) -> int:
    now = scheme.year_of(on) if scheme else on.year
    is_year = asked.isascii() and asked.isdigit() and now - 20 <= int(asked[:4]) <= now
    return int(asked[:4]) if is_year else now
