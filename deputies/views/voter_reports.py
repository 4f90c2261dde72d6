"""Reports to voters for their readers: the calendar, the coverage of the term, one report."""

from collections.abc import Sequence
from typing import Any

from django.core.exceptions import PermissionDenied
from django.db.models import F, Max, Min, Q, QuerySet
from django.urls import reverse

from deputies import rules
from deputies.forms.voter_reports import ReportFilter
from deputies.models import Delegation, Mandate, Term, VoterReport
from deputies.rules.voter_reports import waiting_count
from deputies.states import AHEAD, GIVEN, VoterReportState
from deputies.views.doors import ReadersOnly
from foundation import deadlines
from foundation.audit import timeline
from foundation.ballots.models import PaperCount
from foundation.files.store import attach_files
from foundation.web.actions import Action
from foundation.web.chinese import date_text, datetime_text
from foundation.web.tables import Column, Table
from foundation.web.tones import tone_of
from foundation.web.views import DetailPage, ListPage

CRUMB = ("代表述职", "/deputies/voter-reports/")
HOME_SEATS = "mandate__delegation"


def state_tone(report: VoterReport) -> str:
    return tone_of("deputies.voterreport.state", report.state)


COLUMNS = (
    Column("代表", "mandate.deputy.name", link=lambda row: row.get_absolute_url(), primary=True),
    Column("代表团", lambda row: str(row.mandate.delegation or "")),
    Column("述职日期", lambda row: row.held_on or row.planned_on, kind="date"),
    Column("向谁述职", "audience"),
    Column("状态", "get_state_display", kind="badge", tone=state_tone),
    Column("测评结果", "outcome"),
)


class ReportList(ReadersOnly, ListPage):
    """The calendar of reports this person may open, the latest first."""

    title = "代表述职"
    template_name = "deputies/voter_reports.html"
    export_name = "代表述职"
    columns = COLUMNS
    per_page = 30
    filter_form_class = ReportFilter
    empty = "还没有述职安排。由代表联络工作机构或者乡镇、街道人大安排后在这里显示。"

    def queryset(self) -> QuerySet[VoterReport]:
        return VoterReport.objects.visible_to(self.request.user).with_names()

    def filter_arguments(self) -> dict[str, Any]:
        days = VoterReport.objects.aggregate(first=Min("year"), last=Max("year"))
        years = list(range(days["last"], days["first"] - 1, -1)) if days["last"] else []
        delegations = Delegation.objects.visible_to(self.request.user).filter(term=Term.objects.current())
        return {"years": years, "delegations": delegations}

    def filter(self, rows: QuerySet[VoterReport], wanted: dict[str, Any]) -> QuerySet[VoterReport]:
        names = {"year": "year", "delegation": HOME_SEATS, "state": "state"}
        return rows.filter(**{names[key]: value for key, value in wanted.items()})

    def get_context_data(self, **kwargs: Any) -> dict[str, Any]:
        may_plan = bool(rules.may_plan_reports(self.request.user, on=self.on))
        reads = rules.may_see_report_coverage(self.request.user, on=self.on)
        return super().get_context_data(may_plan=may_plan, may_see_report_coverage=bool(reads), **kwargs)


NEVER_FIRST = (F("last_report").asc(nulls_first=True), F("next_report").asc(nulls_first=True))


def last_reports(seats: QuerySet[Mandate]) -> QuerySet[Mandate]:
    """With the day each last reported in this seat's term, and the day the next report is planned for."""
    given, ahead = Q(voter_reports__state__in=GIVEN), Q(voter_reports__state__in=AHEAD)
    return seats.annotate(
        last_report=Max("voter_reports__held_on", filter=given),
        next_report=Min("voter_reports__planned_on", filter=ahead),
    )


COVERED = {"已述职": "ok", "已安排": "info", "尚未安排": "warn"}


def told(seat: Any) -> str:
    """Where a deputy stands in this term."""
    if seat.last_report:
        return "已述职"
    return "已安排" if seat.next_report else "尚未安排"


class Coverage(ListPage):
    """Whether every serving deputy has reported to voters at least once in the term (代表法 58; domain 3.2)."""

    title = "届内述职覆盖情况"
    template_name = "deputies/coverage.html"
    export_name = "届内述职覆盖情况"
    per_page = 50
    crumbs = (CRUMB,)
    empty = "名册中还没有在任代表。"
    columns = (
        Column("代表", "deputy.name", link=lambda seat: seat.deputy.get_absolute_url(), primary=True),
        Column("代表团", lambda seat: str(seat.delegation or "")),
        Column("选区", "constituency.name"),
        Column("本届最近一次述职", "last_report", kind="date"),
        Column("已安排", "next_report", kind="date"),
        Column("情况", lambda seat: told(seat), kind="badge", tone=lambda seat: COVERED[told(seat)]),
    )

    def dispatch(self, request: Any, *args: Any, **kwargs: Any) -> Any:
        verdict = rules.may_see_report_coverage(request.user, on=self.on)
        if not verdict:
            raise PermissionDenied(verdict.reason)
        return super().dispatch(request, *args, **kwargs)

    def queryset(self) -> QuerySet[Mandate]:
        seats = last_reports(self.seats()).select_related("deputy", "delegation", "constituency")
        return seats.order_by(*NEVER_FIRST, "deputy__pinyin_key", "pk")

    def seats(self) -> QuerySet[Mandate]:
        return Mandate.objects.visible_to(self.request.user).public()

    def get_context_data(self, **kwargs: Any) -> dict[str, Any]:
        seats = self.seats()
        done = seats.filter(voter_reports__state__in=GIVEN).distinct().count()
        return super().get_context_data(all=seats.count(), done=done, **kwargs)


VERBS = (
    ("填写述职报告", "write-statement", rules.may_write_statement, "edit"),
    ("审阅述职报告", "read-statement", rules.may_read_statement, "check"),
    ("录入测评计票", "enter-ballot", rules.may_enter_ballot, "edit"),
    ("核对测评计票", "check-ballot", rules.may_check_ballot, "check-circle"),
    ("提交整改报告", "submit-rectification", rules.may_submit_rectification, "edit"),
    ("确认整改", "confirm-rectification", rules.may_confirm_rectification, "check-circle"),
    ("改期", "move-report", rules.may_move_report, "calendar"),
    ("取消述职安排", "cancel-report", rules.may_cancel_report, ""),
)


class ReportPage(ReadersOnly, DetailPage):
    """One report from the plan to the confirmed rectification."""

    template_name = "deputies/voter_report.html"
    context_name = "report"

    def queryset(self) -> QuerySet[VoterReport]:
        rows = VoterReport.objects.visible_to(self.request.user).with_names()
        return rows.select_related("count__rule", "read_by", "activity__kind", "activity__organiser")

    def get_crumbs(self) -> list[tuple[str, str]]:
        return [CRUMB]

    def actions(self, obj: VoterReport) -> list[Action]:
        user, found = self.request.user, []
        for label, name, rule, icon in VERBS:
            verdict = rule(user, obj, on=self.on)
            if verdict or verdict.code not in ("role", "state"):
                tone = "secondary" if name in ("cancel-report", "move-report") else "primary"
                found.append(Action(label, reverse(f"deputies:{name}", args=[obj.pk]), verdict, tone, icon))
        if rules.may_call_meeting(user, obj, on=self.on):
            address = f"{reverse('deputies:call-report-meeting')}?report={obj.pk}"
            found.insert(0, Action("安排述职会议", address, True, "primary", "calendar"))
        return found

    def get_context_data(self, **kwargs: Any) -> dict[str, Any]:
        report, user = self.object, self.request.user
        inside = bool(rules.may_open_report(user, report))
        facts: dict[str, Any] = {"basics": basics(report), "inside": inside, "clock": self.clock()}
        facts["show_statement"] = bool(report.statement) and (inside or report.published_at is not None)
        facts["count"] = report.count
        if inside:
            attach_files([report])
            facts["files"] = report.files
            facts["events"] = list(timeline(report))
            counts = list(counts_of(report))
            # The one whose result stands on the page is not told twice.
            told = counts if [row.pk for row in counts] != [report.count_id] else []
            facts["counts"] = Table(COUNTS, told, "历次计票", "还没有计票。")
            facts["waits"] = waiting_count(report)
        return super().get_context_data(**{**facts, **kwargs})

    def clock(self) -> Any:
        kind = {VoterReportState.PLANNED: "voter_statement", VoterReportState.RECTIFYING: "voter_rectification"}
        clock = kind.get(VoterReportState(self.object.state))
        found = deadlines.clock_of(clock, self.object) if clock else None
        return {"text": f"{date_text(found.due_on)}前", "light": deadlines.light(found, self.on)} if found else None


def counts_of(report: VoterReport) -> QuerySet[PaperCount]:
    """Every count of the ballot, the void and the returned ones too."""
    return PaperCount.objects.of(report).select_related("entered_by", "checked_by", "rule")


def _verdict_of(count: PaperCount) -> str:
    if count.return_reason:
        return f"退回：{count.return_reason}"
    return count.formula


COUNTS: Sequence[Column] = (
    Column("录入", lambda row: f"{row.entered_by.name}，{datetime_text(row.entered_at)}", primary=True),
    Column("到会", "present", kind="number"),
    Column("发出", "issued", kind="number"),
    Column("收回", "returned", kind="number"),
    Column("核对", lambda row: row.checked_by.name if row.checked_by else "待核对"),
    Column("结论", _verdict_of),
)


def basics(report: VoterReport) -> list[tuple[str, str]]:
    """What stands at the head of the page, inside and in public."""
    seat = report.mandate
    return [
        ("代表", f"{seat.deputy.name}（{seat.title}）"),
        ("代表团", str(seat.delegation or "")),
        ("选区", str(seat.constituency or "")),
        ("向谁述职", report.audience),
        ("述职日期", date_text(report.held_on) or f"计划{date_text(report.planned_on)}"),
    ]
