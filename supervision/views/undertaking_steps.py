"""What is done with a supervision and its steps."""

from typing import Any

from django.db import transaction
from django.db.models import QuerySet
from django.utils import timezone

from foundation.accounts.roles import Role
from foundation.files.keeping import keep
from foundation.web.views import CreateStep, StepView
from foundation.workflow import Verdict
from supervision.cards.survey_results import summary
from supervision.forms import undertakings as forms
from supervision.models import Undertaking, UndertakingStep
from supervision.rules import undertakings as rules
from supervision.rules.house import OFFICE
from supervision.states.undertaking import StepActor
from supervision.transitions import steps as step_acts
from supervision.transitions import undertakings as act
from supervision.views.undertakings import CRUMB


class PlanUndertaking(CreateStep):
    title = "登记监督事项"
    button = "登记"
    form_class = forms.PlanForm
    rule = rules.may_plan_undertaking
    transition = act.plan_undertaking
    intro = "登记后按监督形式列出步骤，会议日期确定后自动倒排各项期限。"
    success_message = "已登记，请核对步骤和期限后启动。"
    back_url = CRUMB[1]
    crumbs = (CRUMB,)

    def form_kwargs(self) -> dict[str, Any]:
        user = self.request.user
        own = None if user.has_role(*OFFICE) else user.organisations(Role.COMMITTEE)
        initial = {"year": self.on.year, "committee": next(iter(own)) if own and len(own) == 1 else None}
        return {"on": self.on, "own": own, "initial": initial}


class UndertakingAct(StepView):
    """A step about one supervision."""

    context_name = "undertaking"

    def queryset(self) -> QuerySet[Undertaking]:
        return Undertaking.objects.visible_to(self.request.user).with_names()

    def get_crumbs(self) -> list[tuple[str, str]]:
        return [CRUMB, (str(self.object), self.object.get_absolute_url())]


class SetMeeting(UndertakingAct):
    title = "确定会议"
    button = "保存"
    form_class = forms.MeetingForm
    rule = rules.may_set_meeting
    transition = act.set_meeting
    intro = "会议日期改变后，从会议倒排的期限随之改变；已经启动的，通知被监督单位。"
    success_message = "已保存，期限已重新计算。"

    def form_kwargs(self) -> dict[str, Any]:
        return {"initial": {"meeting": self.object.meeting_id, "meeting_on": self.object.meeting_on}}


class BeginUndertaking(UndertakingAct):
    title = button = "启动"
    rule = rules.may_begin_undertaking
    transition = act.begin_undertaking
    intro = "启动后各步骤开始计算期限，并通知被监督单位。事先不通知的，到设定的日期单位才能看到。"
    success_message = "已启动。"


class ConcludeUndertaking(UndertakingAct):
    title = button = "办结"
    form_class = forms.OutcomeForm
    rule = rules.may_conclude_undertaking
    transition = act.conclude_undertaking
    success_message = "已办结。"


class CancelUndertaking(UndertakingAct):
    title = button = "取消"
    button_tone = "danger"
    form_class = forms.ReasonForm
    rule = rules.may_cancel_undertaking
    transition = act.cancel_undertaking
    success_message = "已取消，相关单位会收到通知。"


class PublishUndertaking(UndertakingAct):
    title = button = "公开"
    rule = rules.may_publish_undertaking
    transition = act.publish_undertaking
    intro = "监督情况向社会公开（监督法第十条）。公开后任何人可以看到监督事项、单位、步骤完成日期和监督结果。"
    success_message = "已公开。"


class OneStep(StepView):
    """What is done with one step."""

    context_name = "step"
    template_name = "supervision/step_act.html"

    def queryset(self) -> QuerySet[UndertakingStep]:
        return UndertakingStep.objects.visible_to(self.request.user).with_names()

    def get_title(self) -> str:
        return f"{self.title}：{self.object.name}"

    def get_crumbs(self) -> list[tuple[str, str]]:
        parent = self.object.undertaking
        return [CRUMB, (str(parent), parent.get_absolute_url()), (self.object.name, self.object.get_absolute_url())]

    def get_success_url(self) -> str:
        return self.object.undertaking.get_absolute_url()


class FinishStep(OneStep):
    title = "办理"
    button = "提交"
    form_class = forms.FinishForm
    rule = rules.may_finish_step
    transition = step_acts.finish_step
    success_message = "已提交。"

    def form_kwargs(self) -> dict[str, Any]:
        house: Verdict = rules.runs(self.request.user, self.object.undertaking, self.on)
        facts = {"step": self.object, "on": self.on, "house": bool(house)}
        return {**facts, "initial": {"text": self._begun()}} if house else facts

    def _begun(self) -> str:
        """A report of the house begins with what the questionnaires have brought."""
        step = self.object
        asked = step.undertaking.kind.has_questionnaire and "报告" in step.paper and step.actor != StepActor.BODY
        return summary(step.undertaking) if asked and not step.papers.exists() else ""

    def arguments(self, form: Any) -> dict[str, Any]:
        return {name: value for name, value in super().arguments(form).items() if name != "files"}

    def call(self, form: Any) -> Any:
        """Uploads belong to the version just handed in; to the step where none is asked."""
        with transaction.atomic():
            step = super().call(form)
            owner = step.papers.order_by("number").last() or step
            keep(owner, form.cleaned_data["files"], by=self.request.user, at=timezone.now())
        return step


class SkipStep(OneStep):
    title = button = "不需办理"
    form_class = forms.ReasonForm
    rule = rules.may_skip_step
    transition = step_acts.skip_step
    success_message = "已登记不需办理。"


class MoveStep(OneStep):
    title = button = "改期"
    form_class = forms.MoveForm
    rule = rules.may_move_step
    transition = step_acts.move_step
    success_message = "已改期。"


class ReopenStep(OneStep):
    title = button = "退回重办"
    form_class = forms.ReopenForm
    rule = rules.may_reopen_step
    transition = step_acts.reopen_step
    intro = "已提交的材料保留，单位补充后重新提交。"
    success_message = "已退回。"
