"""Excellent suggestions chosen for a case session of the deputies' training."""

from typing import Any

from django.db.models import QuerySet

from deputies.models import Activity
from foundation.web.views import StepView
from suggestions import rules
from suggestions.forms.case_study import CaseForm
from suggestions.models import Suggestion
from suggestions.transitions.choose_case import choose_case


class ChooseCase(StepView):
    form_class = CaseForm
    rule = rules.may_choose_case
    transition = choose_case
    title = "选入优秀建议"
    button = "选入"
    success_message = "已选入本次交流。"
    versioned = False
    crumbs = (("履职活动", "/deputies/activities/"),)

    def queryset(self) -> QuerySet[Activity]:
        return Activity.objects.visible_to(self.request.user).select_related("kind", "organiser", "group")

    def form_kwargs(self) -> dict[str, Any]:
        awarded = Suggestion.objects.visible_to(self.request.user).filter(awards__isnull=False)
        chosen = self.object.case_studies.values("suggestion")
        rows = Suggestion.objects.filter(pk__in=awarded.order_by().values("pk")).exclude(pk__in=chosen)
        return {"suggestions": rows.order_by("-registered_at", "-pk")}
