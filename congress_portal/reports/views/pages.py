"""The list of reports, one report with its tables, its progress while it is built, and the comparison."""

from typing import Any

from django.core.exceptions import PermissionDenied
from django.db.models import QuerySet
from django.http import HttpRequest, HttpResponse
from django.urls import reverse

from congress_portal.reports import rules
from congress_portal.reports.comparing import compare
from congress_portal.reports.deputies import rules as own_rules
from congress_portal.reports.drawing import tables_for
from congress_portal.reports.filing import current_files, missing_pdf
from congress_portal.reports.models import AnnualReport
from congress_portal.reports.rules import OFFICE, may_ask, states_open_to
from congress_portal.reports.states import TONES, DeputyReportState, ReportKind, ReportState
from foundation.audit import timeline
from foundation.web.actions import Action
from foundation.web.chinese import date_text
from foundation.web.tables import Column
from foundation.web.views import DetailPage, ListPage
from suggestions.models import HandedReport

CRUMBS = (("年度报告", "/reports/"),)
# Each: label, page, rule, the states it belongs to, tone.
VERBS = (
    ("送代表本人补充", "open-words", own_rules.may_open_words, (ReportState.BUILT,), "primary"),
    ("重新生成", "ask-again", rules.may_ask, (ReportState.BUILT, ReportState.FAILED), "secondary"),
    ("审定", "confirm", rules.may_confirm, (ReportState.BUILT,), "primary"),
    ("登记通过并锁定", "freeze", rules.may_freeze, (ReportState.CONFIRMED,), "primary"),
    ("退回", "send-back", rules.may_send_back, (ReportState.CONFIRMED,), "secondary"),
    ("更正（另出一版）", "correct", rules.may_correct, (ReportState.FROZEN,), "secondary"),
    (
        "重新统计并核对",
        "compare",
        rules.may_compare,
        (ReportState.BUILT, ReportState.CONFIRMED, ReportState.FROZEN),
        "",
    ),
)


class Reports(ListPage):
    """Every edition this person may read."""

    template_name = "reports/list.html"
    title = "年度报告"
    empty = "还没有年度报告。由代表工作机构每年生成，审定后在这里查阅。"
    columns = (
        Column("报告", str, link=lambda row: row.get_absolute_url(), primary=True),
        Column("状态", "get_state_display", kind="badge", tone=lambda row: TONES[row.state]),
        Column("统计截止日", "counted_on", kind="date"),
        Column("通过的会议", lambda row: str(row.meeting or "")),
        Column("通过日期", "adopted_on", kind="date"),
    )

    def get(self, request: HttpRequest, **kwargs: Any) -> Any:
        if not states_open_to(request.user):
            raise PermissionDenied("年度报告由参与建议办理的人员查阅。")
        return super().get(request, **kwargs)

    def queryset(self) -> QuerySet:
        return AnnualReport.objects.light().visible_to(self.request.user).select_related("meeting")

    def get_context_data(self, **kwargs: Any) -> dict[str, Any]:
        return super().get_context_data(may_ask=may_ask(self.request.user, None, on=self.on), **kwargs)


class ReportPage(DetailPage):
    """All tables of one edition; every figure leads to the rows it counts."""

    template_name = "reports/report.html"
    context_name = "report"
    crumbs = CRUMBS

    def queryset(self) -> QuerySet:
        rows = AnnualReport.objects.visible_to(self.request.user)
        return rows.select_related("meeting", "asked_by", "confirmed_by", "frozen_by", "corrects")

    def actions(self, obj: AnnualReport) -> list[Action]:
        user = self.request.user
        if not user.has_role(*OFFICE, on=self.on):
            return []
        return [
            Action(label, reverse(f"reports:{page}", args=[obj.pk]), rule(user, obj, on=self.on), tone or "secondary")
            for label, page, rule, states, tone in VERBS
            if obj.state in states and (page != "open-words" or obj.kind == ReportKind.DEPUTIES)
        ]

    def get_context_data(self, **kwargs: Any) -> dict[str, Any]:
        facts = super().get_context_data(**kwargs)
        report = self.object
        facts |= {
            "tables": tables_for(report, self.request.user),
            "files": current_files(report) if rules.may_open_file(self.request.user, report) else [],
            "no_pdf": missing_pdf(report),
            "facts": _facts(report),
        }
        handed = HandedReport.objects.visible_to(self.request.user).filter(year=report.year)
        handed = handed if report.kind == ReportKind.HANDLING else handed.none()
        facts["handed"] = handed.select_related("organisation", "meeting")
        if report.kind == ReportKind.DEPUTIES and self.request.user.has_role(*OFFICE, on=self.on):
            facts["own"] = _own(report)
            facts["troubled"] = list(report.own_reports().with_trouble())
        facts["refused"] = [action for action in facts["actions"] if not action.allowed]
        if self.request.user.has_role(*OFFICE, on=self.on):
            facts["events"] = timeline(report).order_by("-at", "-id")
        return facts


def _own(report: AnnualReport) -> list[tuple[str, int, str]]:
    """How many deputies' reports stand where, each leading to the list of them."""
    counted, page = report.own_reports().by_state(), reverse("reports:deputy-reports")
    return [
        (state.label, counted[state], f"{page}?year={report.year}&state={state.value}")
        for state in DeputyReportState
        if counted.get(state)
    ]


def _facts(report: AnnualReport) -> list[tuple[str, Any]]:
    rows = [
        ("统计期", f"{date_text(report.first_on)}至{date_text(report.last_on)}"),
        ("统计截止日", date_text(report.counted_on)),
        ("审定", report.confirmed_by and f"{report.confirmed_by.name}，{date_text(report.confirmed_at)}"),
        ("审定意见", report.note),
        ("通过", report.meeting and f"{report.meeting}，{date_text(report.adopted_on)}"),
        ("校验值", report.digest),
        ("更正理由", report.reason),
    ]
    return [(label, value) for label, value in rows if value]


class Progress(DetailPage):
    """The progress bar alone, asked for every second while the job runs."""

    template_name = "reports/progress.html"
    context_name = "report"

    def queryset(self) -> QuerySet:
        return AnnualReport.objects.light().visible_to(self.request.user)

    def get(self, request: HttpRequest, **kwargs: Any) -> HttpResponse:
        response = super().get(request, **kwargs)
        if not self.object.is_under_way:
            # The whole page again: the tables are there, or the reason why not.
            response.headers["HX-Refresh"] = "true"
        return response


class Compare(DetailPage):
    """Counts anew and shows every cell that differs, with what happened since."""

    template_name = "reports/compare.html"
    context_name = "report"
    crumbs = CRUMBS

    def queryset(self) -> QuerySet:
        return AnnualReport.objects.visible_to(self.request.user)

    def get_title(self) -> str:
        return "重新统计并核对"

    def get_crumbs(self) -> list[tuple[str, str]]:
        return [*CRUMBS, (str(self.object), self.object.get_absolute_url())]

    def get_context_data(self, **kwargs: Any) -> dict[str, Any]:
        verdict = rules.may_compare(self.request.user, self.object, on=self.on)
        if not verdict:
            raise PermissionDenied(verdict.reason)
        return super().get_context_data(found=compare(self.object), **kwargs)
