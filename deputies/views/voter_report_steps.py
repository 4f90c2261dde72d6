"""Every step with a report to voters: planning, statement, meeting, ballot, rectification."""

from typing import Any

from django.db.models import QuerySet
from django.urls import reverse, reverse_lazy

from deputies import rules
from deputies.forms import voter_reports as forms
from deputies.models import Delegation, Mandate, VoterReport
from deputies.querysets.register import looked_after_by
from deputies.rules.voter_reports import waiting_count
from deputies.states import VoterReportState
from deputies.transitions.move_report import move_report
from deputies.transitions.plan_reports import cancel_report, plan_reports
from deputies.transitions.rectify import confirm_rectification, submit_rectification
from deputies.transitions.report_meetings import call_report_meeting
from deputies.transitions.statements import read_statement, write_statement
from deputies.transitions.voter_ballots import check_ballot, enter_ballot, rule_for
from deputies.views.voter_reports import CRUMB, NEVER_FIRST, last_reports
from deputies.yearbook.statement import draft_of
from foundation.accounts.roles import OFFICE_ROLES, Role
from foundation.files.keeping import KeepsFiles
from foundation.files.store import attach_files
from foundation.web.views import CreateStep, StepView


class PlanReports(CreateStep):
    """Several deputies at once; those who have never reported in this term stand first."""

    title = "安排代表述职"
    crumbs = (CRUMB,)
    rule = rules.may_plan_reports
    transition = plan_reports
    form_class = forms.PlanForm
    button = "安排"
    intro = "本届尚未述职的代表排在前面。安排后通知代表本人，并从今天起提醒提交述职报告。"
    success_message = "已安排，代表会收到通知。"
    back_url = reverse_lazy("deputies:voter-reports")

    def form_kwargs(self) -> dict[str, Any]:
        return {"seats": self.seats()}

    template_name = "deputies/plan_voter_reports.html"

    def get_context_data(self, **kwargs: Any) -> dict[str, Any]:
        """The delegations as tabs, so that a large congress is planned township by township."""
        chosen, here = self.request.GET.get("delegation", ""), reverse("deputies:plan-voter-reports")
        rows = Delegation.objects.filter(pk__in=self.offered().order_by().values("delegation")).order_by("order", "pk")
        tabs = [{"label": "全部", "url": here, "current": not chosen}]
        tabs += [
            {"label": row.name, "url": f"{here}?delegation={row.pk}", "current": chosen == f"{row.pk}"} for row in rows
        ]
        return super().get_context_data(delegations=tabs, **kwargs)

    def seats(self) -> QuerySet[Mandate]:
        chosen = self.request.GET.get("delegation", "")
        return self.offered().filter(delegation=chosen) if chosen.isdecimal() and len(chosen) < 10 else self.offered()

    def offered(self) -> QuerySet[Mandate]:
        user = self.request.user
        seats = Mandate.objects.filter(term__is_current=True).serving_on(self.on)
        if user.has_role(*OFFICE_ROLES, on=self.on):
            seats = seats.at_home()
        else:
            seats = seats.filter(looked_after_by(user.organisations(Role.TOWNSHIP_CLERK, on=self.on)))
        places = ("deputy", "delegation__area", "constituency__area", "term__congress__area")
        seats = last_reports(
            seats.exclude(pk__in=VoterReport.objects.of_year(self.on.year).standing().values("mandate"))
        )
        return seats.select_related(*places).order_by(*NEVER_FIRST, "delegation__order", "deputy__pinyin_key", "pk")

    def get_success_url(self, made: list[VoterReport]) -> str:
        return made[0].get_absolute_url() if len(made) == 1 else reverse("deputies:voter-reports")


class CallMeeting(CreateStep):
    """One meeting for the reports that have been read."""

    title = "安排述职会议"
    crumbs = (CRUMB,)
    rule = rules.may_plan_reports
    transition = call_report_meeting
    form_class = forms.MeetingForm
    button = "安排会议并通知代表"
    intro = "述职报告审阅通过的代表列在下面，可以几位代表同场述职。会议的请假、签到和办结在“履职活动”中办理。"
    success_message = "已安排，代表会收到会议通知。会议结束后请登记出席并办结，再录入测评计票。"
    back_url = reverse_lazy("deputies:voter-reports")

    def form_kwargs(self) -> dict[str, Any]:
        reports = VoterReport.objects.to_call(self.request.user).with_names()
        chosen = self.request.GET.get("report", "")
        return {"reports": reports, "initial": {"reports": [chosen] if chosen.isdigit() else []}}


class ReportStep(StepView):
    """A step of one report."""

    context_name = "report"
    template_name = "deputies/voter_report_step.html"

    def queryset(self) -> QuerySet[VoterReport]:
        return VoterReport.objects.visible_to(self.request.user).with_names()

    def get_crumbs(self) -> list[tuple[str, str]]:
        return [CRUMB, (str(self.object), self.object.get_absolute_url())]


class WriteStatement(KeepsFiles, ReportStep):
    title = "填写述职报告"
    rule = rules.may_write_statement
    transition = write_statement
    form_class = forms.StatementForm
    button = "保存"
    intro = "下面的提纲和事项取自您的履职档案，请补充修改。勾选“已写好”后提交审阅，审阅通过后向社会公布。"

    def form_kwargs(self) -> dict[str, Any]:
        return {"initial": {"statement": self.object.statement or draft_of(self.object)}}

    def get_success_message(self) -> str:
        return "已提交审阅。" if self.result.submitted_at and self.result.state != "planned" else "草稿已保存。"


class ReadStatement(ReportStep):
    title = "审阅述职报告"
    rule = rules.may_read_statement
    transition = read_statement
    form_class = forms.ReadForm
    button = "提交审阅意见"
    intro = "请核对有无不宜公开的内容。审阅通过后，述职报告在网站“代表述职”栏目公布。"
    template_name = "deputies/read_statement.html"
    success_message = "已办理，代表会收到通知。"

    def get_context_data(self, **kwargs: Any) -> dict[str, Any]:
        attach_files([self.object])
        return super().get_context_data(**kwargs)


class EnterBallot(KeepsFiles, ReportStep):
    title = "录入测评计票"
    rule = rules.may_enter_ballot
    transition = enter_ballot
    form_class = forms.BallotForm
    button = "录入"
    success_message = "已录入，请另一名工作人员核对后公布结果。"
    template_name = "deputies/enter_ballot.html"

    def form_kwargs(self) -> dict[str, Any]:
        return {"rule": rule_for(self.object)}

    def arguments(self, form: Any) -> dict[str, Any]:
        return {"papers": form.papers()}

    def get_context_data(self, **kwargs: Any) -> dict[str, Any]:
        return super().get_context_data(ballot_rule=rule_for(self.object), **kwargs)


class CheckBallot(ReportStep):
    title = "核对测评计票"
    rule = rules.may_check_ballot
    transition = check_ballot
    form_class = forms.CheckForm
    button = "提交核对意见"
    intro = "请对照计票单逐项核对。核对一致的，公布结果并通知代表；达到整改条件的，整改期限从今天起计算。"
    template_name = "deputies/check_ballot.html"
    success_message = "已办理。"

    def get_context_data(self, **kwargs: Any) -> dict[str, Any]:
        attach_files([self.object])
        return super().get_context_data(count=waiting_count(self.object), **kwargs)


class SubmitRectification(KeepsFiles, ReportStep):
    title = "提交整改报告"
    rule = rules.may_submit_rectification
    transition = submit_rectification
    form_class = forms.RectifyForm
    button = "提交"
    success_message = "已提交，等待确认。"


class ConfirmRectification(ReportStep):
    title = "确认整改"
    rule = rules.may_confirm_rectification
    transition = confirm_rectification
    form_class = forms.ConfirmForm
    button = "提交确认意见"
    template_name = "deputies/confirm_rectification.html"
    success_message = "已办理，代表会收到通知。"

    def get_context_data(self, **kwargs: Any) -> dict[str, Any]:
        attach_files([self.object])
        return super().get_context_data(**kwargs)


class MoveReport(ReportStep):
    title = "述职改期"
    rule = rules.may_move_report
    transition = move_report
    form_class = forms.MoveForm
    button = "改期"
    intro = "改期后通知代表本人。述职报告还没有提交的，提交期限从今天起重新计算。"
    success_message = "已改期，代表会收到通知。"

    def form_kwargs(self) -> dict[str, Any]:
        days = {name: getattr(self.object, name) for name in ("planned_on", "statement_due_on")}
        return {"awaited": self.object.state == VoterReportState.PLANNED, "initial": days}


class CancelReport(ReportStep):
    title = "取消述职安排"
    rule = rules.may_cancel_report
    transition = cancel_report
    form_class = forms.CancelForm
    button = "取消安排"
    button_tone = "danger"
    success_message = "已取消，代表会收到通知。"
