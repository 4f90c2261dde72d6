"""Absences from whole sessions, and what the office did about them."""

from typing import Any

from django.core.exceptions import PermissionDenied
from django.db.models import QuerySet
from django.http import HttpRequest
from django.http.response import HttpResponseBase
from django.urls import reverse

from deputies import rules
from deputies.forms.absences import HandleForm
from deputies.models import SessionAbsence
from deputies.transitions.absences import handle_absence
from foundation.web.tables import Column
from foundation.web.views import ListPage, StepView

CRUMB = ("缺席代表大会会议", "/deputies/absences/")


class Absences(ListPage):
    """Every absence of the current term, what waits first."""

    title = "缺席代表大会会议"
    export_name = "缺席代表大会会议"
    empty = "没有代表未经批准缺席代表大会会议。"
    columns = (
        Column("代表", "mandate.deputy.name", link=lambda row: row.get_absolute_url(), primary=True),
        Column("代表团", lambda row: str(row.mandate.delegation or "")),
        Column("会议", "meeting.name"),
        Column("第几次", "ordinal", kind="number"),
        Column("情况", lambda row: _word(row), kind="badge", tone=lambda row: _tone(row)),
        Column("处理时间", "handled_at", kind="datetime"),
    )

    def dispatch(self, request: HttpRequest, *args: Any, **kwargs: Any) -> HttpResponseBase:
        verdict = rules.may_read_absences(request.user)
        if not verdict:
            raise PermissionDenied(verdict.reason)
        return super().dispatch(request, *args, **kwargs)

    def queryset(self) -> QuerySet[SessionAbsence]:
        rows = SessionAbsence.objects.visible_to(self.request.user).select_related("mandate__deputy", "meeting")
        return rows.select_related("mandate__delegation").order_by("handled_at", "-ordinal", "-pk")


class HandleAbsence(StepView):
    """One absence; open to be read after it was handled."""

    template_name = "deputies/absence.html"
    context_name = "absence"
    form_class = HandleForm
    rule = rules.may_handle_absence
    transition = handle_absence
    title = "登记处理情况"
    button = "登记"
    success_message = "处理情况已登记。"
    success_url = "/deputies/absences/"

    def queryset(self) -> QuerySet[SessionAbsence]:
        rows = SessionAbsence.objects.visible_to(self.request.user)
        return rows.select_related("mandate__deputy", "mandate__delegation", "meeting", "handled_by")

    def get_crumbs(self) -> list[tuple[str, str]]:
        return [CRUMB] if rules.may_read_absences(self.request.user) else [("履职活动", reverse("deputies:activities"))]


def _word(row: SessionAbsence) -> str:
    if row.withdrawn_at:
        return "已撤销"
    return "已处理" if row.handled_at else "待处理"


def _tone(row: SessionAbsence) -> str:
    return {"已撤销": "muted", "已处理": "ok"}.get(_word(row), "late" if row.ordinal > 1 else "warn")
