"""The page of one project of the fund, and its steps."""

from typing import Any

from django.db.models import QuerySet
from django.urls import reverse

from foundation.files.keeping import KeepsFiles
from foundation.files.store import attach_files
from foundation.web.views import DetailPage, StepView
from suggestions import rules
from suggestions.forms import fund as forms
from suggestions.models import FundExclusion, FundProject, Switch, SwitchKey
from suggestions.transitions import carry_out, fund_projects
from suggestions.transitions.apply_for_fund import apply_for_fund, screen_application
from suggestions.views.base import AssignmentStep, FundApplicationStep, SuggestionStep
from suggestions.views.verb import Verb

VERBS = (
    Verb("开工", "start-project", rules.may_start_project, tone="primary", icon="check"),
    Verb("填报进度", "report-project", rules.may_report_project, tone="primary", icon="edit"),
    Verb("报告完工", "complete-project", rules.may_complete_project, icon="check"),
    Verb("评估验收", "accept-project", rules.may_accept_project, tone="primary", icon="check-circle"),
    Verb("登记拨付", "pay-project", rules.may_pay_project, tone="primary"),
    Verb("调整核定金额", "adjust-project", rules.may_adjust_project),
    Verb("取消项目", "cancel-project", rules.may_cancel_project),
)
# A step of another state is no button that is refused, it is none.
QUIET = ("role", "state")


def _projects(user: Any) -> QuerySet:
    return FundProject.objects.visible_to(user).read_by(user).with_names()


class ProjectPage(DetailPage):
    """What was fixed, how far the work is, how it was accepted, what was paid."""

    template_name = "suggestions/fund_project.html"
    context_name = "project"

    def queryset(self) -> QuerySet:
        return _projects(self.request.user)

    def get_crumbs(self) -> list[tuple[str, str]]:
        fund = self.object.fund
        return [("专项资金", reverse("suggestions:funds")), (str(fund), fund.get_absolute_url())]

    def actions(self, obj: FundProject) -> list[Any]:
        offered = [verb.action(self.request.user, obj, self.on) for verb in VERBS]
        return [action for action in offered if action.allowed or action.verdict.code not in QUIET]

    def get_context_data(self, **kwargs: Any) -> dict[str, Any]:
        project = self.object
        facts = {
            "amounts": list(project.projectamount_set.select_related("meeting")),
            "entries": list(project.fundprogress_set.select_related("recorded_by")),
            "acceptances": list(project.fundacceptance_set.all()),
            "payments": list(project.fundpayment_set.all()),
        }
        attach_files([row for name in ("entries", "acceptances", "payments") for row in facts[name]])
        return super().get_context_data(**facts, **kwargs)


class ProjectStep(StepView):
    """A step of one project."""

    context_name = "project"
    template_name = "suggestions/project_step.html"

    def queryset(self) -> QuerySet:
        return _projects(self.request.user)

    def get_success_url(self) -> str:
        return self.object.get_absolute_url()


class DatedStep(ProjectStep):
    """Offers today."""

    field = "held_on"

    def form_kwargs(self) -> dict[str, Any]:
        return {"initial": {self.field: self.on}}


class StartProject(DatedStep):
    form_class = forms.StartForm
    rule = rules.may_start_project
    transition = carry_out.start_project
    title = button = "开工"
    success_message = "已登记开工。"
    field = "started_on"


class ReportProject(KeepsFiles, DatedStep):
    form_class = forms.WorkForm
    rule = rules.may_report_project
    transition = carry_out.report_project
    title = "填报项目进度"
    button = "填报"
    success_message = "已填报。"


class CompleteProject(DatedStep):
    form_class = forms.CompleteForm
    rule = rules.may_complete_project
    transition = carry_out.complete_project
    title = button = "报告完工"
    success_message = "已报告，等待评估验收。"
    field = "completed_on"


class AcceptProject(KeepsFiles, DatedStep):
    form_class = forms.AcceptanceForm
    rule = rules.may_accept_project
    transition = carry_out.accept_project
    title = "评估验收"
    button = "提交验收意见"
    success_message = "验收意见已登记。"


class PayProject(KeepsFiles, ProjectStep):
    form_class = forms.PaymentForm
    rule = rules.may_pay_project
    transition = carry_out.pay_project
    title = "登记资金拨付"
    button = "登记"
    success_message = "已登记拨付。"

    def form_kwargs(self) -> dict[str, Any]:
        return {"initial": {"paid_on": self.on, "payee": str(self.object.carrier)}}


class AdjustProject(ProjectStep):
    form_class = forms.AdjustProjectForm
    rule = rules.may_adjust_project
    transition = fund_projects.adjust_project
    title = "调整核定金额"
    button = "调整"
    success_message = "已调整，原金额保留在记录中。"

    def form_kwargs(self) -> dict[str, Any]:
        return {"on": self.on}


class CancelProject(ProjectStep):
    form_class = forms.CancelForm
    rule = rules.may_cancel_project
    transition = fund_projects.cancel_project
    title = button = "取消项目"
    button_tone = "danger"
    success_message = "已取消，资金退回本年度余额。"


class ChooseProject(SuggestionStep):
    form_class = forms.ProjectForm
    rule = rules.may_choose_project
    transition = fund_projects.choose_project
    title = "安排专项资金项目"
    button = "安排"
    intro = "按会议的决定登记项目和核定金额，合计不得超过本年度资金总额。"
    success_message = "已安排，实施单位和代表已收到通知。"

    def form_kwargs(self) -> dict[str, Any]:
        listed = Switch.objects.is_on(SwitchKey.FUND_EXCLUSIONS, self.on)
        return {"on": self.on, "exclusions": list(FundExclusion.objects.on(self.on)) if listed else []}

    def get_success_url(self) -> str:
        return self.result.get_absolute_url() if hasattr(self, "result") else super().get_success_url()


class ApplyForFund(AssignmentStep):
    form_class = forms.ApplyForm
    rule = rules.may_apply_for_fund
    transition = apply_for_fund
    title = "申请专项资金"
    button = "提出申请"
    success_message = "申请已提交，等待初审。"


class ScreenApplication(FundApplicationStep):
    form_class = forms.ScreenForm
    rule = rules.may_screen_application
    transition = screen_application
    title = "初审专项资金申请"
    button = "提交初审意见"
    template_name = "suggestions/screen_application.html"
    success_message = "初审意见已提交。"

    def form_kwargs(self) -> dict[str, Any]:
        return {"on": self.on}

    def get_success_url(self) -> str:
        return reverse("suggestions:fund-applications")
