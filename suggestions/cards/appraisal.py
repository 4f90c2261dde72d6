"""The desk: reports that wait to be heard, and awards that wait for their meeting or to be published."""

from datetime import date
from typing import Any

from django.urls import reverse

from foundation.web.cards import Card
from suggestions.models import Appraisal, HandedReport
from suggestions.rules.relations import DISTRICT_OFFICE
from suggestions.states import AppraisalState

SHOWN = 3
OFFICE = frozenset(DISTRICT_OFFICE)


def _to_hear(user: Any, on: date) -> dict[str, Any]:
    rows = list(HandedReport.objects.visible_to(user).to_hear().select_related("organisation"))
    return _facts(rows, "suggestions:handed-reports", lambda row: row.organisation.label)


def _to_settle(user: Any, on: date) -> dict[str, Any]:
    rows = list(Appraisal.objects.light().visible_to(user).exclude(state=AppraisalState.PUBLISHED))
    return _facts(rows, "suggestions:appraisals", lambda row: row.get_state_display())


def _facts(rows: list[Any], page: str, meta: Any) -> dict[str, Any]:
    shown = [{"title": str(row), "url": row.get_absolute_url(), "meta": meta(row)} for row in rows[:SHOWN]]
    return {"count": len(rows), "rows": shown, "url": reverse(page)}


CARDS = (
    Card("reports-to-hear", "待审议的办理情况报告", OFFICE, _to_hear, order=170, empty="提交的报告都已登记听取。"),
    Card("appraisals", "年度评选", OFFICE, _to_settle, order=171, icon="star", empty="没有待决定、待公布的评选。"),
)
