"""The desk: reports that wait to be heard, and awards that wait for their meeting or to be published."""

from datetime import date
from typing import Any

from django.db.models import QuerySet
from django.urls import reverse

from foundation.web.cards import Card
from foundation.web.trays import Tray
from suggestions.models import Appraisal, HandedReport
from suggestions.rules.relations import DISTRICT_OFFICE
from suggestions.states import AppraisalState

OFFICE = frozenset(DISTRICT_OFFICE)


def _to_hear(user: Any, on: date) -> QuerySet:
    return HandedReport.objects.visible_to(user).to_hear()


def _report(pk: int, title: str, organisation__name: str) -> dict[str, Any]:
    return {"title": title, "url": reverse("suggestions:handed-report", args=[pk]), "meta": organisation__name}


def _to_settle(user: Any, on: date) -> QuerySet:
    return Appraisal.objects.visible_to(user).exclude(state=AppraisalState.PUBLISHED)


def _appraisal(**columns: Any) -> dict[str, Any]:
    row = Appraisal(**columns)
    return {"title": str(row), "url": row.get_absolute_url(), "meta": row.get_state_display()}


TO_HEAR = Tray(_to_hear, ("pk", "title", "organisation__name"), _report, "suggestions:handed-reports")
TO_SETTLE = Tray(_to_settle, ("pk", "kind", "year", "state"), _appraisal, "suggestions:appraisals")
CARDS = (
    Card("reports-to-hear", "待审议的办理情况报告", OFFICE, TO_HEAR, order=170, empty="提交的报告都已登记听取。"),
    Card("appraisals", "年度评选", OFFICE, TO_SETTLE, order=171, icon="star", empty="没有待决定、待公布的评选。"),
)
