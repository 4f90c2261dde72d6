"""What everybody reads of the plan of supervision: the published plans, each with its progress and adjustments."""

from typing import Any

from django.contrib.auth.decorators import login_not_required
from django.db.models import QuerySet
from django.urls import reverse
from django.utils.decorators import method_decorator

from foundation.web.views import DetailPage, ListPage
from supervision.cards.plan import progress_of, stats_of
from supervision.models import PlanYear, Solicitation
from supervision.views.plan import changes_of

# Older ones are reached by the plan of their year.
ANSWERED = 10


@method_decorator(login_not_required, name="dispatch")
class PublicPlans(ListPage):
    """The latest year first; calls for topics that are open stand above."""

    title = "监督计划"
    template_name = "supervision/public_plans.html"
    empty = "还没有公布年度监督工作计划。"

    def queryset(self) -> QuerySet[PlanYear]:
        return PlanYear.objects.public().with_counts().order_by("-year")

    def get_context_data(self, **kwargs: Any) -> dict[str, Any]:
        calls = list(Solicitation.objects.accepting(self.on).order_by("closes_on", "pk"))
        answered = list(Solicitation.objects.answered().order_by("-answered_at", "-pk")[:ANSWERED])
        return super().get_context_data(calls=calls, answered=answered, **kwargs)


@method_decorator(login_not_required, name="dispatch")
class PublicPlan(DetailPage):
    template_name = "supervision/public_plan.html"
    context_name = "plan"

    def queryset(self) -> QuerySet[PlanYear]:
        return PlanYear.objects.public().select_related("meeting")

    def get_crumbs(self) -> list[tuple[str, str]]:
        return [("监督计划", reverse("supervision:public-plans"))]

    def get_context_data(self, **kwargs: Any) -> dict[str, Any]:
        topics = progress_of(self.object, self.on, house=False)
        facts = {"topics": topics, "stats": stats_of(topics), "changes": changes_of(self.object)}
        return super().get_context_data(**{**facts, **kwargs})
