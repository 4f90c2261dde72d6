"""On the page of a case session: the excellent suggestions that are talked through."""

from typing import Any

from django.http import HttpRequest
from django.utils import timezone

from deputies.models import Activity
from foundation.web.panels import Panel
from suggestions.models import CaseStudy
from suggestions.rules import may_choose_case
from suggestions.rules.case_study import CASE_SESSION


def _cases(request: HttpRequest, activity: Activity) -> dict[str, Any] | None:
    if activity.kind.code != CASE_SESSION:
        return None
    cases = CaseStudy.objects.visible_to(request.user).filter(activity=activity).select_related("suggestion")
    may_choose = bool(may_choose_case(request.user, activity, on=timezone.localdate()))
    return {"cases": list(cases.order_by("pk")), "may_choose": may_choose, "activity": activity}


CASE_STUDIES = Panel("deputies.activity", "cases", "交流的优秀建议", "suggestions/case_panel.html", _cases, order=20)
