"""The steps of the issue ledger, each a page."""

from typing import Any

from django.db.models import QuerySet
from django.urls import reverse_lazy

from deputies.models import Deputy, Mandate
from foundation.accounts.roles import Role
from foundation.web.views import CreateStep, StepView
from supervision.forms import problem_steps as forms
from supervision.models import Delay, Problem, ProblemVoice, Undertaking
from supervision.rules import delays as delay_rules
from supervision.rules import problems as rules
from supervision.rules.house import OFFICE
from supervision.transitions import delays, problem_closing, problem_mending, problem_publishing, problems
from supervision.views.problems import CRUMB


class FindProblem(CreateStep):
    form_class = forms.FindForm
    rule = rules.may_enter_problem
    transition = problems.find_problem
    title = "登记问题"
    button = "列入清单"
    intro = "一行写一个问题。写明责任单位和期限的，登记后即交办。"
    success_message = "已列入问题清单。"
    back_url = reverse_lazy("supervision:problems")
    crumbs = (CRUMB,)

    def form_kwargs(self) -> dict[str, Any]:
        user = self.request.user
        office = user.has_role(*OFFICE, on=self.on)
        own = None if office else user.organisations(Role.COMMITTEE, on=self.on)
        found = self.undertaking()
        known = {"source_words": str(found), "committee": found.committee_id} if found else {}
        return {"own": own, "initial": known}

    def arguments(self, form: Any) -> dict[str, Any]:
        return {**super().arguments(form), "source": self.undertaking()}

    def undertaking(self) -> Undertaking | None:
        """The supervision whose page led here."""
        asked = self.request.GET.get("undertaking", "")
        rows = Undertaking.objects.visible_to(self.request.user)
        return rows.filter(pk=asked).first() if asked.isdigit() and len(asked) < 10 else None


class ProblemStep(StepView):
    """A step about one problem."""

    template_name = "supervision/problem_step.html"
    context_name = "problem"

    def queryset(self) -> QuerySet[Problem]:
        return Problem.objects.visible_to(self.request.user).with_names()

    def get_crumbs(self) -> list[tuple[str, str]]:
        return [CRUMB, (str(self.object), self.object.get_absolute_url())]

    def get_context_data(self, **kwargs: Any) -> dict[str, Any]:
        last = self.object.entries.order_by("-at", "-pk").first()
        return super().get_context_data(**{"last": last, **kwargs})


class HandProblem(ProblemStep):
    title = button = "交办"
    form_class = forms.HandForm
    rule = rules.may_hand_problem
    transition = problems.hand_problem
    success_message = "已交办，责任单位会收到通知。"


class MoveProblem(ProblemStep):
    title = button = "改交其他单位"
    form_class = forms.MoveForm
    rule = rules.may_move_problem
    transition = problems.move_problem
    success_message = "已改交，两个单位都会收到通知。"


class WithdrawProblem(ProblemStep):
    title = button = "撤销"
    form_class = forms.ReasonForm
    rule = rules.may_withdraw_problem
    transition = problems.withdraw_problem
    intro = "重复登记或者不属于问题的，可以撤销。撤销后不再统计，记录保留。"
    success_message = "已撤销。"


class PlanProblem(ProblemStep):
    title = "填报整改措施"
    button = "提交"
    form_class = forms.PlanForm
    rule = rules.may_plan_problem
    transition = problem_mending.plan_problem
    success_message = "已填报，请按期整改并及时填报进展。"

    def form_kwargs(self) -> dict[str, Any]:
        return {"initial": {"person": self.object.person, "measure": self.object.measure}}


class ReportProgress(ProblemStep):
    title = "填报整改进展"
    button = "提交"
    form_class = forms.ProgressForm
    rule = rules.may_report_progress
    transition = problem_mending.report_progress
    success_message = "已填报。"


class ClaimProblem(ProblemStep):
    title = button = "申请销号"
    form_class = forms.ClaimForm
    rule = rules.may_claim_problem
    transition = problem_mending.claim_problem
    intro = "已经整改到位的，写明结果并附证明材料，由人大核实后销号。"
    success_message = "已提交，等待核实。"


class AskVoices(ProblemStep):
    title = button = "征求有关代表、群众意见"
    form_class = forms.AskForm
    rule = rules.may_ask_voices
    transition = problem_closing.ask_voices
    intro = "代表会收到通知，由本人评价；群众代表的评价由您当面或者电话了解后录入。"
    success_message = "已征求意见。"

    def form_kwargs(self) -> dict[str, Any]:
        seats = Mandate.objects.filter(term__is_current=True).serving_on(self.on)
        return {"serving": Deputy.objects.filter(pk__in=seats.order_by().values("deputy"))}


class StrikeProblem(ProblemStep):
    title = button = "核实销号"
    form_class = forms.StrikeForm
    rule = rules.may_strike_problem
    transition = problem_closing.strike_problem
    success_message = "已销号，责任单位会收到通知。"


class ReturnProblem(ProblemStep):
    title = button = "退回整改"
    form_class = forms.BackForm
    rule = rules.may_return_problem
    transition = problem_closing.return_problem
    success_message = "已退回，责任单位会收到通知。"


class ReopenProblem(ProblemStep):
    title = button = "重新列入整改"
    form_class = forms.BackForm
    rule = rules.may_reopen_problem
    transition = problem_closing.reopen_problem
    intro = "销号后问题反弹的，重新列入整改，原来的经过保留。"
    success_message = "已重新列入整改，责任单位和分管领导会收到通知。"


class HoldToAccount(ProblemStep):
    title = "记录追责问责"
    button = "记录"
    form_class = forms.AccountForm
    rule = rules.may_hold_to_account
    transition = problem_closing.hold_to_account
    success_message = "已记录。"


class PublishProblem(ProblemStep):
    title = button = "公开"
    form_class = forms.PublishForm
    rule = rules.may_publish_problem
    transition = problem_publishing.publish_problem
    intro = (
        "公开问题、来源、责任单位、整改措施、期限和销号结果，以及下面勾选的经过。"
        "公开前请核对，不得含有个人信息和不宜公开的内容。"
    )
    success_message = "已公开。"

    def form_kwargs(self) -> dict[str, Any]:
        entries = self.object.entries.all()
        return {"entries": entries, "initial": {"entries": entries.filter(is_public=True)}}


class UnpublishProblem(ProblemStep):
    title = button = "撤下公开"
    form_class = forms.ReasonForm
    rule = rules.may_unpublish_problem
    transition = problem_publishing.unpublish_problem
    success_message = "已撤下。"


class AskDelay(ProblemStep):
    title = button = "申请延期"
    form_class = forms.DelayForm
    rule = delay_rules.may_ask_delay
    transition = delays.ask_problem_delay
    intro = "须在期限届满前申请并写明原因，由分管的主任、副主任决定。"
    success_message = "已提交，等待决定。"


class OnesStep(StepView):
    """A step about a row that hangs on a problem; it is told on the problem's page."""

    template_name = "supervision/problem_step.html"
    versioned = False

    def problem(self) -> Problem:
        return self.object.problem

    def get_crumbs(self) -> list[tuple[str, str]]:
        return [CRUMB, (str(self.problem()), self.problem().get_absolute_url())]

    def get_context_data(self, **kwargs: Any) -> dict[str, Any]:
        last = self.problem().entries.order_by("-at", "-pk").first()
        return super().get_context_data(**{"problem": self.problem(), "last": last, **kwargs})


class GiveVoice(OnesStep):
    title = "评价整改结果"
    button = "提交评价"
    form_class = forms.VoiceForm
    rule = rules.may_give_voice
    transition = problem_closing.give_voice
    success_message = "已评价，感谢您的监督。"

    def queryset(self) -> QuerySet[ProblemVoice]:
        seen = Problem.objects.visible_to(self.request.user).order_by().values("pk")
        return ProblemVoice.objects.filter(problem__in=seen).select_related("problem__unit", "deputy")


class DelayStep(StepView):
    """A decision about a request for more time, of a problem or of a deliberation opinion."""

    versioned = False

    def queryset(self) -> QuerySet[Delay]:
        names = ("problem__unit", "opinion__unit", "opinion__meeting", "asked_by")
        return Delay.objects.visible_to(self.request.user).select_related(*names)

    def get_template_names(self) -> list[str]:
        return ["supervision/problem_step.html" if self.object.problem_id else "supervision/opinion_step.html"]

    def get_crumbs(self) -> list[tuple[str, str]]:
        return [(str(self.object.subject), self.object.get_absolute_url())]

    def get_context_data(self, **kwargs: Any) -> dict[str, Any]:
        facts = {"delay": self.object, "problem": self.object.problem, "opinion": self.object.opinion}
        return super().get_context_data(**{**facts, **kwargs})


class GrantDelay(DelayStep):
    title = button = "同意延期"
    form_class = forms.GrantForm
    rule = delay_rules.may_grant_delay
    transition = delays.grant_delay
    success_message = "已同意，期限已经顺延。"


class RefuseDelay(DelayStep):
    title = button = "不同意延期"
    form_class = forms.RefuseForm
    rule = delay_rules.may_refuse_delay
    transition = delays.refuse_delay
    success_message = "已答复，期限不变。"
