"""Assignment meetings (交办会): the list of them, one of them, its assignment list on screen, paper and as a file."""

from typing import Any

from django.core.exceptions import PermissionDenied
from django.db import transaction
from django.db.models import QuerySet
from django.http import HttpRequest, HttpResponse
from django.http.response import HttpResponseBase
from django.shortcuts import render
from django.urls import reverse
from django.utils import timezone

from foundation.web import export
from foundation.web.actions import Action
from foundation.web.pagination import page_number, paginate
from foundation.web.tables import Column, Table
from foundation.web.tones import tone_of
from foundation.web.views import DetailPage, ListPage, StepView
from suggestions import rules
from suggestions.forms.meetings import MeetingForm, this_year
from suggestions.models import AssignmentMeeting, MeetingRow
from suggestions.states import RowState, UnitRole
from suggestions.tasks import assign_meeting
from suggestions.transitions.assign_many import start_assigning
from suggestions.transitions.meetings import call_meeting, change_meeting, drop_row

PER_PAGE = 20
CRUMBS = (("代表建议", "/suggestions/"), ("交办会", "/suggestions/meetings/"))


class MeetingList(ListPage):
    """Every assignment meeting of the office, newest first."""

    template_name = "suggestions/meetings.html"
    title = "交办会"
    crumbs = CRUMBS[:1]
    columns = (
        Column("名称", "title", link=lambda row: row.get_absolute_url(), primary=True),
        Column("交办日期", "held_on", kind="date"),
        Column("召开方式", "hosts"),
        Column("清单件数", "total", kind="number"),
        Column("已交办", "done", kind="number"),
        Column("未能交办", "failed", kind="number"),
    )
    empty = "还没有交办会。需要集中交办的，请点击“建立交办会”。"

    def queryset(self) -> QuerySet:
        verdict = rules.may_open_meetings(self.request.user, on=self.on)
        if not verdict:
            raise PermissionDenied(verdict.reason)
        return AssignmentMeeting.objects.visible_to(self.request.user).with_counts()

    def get_context_data(self, **kwargs: Any) -> dict[str, Any]:
        offered = rules.may_call_meeting(self.request.user, on=self.on)
        return super().get_context_data(may_call=offered, **kwargs)


class CallMeeting(StepView):
    """A new meeting; there is no object yet."""

    form_class = MeetingForm
    title = "建立交办会"
    button = "建立"
    crumbs = CRUMBS
    rule = rules.may_call_meeting
    versioned = False

    def get_object(self) -> Any:
        verdict = rules.may_call_meeting(self.request.user, on=self.on)
        if not verdict:
            raise PermissionDenied(verdict.reason)
        return None

    def form_kwargs(self) -> dict[str, Any]:
        return {"initial": {"title": this_year(), "held_on": self.on}}

    def call(self, form: MeetingForm) -> AssignmentMeeting:
        return call_meeting(by=self.request.user, at=timezone.now(), **form.cleaned_data)

    def get_crumbs(self) -> list[tuple[str, str]]:
        return list(CRUMBS)

    def get_success_url(self) -> str:
        return reverse("suggestions:meeting-lines", args=[self.result.pk])

    def get_context_data(self, **kwargs: Any) -> dict[str, Any]:
        return super().get_context_data(back_url=reverse("suggestions:meetings"), **kwargs)


class MeetingStep(StepView):
    """A step about one meeting."""

    context_name = "meeting"

    def queryset(self) -> QuerySet:
        return AssignmentMeeting.objects.visible_to(self.request.user)

    def get_crumbs(self) -> list[tuple[str, str]]:
        return [*CRUMBS, (self.object.title, self.object.get_absolute_url())]


class ChangeMeeting(MeetingStep):
    form_class = MeetingForm
    rule = rules.may_change_meeting
    transition = change_meeting
    title = "修改交办会"
    button = "保存"
    success_message = "已保存。"

    def form_kwargs(self) -> dict[str, Any]:
        return {"initial": {name: getattr(self.object, name) for name in MeetingForm.base_fields}}


class StartAssigning(MeetingStep):
    """The last look before everything on the list is assigned."""

    template_name = "suggestions/meeting_start.html"
    rule = rules.may_start_assigning
    transition = start_assigning
    title = "统一交办"
    button = "开始交办"

    def call(self, form: Any) -> Any:
        with transaction.atomic():
            meeting = super().call(form)
            # Without a broker the lines stay marked as waiting, and the button on the page starts them again.
            transaction.on_commit(lambda: assign_meeting.delay(meeting.pk), robust=True)
        return meeting

    def get_success_message(self) -> str:
        return "已开始交办，完成后各单位和代表会收到通知。"

    def get_context_data(self, **kwargs: Any) -> dict[str, Any]:
        open_states = (RowState.CONFIRMED, RowState.WAITING)
        rows = self.object.rows.filter(state__in=open_states).with_names()
        return super().get_context_data(rows=rows, **kwargs)


class DropRow(StepView):
    """Takes one line off the list."""

    context_name = "row"
    rule = rules.may_drop_row
    transition = drop_row
    title = "移出交办清单"
    button = "移出"
    intro = "移出后这件建议仍待交办，可以以后另行交办。"
    success_message = "已移出。"
    versioned = False

    def queryset(self) -> QuerySet:
        return MeetingRow.objects.visible_to(self.request.user).select_related("meeting", "suggestion")

    def get_success_url(self) -> str:
        return self.object.meeting.get_absolute_url()

    def get_crumbs(self) -> list[tuple[str, str]]:
        return [*CRUMBS, (self.object.meeting.title, self.get_success_url())]

    def get_context_data(self, **kwargs: Any) -> dict[str, Any]:
        return super().get_context_data(back_url=self.get_success_url(), **kwargs)


def units_of(row: MeetingRow, *roles: str) -> str:
    """The units of a line with one of the roles, by short name."""
    return "、".join(each.unit.label for each in row.units.all() if each.role in roles)


def line_tone(row: MeetingRow) -> str:
    """The tone of what became of a line."""
    return tone_of("suggestions.meetingrow.state", row.state)


def handled_by(row: MeetingRow) -> str:
    """Who handles it, in one cell."""
    if row.to_government:
        return "转政府办公室"
    return "、".join(f"{each.unit.label}（{each.get_role_display()}）" for each in row.units.all())


LIST_COLUMNS = (
    Column("编号", "suggestion.number_text"),
    Column("标题", "suggestion.title", link=lambda row: row.suggestion.get_absolute_url(), primary=True),
    Column("领衔代表", "suggestion.lead.deputy.name"),
    Column("代表团", lambda row: str(row.suggestion.delegation or ""), shown=False),
    Column("类别", lambda row: str(row.suggestion.category or "")),
    Column("承办单位", handled_by, exported=False),
    Column("主办单位", lambda row: units_of(row, UnitRole.LEAD), shown=False),
    Column("会办单位", lambda row: units_of(row, UnitRole.CO), shown=False),
    Column("分办单位", lambda row: units_of(row, UnitRole.SEPARATE), shown=False),
    Column("转政府办公室", lambda row: (row.advice or "是") if row.to_government else "", shown=False),
    Column("重点督办", lambda row: "是" if row.is_key else "", shown=False),
    Column("状态", "get_state_display", kind="badge", tone=line_tone),
    Column("未能交办的原因", "failure", shown=False),
)


class MeetingPage(DetailPage):
    """One meeting: how far it has come, what failed and why, and the assignment list, also as a file or on paper.

    `?format=xlsx` or `csv` is the list as a file, `?print=1` a sheet to print.
    """

    template_name = "suggestions/meeting.html"
    context_name = "meeting"

    def queryset(self) -> QuerySet:
        return AssignmentMeeting.objects.visible_to(self.request.user).with_counts()

    def get_crumbs(self) -> list[tuple[str, str]]:
        return list(CRUMBS)

    def get(self, request: HttpRequest, **kwargs: Any) -> HttpResponseBase:
        self.object = self.get_object()
        if request.GET.get("format") in export.FORMATS:
            name = f"{self.object.title}交办清单"
            return export.export_rows(request, LIST_COLUMNS, self._rows(), name, request.GET["format"])
        if request.GET.get("print"):
            facts = {"meeting": self.object, "rows": self._rows(), "title": f"{self.object.title}交办清单"}
            return render(request, "suggestions/meeting_print.html", facts)
        return self.render_to_response(self.get_context_data())

    def _rows(self) -> QuerySet:
        return self.object.rows.with_names()

    def actions(self, obj: AssignmentMeeting) -> list[Action]:
        user = self.request.user
        steps = (
            ("确认承办单位", "meeting-lines", rules.may_keep_meeting, "primary" if not obj.total else "secondary"),
            ("统一交办", "meeting-start", rules.may_start_assigning, "primary"),
            ("修改", "meeting-change", rules.may_change_meeting, "secondary"),
        )
        return [
            Action(label, reverse(f"suggestions:{page}", args=[obj.pk]), rule(user, obj, on=self.on), tone)
            for label, page, rule, tone in steps
        ]

    def get_context_data(self, **kwargs: Any) -> dict[str, Any]:
        page = paginate(self._rows(), page_number(self.request.GET.get("page"), PER_PAGE), PER_PAGE)
        failed = self.object.rows.filter(state=RowState.FAILED).with_names()
        facts = {"table": Table(LIST_COLUMNS, page.rows, "交办清单", "清单还是空的，请先确认承办单位。"), "page": page}
        facts |= {"failed": failed, "export_formats": export.FORMATS}
        return super().get_context_data(**facts, **kwargs)


class MeetingProgress(DetailPage):
    """How far the worker has come; asks again every second, and opens the result when it is done."""

    template_name = "suggestions/parts/meeting_progress.html"
    context_name = "meeting"

    def queryset(self) -> QuerySet:
        return AssignmentMeeting.objects.visible_to(self.request.user).with_counts()

    def get(self, request: HttpRequest, **kwargs: Any) -> HttpResponse:
        response = super().get(request, **kwargs)
        if not self.object.waiting:
            response["HX-Refresh"] = "true"
        return response
