"""The steps of deliberation opinions, each a page."""

from typing import Any

from django.db.models import QuerySet
from django.http import HttpRequest, HttpResponseBase
from django.shortcuts import get_object_or_404
from django.urls import reverse, reverse_lazy

from deputies.models import Congress
from foundation.accounts.roles import Role
from foundation.ballots.models import BallotRule
from foundation.web.views import CreateStep, StepView
from supervision.forms import opinions as forms
from supervision.forms.problem_steps import DelayForm, ReasonForm
from supervision.models import DeliberationOpinion, Undertaking
from supervision.rules import delays as delay_rules
from supervision.rules import opinions as rules
from supervision.rules.house import OFFICE
from supervision.transitions import delays, opinion_handling, opinion_publishing, opinion_review, opinions
from supervision.views.opinions import CRUMB
from supervision.views.problem_steps import FindProblem


class DraftOpinion(CreateStep):
    form_class = forms.DraftForm
    rule = rules.may_enter_opinion
    transition = opinions.draft_opinion
    title = "整理审议意见"
    button = "登记"
    intro = "常委会会议审议以后，根据审议发言整理，提请主任会议通过后交办。"
    success_message = "已登记，请提请主任会议通过。"
    back_url = reverse_lazy("supervision:opinions")
    crumbs = (CRUMB,)

    def form_kwargs(self) -> dict[str, Any]:
        user = self.request.user
        office = user.has_role(*OFFICE, on=self.on)
        under_way = Undertaking.objects.visible_to(user).exclude(state="cancelled").order_by("-year", "-pk")
        asked = self.request.GET.get("undertaking", "")
        return {
            "own": None if office else user.organisations(Role.COMMITTEE, on=self.on),
            "undertakings": under_way,
            "initial": {"undertaking": asked if asked.isdigit() else None},
        }


class OpinionStep(StepView):
    """A step about one opinion."""

    template_name = "supervision/opinion_step.html"
    context_name = "opinion"

    def queryset(self) -> QuerySet[DeliberationOpinion]:
        return DeliberationOpinion.objects.visible_to(self.request.user).with_names()

    def get_crumbs(self) -> list[tuple[str, str]]:
        return [CRUMB, (str(self.object), self.object.get_absolute_url())]

    def get_context_data(self, **kwargs: Any) -> dict[str, Any]:
        last = self.object.papers.order_by("-at", "-pk").first()
        return super().get_context_data(**{"last": last, **kwargs})


class ReviseOpinion(OpinionStep):
    title = "修改审议意见"
    button = "保存"
    form_class = forms.ReviseForm
    rule = rules.may_revise_opinion
    transition = opinions.revise_opinion
    success_message = "已保存。"

    def form_kwargs(self) -> dict[str, Any]:
        return {"initial": {"title": self.object.title, "text": self.object.text}}


class AdoptOpinion(OpinionStep):
    title = button = "主任会议通过"
    form_class = forms.AdoptForm
    rule = rules.may_adopt_opinion
    transition = opinions.adopt_opinion
    success_message = "已登记，请及时交办。"


class HandOpinion(OpinionStep):
    title = button = "交办"
    form_class = forms.HandForm
    rule = rules.may_hand_opinion
    transition = opinions.hand_opinion
    success_message = "已交办，承办机关会收到通知。"

    def form_kwargs(self) -> dict[str, Any]:
        home = Congress.objects.filter(is_home=True).first()
        return {"initial": {"head": f"{home.name if home else ''}常务委员会审议意见"}}


class PlanOpinion(OpinionStep):
    title = "报送研究处理方案"
    button = "报送"
    form_class = forms.PlanForm
    rule = rules.may_plan_opinion
    transition = opinion_handling.plan_opinion
    success_message = "已报送。"


class SendForComment(OpinionStep):
    title = button = "送委员会征求意见"
    form_class = forms.SendForm
    rule = rules.may_send_for_comment
    transition = opinion_handling.send_for_comment
    intro = "处理情况先送有关委员会征求意见，修改后向常委会提出书面报告。"
    success_message = "已送交，委员会提出意见后请修改报告。"


class CommentOpinion(OpinionStep):
    title = button = "提出意见"
    form_class = forms.CommentForm
    rule = rules.may_comment_opinion
    transition = opinion_handling.comment_opinion
    success_message = "已反馈承办机关。"


class ReportOpinion(OpinionStep):
    title = "报送书面报告"
    button = "报送"
    form_class = forms.ReportForm
    rule = rules.may_report_opinion
    transition = opinion_handling.report_opinion
    success_message = "已报送，等待常委会审议。"


class BallotOpinion(OpinionStep):
    title = button = "组织测评"
    form_class = forms.BallotForm
    rule = rules.may_ballot_opinion
    transition = opinion_review.ballot_opinion
    success_message = "已安排，请在会议上登记到会人员后开始测评。"

    def form_kwargs(self) -> dict[str, Any]:
        return {"rules": BallotRule.objects.on(self.on).order_by("code", "valid_from")}

    def get_success_url(self) -> str:
        return self.result.get_absolute_url()


class PassOpinion(OpinionStep):
    title = button = "通过并销号"
    form_class = forms.PassForm
    rule = rules.may_pass_opinion
    transition = opinion_review.pass_opinion
    success_message = "已销号，承办机关会收到通知。"


class FailOpinion(OpinionStep):
    title = button = "退回重新办理"
    form_class = forms.FailForm
    rule = rules.may_fail_opinion
    transition = opinion_review.fail_opinion
    success_message = "已退回，承办机关会收到通知。"


class PublishOpinion(OpinionStep):
    title = button = "公开"
    rule = rules.may_publish_opinion
    transition = opinion_publishing.publish_opinion
    intro = "审议意见和处理情况的报告将通报代表，并在网站公布。公布前请核对，不得含有不宜公开的内容。"
    success_message = "已通报代表，并在网站公布。"


class UnpublishOpinion(OpinionStep):
    title = button = "撤下公开"
    form_class = ReasonForm
    rule = rules.may_unpublish_opinion
    transition = opinion_publishing.unpublish_opinion
    intro = "从公开页面撤下，同一文号的一并撤下。办理材料和撤下的理由都保留，修正后可以重新公开。"
    success_message = "已撤下。"


class AskOpinionDelay(OpinionStep):
    title = button = "申请延期"
    form_class = DelayForm
    rule = delay_rules.may_ask_delay
    transition = delays.ask_opinion_delay
    intro = "须在期限届满前申请并写明原因，由分管的主任、副主任决定。"
    success_message = "已提交，等待决定。"


class ListProblem(FindProblem):
    """A problem named in an opinion becomes a row of the ledger, with the opinion as its source."""

    title = "列入问题清单"

    def setup(self, request: HttpRequest, *args: Any, **kwargs: Any) -> None:
        super().setup(request, *args, **kwargs)
        self.opinion: DeliberationOpinion | None = None

    def dispatch(self, request: HttpRequest, *args: Any, **kwargs: Any) -> HttpResponseBase:
        rows = DeliberationOpinion.objects.visible_to(request.user).with_names().exclude(number="")
        if request.user.is_authenticated:
            self.opinion = get_object_or_404(rows, pk=kwargs["pk"])
            self.back_url = reverse("supervision:opinion", args=[self.opinion.pk])
        return super().dispatch(request, *args, **kwargs)

    def form_kwargs(self) -> dict[str, Any]:
        opinion = self.opinion
        known = {"source_words": str(opinion)[:120], "committee": opinion.committee_id, "unit": opinion.unit_id}
        return {**super().form_kwargs(), "initial": {**known, "due_on": opinion.due_on}}

    def arguments(self, form: Any) -> dict[str, Any]:
        return {**super().arguments(form), "source": self.opinion}
