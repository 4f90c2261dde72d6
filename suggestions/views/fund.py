"""The handling fund: the pots, the ledger of one year with its running balance, applications."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import datetime
from decimal import Decimal
from typing import Any

from django.db.models import QuerySet
from django.http import HttpRequest
from django.http.response import HttpResponseBase
from django.urls import reverse, reverse_lazy

from deputies.states import Level
from foundation.web import export
from foundation.web.chinese import money_text
from foundation.web.tables import Column, Table
from foundation.web.tones import tone_of
from foundation.web.views import CreateStep, DetailPage, ListPage, StepView
from foundation.workdays.arithmetic import add_months
from suggestions import rules
from suggestions.forms import fund as forms
from suggestions.models import (
    Assignment,
    FundApplication,
    FundPayment,
    FundProject,
    FundYear,
    PotChange,
    ProjectAmount,
    Switch,
    SwitchKey,
    Threshold,
)
from suggestions.models.threshold import FUND_WINDOW
from suggestions.querysets.fund import reads_all
from suggestions.states import ProjectState
from suggestions.transitions.fund import adjust_pot, set_pot
from suggestions.views.verb import Verb

ADJUST = Verb("调整总额", "adjust-pot", rules.may_adjust_pot)
CRUMB = ("专项资金", "/suggestions/funds/")


@dataclass(frozen=True)
class Line:
    """One entry of the ledger: what it did to the pot, to the part given away, to what is paid, and what is left."""

    at: datetime
    kind: str
    words: str
    project: str
    url: str
    pot: Decimal
    allotted: Decimal
    paid: Decimal
    free: Decimal
    cash: Decimal


LINE_COLUMNS = (
    Column("时间", "at", kind="datetime"),
    Column("事项", "kind"),
    Column("项目", "project", link=lambda line: line.url, primary=True),
    Column("说明", "words"),
    Column("总额增减", lambda line: line.pot or None, kind="number"),
    Column("安排", lambda line: line.allotted or None, kind="number"),
    Column("拨付", lambda line: line.paid or None, kind="number"),
)
# Of some projects alone they would be wrong.
BALANCES = (Column("未安排余额", "free", kind="number"), Column("账面余额", "cash", kind="number"))
PROJECT_COLUMNS = (
    Column("项目", "name", link=lambda row: row.get_absolute_url(), primary=True),
    Column("建议", lambda row: str(row.suggestion) if row.opens_suggestion else row.suggestion.number_text),
    Column("实施单位", "carrier.label"),
    Column("核定金额（元）", "approved", kind="number"),
    Column("已拨付（元）", "paid", kind="number"),
    Column(
        "状态", "get_state_display", kind="badge", tone=lambda row: tone_of("suggestions.fundproject.state", row.state)
    ),
    Column("完工日期", "completed_on", kind="date"),
)


class Funds(ListPage):
    """The pot of each year."""

    template_name = "suggestions/funds.html"
    title = "建议办理专项资金"
    columns = (
        Column("年度", str, link=lambda row: row.get_absolute_url(), primary=True),
        Column("总额（元）", "pot", kind="number"),
        Column("已安排（元）", "allotted", kind="number"),
        Column("余额（元）", "balance", kind="number"),
    )
    export_name = "建议办理专项资金"
    empty = "还没有专项资金。由代表工作机构按常委会的决定设立年度资金。"

    def queryset(self) -> QuerySet:
        return FundYear.objects.visible_to(self.request.user)

    def get_context_data(self, **kwargs: Any) -> dict[str, Any]:
        may_set = bool(rules.may_set_fund(self.request.user, on=self.on))
        return super().get_context_data(may_set=may_set, **kwargs)


class FundPage(DetailPage):
    """One year: its projects, and every entry with the balance after it. Carriers see their own projects' entries."""

    template_name = "suggestions/fund.html"
    context_name = "fund"

    def queryset(self) -> QuerySet:
        return FundYear.objects.visible_to(self.request.user)

    def get(self, request: HttpRequest, **kwargs: Any) -> HttpResponseBase:
        wanted = request.GET.get("format", "")
        if wanted in export.FORMATS:
            self.object = self.get_object()
            return export.export_rows(request, self.columns(), self.lines(), f"{self.object}台账", wanted)
        return super().get(request, **kwargs)

    def get_crumbs(self) -> list[tuple[str, str]]:
        return [CRUMB]

    def projects(self) -> list[FundProject]:
        rows = FundProject.objects.visible_to(self.request.user).filter(fund=self.object)
        return list(rows.read_by(self.request.user).with_names().order_by("pk"))

    def columns(self) -> tuple[Column, ...]:
        return (*LINE_COLUMNS, *BALANCES) if reads_all(self.request.user) else LINE_COLUMNS

    def lines(self) -> list[Line]:
        return ledger_of(self.object, self.projects())

    def actions(self, obj: FundYear) -> list[Any]:
        offered = [ADJUST.action(self.request.user, obj, self.on)]
        return [action for action in offered if action.allowed]

    def get_context_data(self, **kwargs: Any) -> dict[str, Any]:
        projects = self.projects()
        lines = ledger_of(self.object, projects)
        paid = sum((line.paid for line in lines), Decimal(0))
        facts = {
            "projects": Table(PROJECT_COLUMNS, projects, "项目", "还没有安排项目。"),
            "table": Table(self.columns(), lines, "资金台账", "还没有记录。"),
            "stats": [
                ("资金总额", money_text(self.object.pot)),
                ("已安排", money_text(self.object.allotted)),
                ("未安排余额", money_text(self.object.balance)),
                ("已拨付" if reads_all(self.request.user) else "本单位项目已拨付", money_text(paid)),
            ],
            "export_formats": export.FORMATS,
        }
        return super().get_context_data(**facts, **kwargs)


def ledger_of(fund: FundYear, projects: Sequence[FundProject]) -> list[Line]:
    """Every entry of these projects and of the pot in the order of time, each with the balances after it.

    A project that was cancelled gives its money back in an entry of its own. Four queries.
    """
    known = {project.pk: project for project in projects}
    entries: list[tuple[datetime, int, str, str, FundProject | None, Decimal, Decimal, Decimal]] = []
    none = Decimal(0)
    for change in PotChange.objects.filter(fund=fund):
        entries.append((change.recorded_at, 0, "资金总额", change.decision, None, change.amount, none, none))
    for row in ProjectAmount.objects.filter(project__in=known):
        entries.append((row.recorded_at, 1, "核定金额", row.reason, known[row.project_id], none, row.change, none))
    for paid in FundPayment.objects.filter(project__in=known):
        words = f"凭证{paid.voucher}，{paid.payee}"
        entries.append((paid.recorded_at, 2, "拨付", words, known[paid.project_id], none, none, paid.amount))
    for project, at in _cancelled(projects):
        entries.append((at, 3, "取消项目", project.cancel_reason, project, none, -project.approved, none))
    return _running(fund, sorted(entries, key=lambda entry: entry[:2]))


def _cancelled(projects: Sequence[FundProject]) -> list[tuple[FundProject, datetime]]:
    return [
        (project, project.cancelled_at)
        for project in projects
        if project.state == ProjectState.CANCELLED and project.cancelled_at
    ]


def _running(fund: FundYear, entries: Sequence[Any]) -> list[Line]:
    lines, free, cash = [], Decimal(0), Decimal(0)
    for at, _, kind, words, project, pot, allotted, paid in entries:
        free, cash = free + pot - allotted, cash + pot - paid
        name, url = (str(project), project.get_absolute_url()) if project else ("本年度资金", fund.get_absolute_url())
        lines.append(Line(at, kind, words, name, url, pot, allotted, paid, free, cash))
    return lines


class SetPot(CreateStep):
    form_class = forms.PotForm
    rule = rules.may_set_fund
    transition = set_pot
    title = "设立年度资金"
    button = "设立"
    intro = "按常委会的决定登记。以后增减请办理“调整总额”，原记录保留。"
    success_message = "已设立。"
    back_url = reverse_lazy("suggestions:funds")
    crumbs = (CRUMB,)

    def form_kwargs(self) -> dict[str, Any]:
        return {"on": self.on, "initial": {"year": self.on.year}}


class AdjustPot(StepView):
    form_class = forms.AdjustPotForm
    rule = rules.may_adjust_pot
    transition = adjust_pot
    title = "调整资金总额"
    button = "调整"
    success_message = "已调整。"
    versioned = False

    def queryset(self) -> QuerySet:
        return FundYear.objects.visible_to(self.request.user)

    def form_kwargs(self) -> dict[str, Any]:
        return {"on": self.on}


class FundApplications(ListPage):
    """What units asked for, and what became of it."""

    template_name = "suggestions/fund_applications.html"
    title = "专项资金申请"
    columns = (
        Column("建议", lambda row: str(row.suggestion), primary=True, link=lambda row: row.link),
        Column("申请单位", "assignment.unit.label"),
        Column("申请金额（元）", "amount", kind="number"),
        Column("申请时间", "applied_at", kind="datetime"),
        Column("初审", lambda row: {None: "待初审", True: "通过", False: "不通过"}[row.passed], kind="badge"),
        Column("初审意见", "screening_note"),
    )
    export_name = "专项资金申请"
    empty = "没有专项资金申请。"

    def queryset(self) -> QuerySet:
        rows = FundApplication.objects.visible_to(self.request.user)
        return rows.select_related("suggestion", "assignment__unit").order_by("-applied_at", "-pk")

    def decorate(self, rows: Sequence[FundApplication]) -> None:
        """The clerk goes to the screening, everybody else to the suggestion."""
        clerk = bool(rules.may_set_fund(self.request.user, on=self.on))
        for row in rows:
            screened = reverse("suggestions:screen-application", args=[row.pk])
            row.link = screened if clerk and row.is_open else row.suggestion.get_absolute_url()

    def get_crumbs(self) -> list[tuple[str, str]]:
        return [CRUMB]

    def get_context_data(self, **kwargs: Any) -> dict[str, Any]:
        return super().get_context_data(parts=self.applicable(), **kwargs)

    def applicable(self) -> list[Assignment]:
        """Parts for which the viewer's unit may still apply, where the district has switched that on."""
        mine = Assignment.objects.of_units(self.request.user).answering().filter(suggestion__level=Level.DISTRICT)
        if not Switch.objects.is_on(SwitchKey.FUND_APPLICATION, self.on):
            return []
        months = Threshold.objects.amount(FUND_WINDOW, self.on, default=1)
        rows = mine.filter(first_assigned_on__gte=add_months(self.on, -months))
        asked = FundApplication.objects.exclude(passed=False).values("assignment")
        return list(rows.exclude(pk__in=asked).select_related("suggestion", "unit").order_by("-first_assigned_on")[:50])
