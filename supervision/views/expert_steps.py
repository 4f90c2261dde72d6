"""The steps about experts: engaged, asked, written down, weighed, closed."""

from typing import Any

from django.db.models import QuerySet
from django.urls import reverse_lazy

from deputies.models import DeputyGroup
from foundation.web.views import CreateStep, StepView
from supervision.forms import advice as forms
from supervision.models import Advice, Expert, ExpertField, ExpertMatter, Undertaking
from supervision.rules import advice as rules
from supervision.transitions import experts as act
from supervision.views.experts import CRUMB, POOL


class EngageExpert(CreateStep):
    form_class = forms.ExpertForm
    rule = rules.may_engage
    transition = act.engage_expert
    title = "聘请专家"
    button = "登记"
    success_message = "已登记。"
    back_url = reverse_lazy("supervision:experts")
    crumbs = (CRUMB, POOL)

    def form_kwargs(self) -> dict[str, Any]:
        return {"known": ExpertField.objects.on(self.on)}


class EndExpert(StepView):
    title = button = "解聘"
    button_tone = "danger"
    form_class = forms.AdviceReasonForm
    rule = rules.may_end_expert
    transition = act.end_expert
    intro = "解聘后联系电话同时删除，已经提出的意见保留。"
    success_message = "已解聘。"
    crumbs = (CRUMB, POOL)

    def queryset(self) -> QuerySet[Expert]:
        return Expert.objects.visible_to(self.request.user)


class AskExperts(CreateStep):
    form_class = forms.AskForm
    rule = rules.may_ask_experts
    transition = act.ask_experts
    title = "请教专家"
    button = "提出"
    intro = "可以同时请一个代表小组参加研究，小组代表登录后直接提出意见；专家的意见由工作人员登记。"
    success_message = "已提出，代表小组会收到通知。"
    back_url = reverse_lazy("supervision:expert-matters")
    crumbs = (CRUMB,)

    def form_kwargs(self) -> dict[str, Any]:
        user, on = self.request.user, self.on
        committees = act.committees_of(user, on)
        choices = {
            "committee": committees,
            "group": DeputyGroup.objects.filter(term__is_current=True, term__congress__is_home=True),
            "undertaking": Undertaking.objects.visible_to(user).order_by("-pk"),
            "experts": Expert.objects.visible_to(user).engaged_on(on).prefetch_related("fields"),
        }
        found = list(committees[:2])
        return {"choices": choices, "initial": {"committee": found[0].pk} if len(found) == 1 else {}}


class MatterStep(StepView):
    """A step about one matter."""

    versioned = True
    crumbs = (CRUMB,)

    def queryset(self) -> QuerySet:
        return ExpertMatter.objects.visible_to(self.request.user).with_names()


class SayInMatter(MatterStep):
    title = "提出意见"
    button = "提交"
    form_class = forms.SayForm
    rule = rules.may_say
    transition = act.say_in_matter
    versioned = False
    success_message = "已提交。"


class CloseMatter(MatterStep):
    title = button = "办结"
    form_class = forms.ResultForm
    rule = rules.may_close_matter
    transition = act.close_matter
    success_message = "已办结，参加的代表会收到通知。"


class AdviceStep(StepView):
    """A step about one opinion."""

    crumbs = (CRUMB,)

    def queryset(self) -> QuerySet:
        return Advice.objects.visible_to(self.request.user).with_names()


class EnterAdvice(AdviceStep):
    title = "登记专家意见"
    button = "登记"
    form_class = forms.AdviceForm
    rule = rules.may_enter_advice
    transition = act.enter_advice
    success_message = "已登记。"

    def form_kwargs(self) -> dict[str, Any]:
        return {"initial": {"text": self.object.text, "given_on": self.object.given_on or self.on}}


class WeighAdvice(AdviceStep):
    title = button = "登记采纳情况"
    form_class = forms.FateForm
    rule = rules.may_weigh
    transition = act.weigh_advice
    success_message = "已登记。"
