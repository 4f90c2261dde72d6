"""The published part of the issue ledger: for everybody, without an account."""

from typing import Any

from django.contrib.auth.decorators import login_not_required
from django.db.models import QuerySet
from django.utils.decorators import method_decorator

from foundation.web.chinese import date_text
from foundation.web.views import DetailPage, ListPage
from supervision.forms.problems import PublicFilter
from supervision.models import Problem
from supervision.states.problem import OPEN, ProblemState

PUBLIC_CRUMB = ("监督问题清单", "/supervision/open/problems/")


@method_decorator(login_not_required, name="dispatch")
class PublicProblems(ListPage):
    """What supervision has found and what has come of it, the latest first."""

    title = "监督问题清单"
    template_name = "supervision/public_problems.html"
    filter_form_class = PublicFilter
    empty = "还没有公开的问题。"

    def queryset(self) -> QuerySet[Problem]:
        return Problem.objects.public().with_names()

    def filter(self, rows: QuerySet[Problem], wanted: dict[str, Any]) -> QuerySet[Problem]:
        if "q" in wanted:
            rows = rows.filter(title__contains=wanted["q"])
        if "stands" in wanted:
            rows = rows.filter(state__in=(ProblemState.STRUCK,) if wanted["stands"] == "struck" else OPEN)
        return rows.filter(unit=wanted["unit"]) if "unit" in wanted else rows


@method_decorator(login_not_required, name="dispatch")
class PublicProblem(DetailPage):
    """One published problem with the lines of its story that were chosen."""

    template_name = "supervision/public_problem.html"
    context_name = "problem"
    crumbs = (PUBLIC_CRUMB,)

    def queryset(self) -> QuerySet[Problem]:
        return Problem.objects.public().with_names()

    def get_context_data(self, **kwargs: Any) -> dict[str, Any]:
        problem = self.object
        facts = [
            ("来源", problem.source_words),
            ("责任单位", str(problem.unit)),
            ("责任人", problem.person),
            ("整改期限", date_text(problem.due_on)),
            ("公开时间", date_text(problem.published_at)),
        ]
        entries = list(problem.entries.filter(is_public=True))
        return super().get_context_data(basics=facts, entries=entries, **kwargs)
