"""The reports of the government and the units on their handling, from handing in to the standing committee's word."""

from typing import Any

from django.db.models import QuerySet
from django.urls import reverse_lazy

from foundation.audit import timeline
from foundation.files.store import files_of
from foundation.web.chinese import date_text
from foundation.web.tables import Column
from foundation.web.tones import tone_of
from foundation.web.views import CreateStep, DetailPage, ListPage, StepView
from suggestions import rules
from suggestions.forms import appraisal as forms
from suggestions.models import HandedReport
from suggestions.states import HandedState
from suggestions.transitions.handed_reports import hand_in_report, hear_report
from suggestions.views.verb import Verb

CRUMB = ("办理情况报告", "/suggestions/handed-reports/")
HEAR = Verb("登记听取和审议", "hear-report", rules.may_hear_report, (HandedState.HANDED_IN,), "primary")


class HandedReports(ListPage):
    """Every report this person may read, year by year."""

    template_name = "suggestions/handed_reports.html"
    title = "政府和承办单位办理情况报告"
    empty = "还没有报告。政府办公室和承办单位年底提交后，在这里查阅。"
    export_name = "办理情况报告"
    columns = (
        Column("年度", "year"),
        Column("报告单位", "organisation.name"),
        Column("标题", "title", link=lambda row: row.get_absolute_url(), primary=True),
        Column("成文日期", "dated_on", kind="date"),
        Column(
            "状态",
            "get_state_display",
            kind="badge",
            tone=lambda row: tone_of("suggestions.handedreport.state", row.state),
        ),
        Column("听取的会议", lambda row: str(row.meeting or "")),
        Column("听取日期", "heard_on", kind="date"),
        Column("测评结果", "get_assessment_display"),
    )

    def queryset(self) -> QuerySet:
        return HandedReport.objects.visible_to(self.request.user).select_related("organisation", "meeting")

    def get_context_data(self, **kwargs: Any) -> dict[str, Any]:
        return super().get_context_data(may_hand_in=rules.may_hand_in(self.request.user, on=self.on), **kwargs)


class HandedReportPage(DetailPage):
    template_name = "suggestions/handed_report.html"
    context_name = "report"
    crumbs = (CRUMB,)

    def queryset(self) -> QuerySet:
        rows = HandedReport.objects.visible_to(self.request.user)
        return rows.select_related("organisation", "meeting", "handed_in_by")

    def actions(self, obj: HandedReport) -> list[Any]:
        offered = [HEAR.action(self.request.user, obj, self.on)] if obj.state in HEAR.states else []
        return [action for action in offered if action.verdict.code != "role"]

    def get_context_data(self, **kwargs: Any) -> dict[str, Any]:
        report = self.object
        facts = [
            ("报告单位", report.organisation.name),
            ("年度", report.year),
            ("成文日期", date_text(report.dated_on)),
            ("听取和审议", report.meeting and f"{report.meeting}，{date_text(report.heard_on)}"),
            ("测评结果", report.get_assessment_display()),
        ]
        shown = [(label, value) for label, value in facts if value]
        events = timeline(report).order_by("-at", "-id")
        return super().get_context_data(facts=shown, files=files_of(report), events=events, **kwargs)


class HandIn(CreateStep):
    form_class = forms.HandInForm
    rule = rules.may_hand_in
    transition = hand_in_report
    title = "提交办理情况报告"
    button = "提交"
    intro = "每个单位每年提交一份，由区人大常委会会议听取和审议。"
    success_message = "已提交，代表工作机构已收到通知。"
    back_url = reverse_lazy("suggestions:handed-reports")
    crumbs = (CRUMB,)
    template_name = "suggestions/hand_in.html"

    def form_kwargs(self) -> dict[str, Any]:
        return {"user": self.request.user, "on": self.on}


class Hear(StepView):
    form_class = forms.HearForm
    rule = rules.may_hear_report
    transition = hear_report
    title = "登记听取和审议"
    button = "登记"
    success_message = "已登记，报告单位已收到通知。"
    crumbs = (CRUMB,)

    def queryset(self) -> QuerySet:
        return HandedReport.objects.visible_to(self.request.user)
