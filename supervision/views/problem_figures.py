"""What has come of the ledger: per unit, what is solved and not what was visited."""

from fractions import Fraction
from typing import Any

from django import forms
from django.db.models import QuerySet

from foundation.accounts.models import Organisation
from foundation.ballots.wording import percent
from foundation.web.charts import bar_chart
from foundation.web.tables import Column
from foundation.web.views import Behind, ListPage
from supervision.models import Problem
from supervision.rules.problems import may_read_figures
from supervision.views.problems import CRUMB

SUMS = (
    ("列入清单", "found", ""),
    ("已销号", "struck", "ok"),
    ("未销号", "mending", ""),
    ("已超期", "overdue", "late"),
    ("曾经反弹", "back", "warn"),
)


def share(unit: Any) -> str:
    """Struck off over found, with both figures beside it."""
    return f"{unit.struck}÷{unit.found}＝{percent(Fraction(unit.struck, unit.found))}%"


class YearForm(forms.Form):
    year = forms.IntegerField(label="登记年份", required=False, min_value=2000, max_value=2100)


class ProblemUnits(Behind, ListPage):
    """Every unit with a problem in the ledger and what it has solved, those with overdue ones first."""

    door = may_read_figures
    template_name = "supervision/problem_units.html"
    title = "各单位整改情况"
    export_name = "各单位整改情况"
    filter_form_class = YearForm
    empty = "还没有交办的问题。"
    crumbs = (CRUMB,)
    columns = (
        Column("单位", "label", primary=True, link=lambda row: f"/supervision/problems/?unit={row.pk}"),
        Column("列入清单", "found", kind="number"),
        Column("已销号", "struck", kind="number"),
        Column("其中按期", "in_time", kind="number"),
        Column("未销号", "mending", kind="number"),
        Column("已超期", "overdue", kind="number"),
        Column("曾经反弹", "back", kind="number"),
        Column("销号率", share),
    )

    def queryset(self) -> QuerySet[Organisation]:
        return self.problems().per_unit(self.on)

    def problems(self) -> Any:
        rows = Problem.objects.all()
        year = self.form.cleaned_data.get("year") if self.form and self.form.is_bound and self.form.is_valid() else None
        return rows.of_year(year) if year else rows

    def get_context_data(self, **kwargs: Any) -> dict[str, Any]:
        units = list(self.queryset())
        stats = [(label, sum(getattr(unit, name) for unit in units), tone) for label, name, tone in SUMS]
        open_ones = [(unit.label, unit.mending) for unit in units[:12] if unit.mending]
        chart = bar_chart("未销号的问题（件）", open_ones) if open_ones else None
        return super().get_context_data(stats=stats, chart=chart, **kwargs)
