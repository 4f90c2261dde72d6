"""Money of activities: the purposes of each year, and the ledger of one."""

from typing import Any

from django.core.exceptions import PermissionDenied
from django.db.models import QuerySet
from django.http import HttpRequest
from django.http.response import HttpResponseBase
from django.urls import reverse, reverse_lazy

from deputies import rules
from deputies.forms import results as forms
from deputies.models import BudgetLine
from deputies.transitions.activity_budget import allot, open_line, spend
from foundation.web.actions import Action
from foundation.web.chinese import money_text
from foundation.web.tables import Column, Table
from foundation.web.views import CreateStep, DetailPage, ListPage, StepView

CRUMB = ("代表活动经费", "/deputies/budget/")
ENTRIES = (
    Column("登记时间", "recorded_at", kind="datetime"),
    Column("说明", "words", primary=True),
    Column("活动", lambda row: str(row.activity or "")),
    Column("凭证号", "voucher"),
    Column("安排（元）", lambda row: None if row.activity_id else row.amount, kind="number"),
    Column("支出（元）", lambda row: row.amount if row.activity_id else None, kind="number"),
    Column("余额（元）", "balance", kind="number"),
    Column("经办人", "recorded_by.name"),
)


class Budget(ListPage):
    """Every purpose of every year."""

    title = "代表活动经费"
    template_name = "deputies/budget.html"
    export_name = "代表活动经费"
    empty = "还没有登记代表活动经费。"
    columns = (
        Column("用途", "purpose", link=lambda row: row.get_absolute_url(), primary=True),
        Column("年度", "year", kind="number"),
        Column("用于", lambda row: "、".join(kind.name for kind in row.kinds.all())),
        Column("安排（元）", "allotted", kind="number"),
        Column("已支出（元）", "spent", kind="number"),
        Column("余额（元）", "balance", kind="number"),
    )

    def dispatch(self, request: HttpRequest, *args: Any, **kwargs: Any) -> HttpResponseBase:
        verdict = rules.may_read_budget(request.user)
        if not verdict:
            raise PermissionDenied(verdict.reason)
        return super().dispatch(request, *args, **kwargs)

    def queryset(self) -> QuerySet[BudgetLine]:
        return BudgetLine.objects.visible_to(self.request.user).prefetch_related("kinds")

    def get_context_data(self, **kwargs: Any) -> dict[str, Any]:
        may_keep = bool(rules.may_keep_budget(self.request.user, on=self.on))
        return super().get_context_data(may_keep=may_keep, **kwargs)


class BudgetLinePage(DetailPage):
    """One purpose with every entry and the balance after it."""

    template_name = "deputies/budget_line.html"
    context_name = "line"

    def queryset(self) -> QuerySet[BudgetLine]:
        return BudgetLine.objects.visible_to(self.request.user).prefetch_related("kinds")

    def get_crumbs(self) -> list[tuple[str, str]]:
        return [CRUMB]

    def actions(self, obj: BudgetLine) -> list[Action]:
        verdict = rules.may_keep_budget(self.request.user, obj, on=self.on)
        steps = (("登记支出", "spend", "primary"), ("调整金额", "allot", "secondary"))
        offered = [
            Action(name, reverse(f"deputies:{page}", args=[obj.pk]), verdict, tone) for name, page, tone in steps
        ]
        return [action for action in offered if action.allowed]

    def get_context_data(self, **kwargs: Any) -> dict[str, Any]:
        line, balance = self.object, 0
        rows = list(line.entries.select_related("activity", "recorded_by"))
        for row in rows:
            balance += -row.amount if row.activity_id else row.amount
            row.balance = balance
        sums = [
            ("用于", "、".join(kind.name for kind in line.kinds.all())),
            ("安排金额", money_text(line.allotted)),
            ("已支出", money_text(line.spent)),
            ("余额", money_text(line.balance)),
        ]
        return super().get_context_data(sums=sums, entries=Table(ENTRIES, rows, str(line), "还没有收支。"), **kwargs)


class OpenLine(CreateStep):
    form_class = forms.LineForm
    rule = rules.may_keep_budget
    transition = open_line
    title = "登记经费"
    button = "登记"
    intro = "按用途登记经费；支出时只能用于所选类别的活动，超出余额的不能登记。"
    success_message = "已登记。"
    back_url = reverse_lazy("deputies:budget")
    crumbs = (CRUMB,)

    def form_kwargs(self) -> dict[str, Any]:
        return {"on": self.on, "initial": {"year": self.on.year}}


class LineStep(StepView):
    context_name = "line"

    def queryset(self) -> QuerySet[BudgetLine]:
        return BudgetLine.objects.visible_to(self.request.user)

    def get_crumbs(self) -> list[tuple[str, str]]:
        return [CRUMB, (str(self.object), self.object.get_absolute_url())]


class Allot(LineStep):
    form_class = forms.AllotForm
    rule = rules.may_keep_budget
    transition = allot
    title = "调整金额"
    button = "调整"
    success_message = "已调整。"


class Spend(LineStep):
    form_class = forms.SpendForm
    rule = rules.may_keep_budget
    transition = spend
    title = "登记支出"
    button = "登记"
    success_message = "已登记支出。"

    def form_kwargs(self) -> dict[str, Any]:
        return {"line": self.object, "initial": {"spent_on": self.on}}
