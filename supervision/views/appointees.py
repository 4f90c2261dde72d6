"""The register of appointees, one person in his post, the yearly round, one report."""

from collections.abc import Sequence
from typing import Any

from django.db.models import Q, QuerySet
from django.urls import reverse

from foundation import deadlines
from foundation.audit import timeline
from foundation.files.store import files_of
from foundation.web.actions import Action, offered
from foundation.web.chinese import date_text, datetime_text
from foundation.web.tables import Column, Table
from foundation.web.tones import tone_of
from foundation.web.views import Behind, DetailPage, ListPage
from supervision.forms.appointees import AppointeeFilter
from supervision.models import Appointee, Ballot, DutyReport, DutyRound, Nominee
from supervision.rules import appointees as rules
from supervision.rules.appointments import may_read_all

CRUMB = ("任命人员", "/supervision/appointees/")
ROUNDS = ("年度述职", "/supervision/duty-rounds/")
ROUND_VERBS = (
    ("安排测评", "plan-round-ballot", rules.may_ballot_round, "primary"),
    ("结束年度述职", "close-duty-round", rules.may_close_duty_round, "secondary"),
)
REPORT_VERBS = (
    ("提交履职报告", "hand-in-duty-report", rules.may_hand_in_duty_report, "primary"),
    ("审阅通过", "accept-duty-report", rules.may_accept_duty_report, "primary"),
    ("退回补充", "return-duty-report", rules.may_return_duty_report, "secondary"),
    ("增加后续措施", "add-measure", rules.may_add_measure, "secondary"),
)
MEASURE_VERBS = (
    ("报告落实情况", "report-measure", rules.may_report_measure),
    ("确认落实", "confirm-measure", rules.may_confirm_measure),
    ("退回继续落实", "return-measure", rules.may_return_measure),
)


class Appointees(Behind, ListPage):
    """Everybody in office, by organ."""

    door = may_read_all
    template_name = "supervision/appointees.html"
    title = "任命人员"
    export_name = "任命人员"
    filter_form_class = AppointeeFilter
    empty = "还没有登记任命人员。印发任免决定时自动登记，以前任命的请逐人登记。"
    columns = (
        Column("姓名", "name", link=lambda row: row.get_absolute_url(), primary=True),
        Column("任职机关", "organ.label"),
        Column("职务", "post"),
        Column("任命日期", "appointed_on", kind="date"),
        Column("任命依据", "basis"),
        Column("离任日期", "ended_on", kind="date"),
    )

    def queryset(self) -> QuerySet[Appointee]:
        rows = Appointee.objects.visible_to(self.request.user).with_names()
        rows = rows if self.request.GET.get("who") == "all" else rows.in_office(self.on)
        return rows.order_by("organ__pinyin_key", "pk")

    def filter(self, rows: QuerySet[Appointee], wanted: dict[str, Any]) -> QuerySet[Appointee]:
        if "q" in wanted:
            rows = rows.filter(Q(name__contains=wanted["q"]) | Q(post__contains=wanted["q"]))
        return rows.filter(organ=wanted["organ"]) if "organ" in wanted else rows

    def get_context_data(self, **kwargs: Any) -> dict[str, Any]:
        may_enter = bool(rules.may_enter_appointee(self.request.user, on=self.on))
        return super().get_context_data(may_enter=may_enter, **kwargs)


class AppointeePage(DetailPage):
    """One person in one post: how he came to it, what he undertook, his reports and their ballots."""

    template_name = "supervision/appointee.html"
    context_name = "appointee"

    def queryset(self) -> QuerySet[Appointee]:
        return Appointee.objects.visible_to(self.request.user).with_names()

    def get_crumbs(self) -> list[tuple[str, str]]:
        return [CRUMB] if may_read_all(self.request.user) else [("本人任职事项", "/supervision/my-posts/")]

    def actions(self, obj: Appointee) -> list[Action]:
        verdict = rules.may_end_appointee(self.request.user, obj, on=self.on)
        url = reverse("supervision:end-appointee", args=[obj.pk])
        return [Action("登记离任", url, verdict, "secondary")] if verdict else []

    def get_context_data(self, **kwargs: Any) -> dict[str, Any]:
        row = self.object
        until = f"{date_text(row.ended_on)}，{row.end_reason}" if row.ended_on else "在任"
        facts = {
            "basics": [
                ("任职机关", row.organ.label),
                ("职务", row.post),
                ("任命", f"{date_text(row.appointed_on)}，{row.basis}"),
                ("离任", until),
            ],
            "line": made_by(row),
            "reports": list(row.reports.select_related("round", "appointee").order_by("-round__year")),
            "events": list(timeline(row)),
        }
        return super().get_context_data(**{**facts, **kwargs})


def made_by(appointee: Appointee) -> Nominee | None:
    """The line of the bill that appointed him, with his service statement; None for posts entered by hand."""
    lines = appointee.lines.filter(kind__is_removal=False).select_related("statement", "kind", "appointment")
    return lines.order_by("pk").first()


class DutyRounds(Behind, ListPage):
    """Every year, with how many reports are in."""

    door = may_read_all
    template_name = "supervision/duty_rounds.html"
    title = "任命人员年度述职"
    crumbs = (CRUMB,)
    empty = "还没有开展年度述职。"
    columns = (
        Column("年度", str, link=lambda row: row.get_absolute_url(), primary=True),
        Column("提交期限", "due_on", kind="date"),
        Column("应提交", "asked", kind="number"),
        Column("已提交", "handed", kind="number"),
        Column("已审阅", "accepted", kind="number"),
        Column("本年测评的机关", lambda row: "、".join(organ.label for organ in row.organs.all())),
        Column(
            "状态",
            "get_state_display",
            kind="badge",
            tone=lambda row: tone_of("supervision.dutyround.state", row.state),
        ),
    )

    def queryset(self) -> QuerySet[DutyRound]:
        return (
            DutyRound.objects.visible_to(self.request.user).with_figures().prefetch_related("organs").order_by("-year")
        )

    def get_context_data(self, **kwargs: Any) -> dict[str, Any]:
        may_open = bool(rules.may_open_duty_round(self.request.user, on=self.on))
        return super().get_context_data(may_open=may_open, **kwargs)


class DutyRoundPage(Behind, DetailPage):
    """One year: who has reported, which organ is balloted, what it came to."""

    door = may_read_all
    template_name = "supervision/duty_round.html"
    context_name = "round"
    crumbs = (CRUMB, ROUNDS)

    def queryset(self) -> QuerySet[DutyRound]:
        return DutyRound.objects.visible_to(self.request.user).with_figures()

    def actions(self, obj: DutyRound) -> list[Action]:
        return offered("supervision", ROUND_VERBS, self.request.user, obj, self.on)

    def get_context_data(self, **kwargs: Any) -> dict[str, Any]:
        row = self.object
        reports = list(row.reports.with_names().order_by("-is_balloted", "appointee__organ__pinyin_key", "pk"))
        deadlines.attach_lights(reports, "duty_report", self.on)
        facts = {
            "basics": [
                ("提交期限", date_text(row.due_on)),
                ("应提交", f"{row.asked}份"),
                ("已提交", f"{row.handed}份"),
                ("已审阅", f"{row.accepted}份"),
                ("本年测评的机关", "、".join(organ.label for organ in row.organs.all())),
                ("测评会议", str(row.meeting or "")),
            ],
            "table": _reports_table(reports),
            "ballots": list(Ballot.objects.about(row).visible_to(self.request.user)),
            "events": list(timeline(row)),
        }
        return super().get_context_data(**{**facts, **kwargs})


def _reports_table(reports: Sequence[DutyReport]) -> Table:
    columns = (
        Column("姓名", "appointee.name", link=lambda row: row.get_absolute_url(), primary=True),
        Column("任职机关", "appointee.organ.label"),
        Column("职务", "appointee.post"),
        Column(
            "履职报告",
            "get_state_display",
            kind="badge",
            tone=lambda row: tone_of("supervision.dutyreport.state", row.state),
        ),
        Column("期限", "light", kind="light"),
        Column("本年测评", lambda row: (row.outcome or "待测评") if row.is_balloted else "—"),
    )
    return Table(columns, reports, "履职报告")


class DutyReportPage(DetailPage):
    """One report beside what its author had undertaken; the ballot and what follows from it."""

    template_name = "supervision/duty_report.html"
    context_name = "report"

    def queryset(self) -> QuerySet[DutyReport]:
        return DutyReport.objects.visible_to(self.request.user).with_names()

    def get_crumbs(self) -> list[tuple[str, str]]:
        if not may_read_all(self.request.user):
            return [("本人任职事项", "/supervision/my-posts/")]
        return [CRUMB, ROUNDS, (str(self.object.round), self.object.round.get_absolute_url())]

    def actions(self, obj: DutyReport) -> list[Action]:
        return offered("supervision", REPORT_VERBS, self.request.user, obj, self.on)

    def get_context_data(self, **kwargs: Any) -> dict[str, Any]:
        report, user = self.object, self.request.user
        deadlines.attach_lights([report], "duty_report", self.on)
        measures = list(report.measures.select_related("report__appointee"))
        deadlines.attach_lights(measures, "appointee_measure", self.on)
        for measure in measures:
            measure.verbs = [
                (label, reverse(f"supervision:{name}", args=[measure.pk]))
                for label, name, rule in MEASURE_VERBS
                if rule(user, measure, on=self.on)
            ]
        line = made_by(report.appointee)
        facts = {
            "basics": [
                ("姓名", report.appointee.name),
                ("职务", report.appointee.post),
                ("任职机关", report.appointee.organ.label),
                ("提交期限", date_text(report.round.due_on)),
                ("提交时间", datetime_text(report.handed_at) if report.handed_at else ""),
            ],
            "shows_text": rules.shows_text(user, report),
            "promises": getattr(getattr(line, "statement", None), "promises", ""),
            "measures": measures,
            "files": list(files_of(report)),
            "events": list(timeline(report)),
        }
        return super().get_context_data(**{**facts, **kwargs})
