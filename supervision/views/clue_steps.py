"""The steps of a clue. Their pages show its number; the one that shows its words is written down as an opening."""

from typing import Any

from django.db.models import Model, QuerySet
from django.http import HttpRequest, HttpResponse
from django.urls import reverse_lazy
from django.utils import timezone

from foundation.accounts.models import Organisation
from foundation.web.views import CreateStep, StepView
from supervision.forms import clues as forms
from supervision.models import Clue
from supervision.rules import clues as rules
from supervision.states.clues import SOURCES
from supervision.transitions import clue_handing as handing
from supervision.transitions import clues as act
from supervision.views.clues import CRUMB, Unkept, source_of

WAITS = "已办理，接下来的经办人员或者领导会收到通知，通知中不含线索内容。"


class RegisterClue(Unkept, CreateStep):
    form_class = forms.ClueForm
    rule = rules.may_register_clue
    transition = act.register_clue
    title = "登记问题线索"
    button = "登记"
    intro = "内容和人员加密保存，只有指定人员能够查阅，每次查阅都有记录。不要在其他页面、通知和附件名称中写线索内容。"
    success_message = "已登记，请其他经办人员审核。"
    back_url = reverse_lazy("supervision:clues")
    crumbs = (CRUMB,)

    @property
    def source(self) -> Model | None:
        """The row whose page led here."""
        return source_of(self.request.GET.get("from", ""), self.request.user)

    def form_kwargs(self) -> dict[str, Any]:
        source = self.source
        return {"arisen": SOURCES[source._meta.label_lower] if source else ""}

    def arguments(self, form: Any) -> dict[str, Any]:
        return {**super().arguments(form), "source": self.source}


class ClueStep(Unkept, StepView):
    """A step about one clue."""

    crumbs = (CRUMB,)
    success_message = WAITS

    def queryset(self) -> QuerySet[Clue]:
        return Clue.objects.visible_to(self.request.user).with_names()


class AmendClue(ClueStep):
    title = button = "补充"
    form_class = forms.ClueWords
    rule = rules.may_amend_clue
    transition = act.amend_clue

    def get(self, request: HttpRequest, **kwargs: Any) -> HttpResponse:
        response = super().get(request, **kwargs)
        if response.status_code == 200:
            handing.open_clue(self.object.pk, what="查阅（补充）。", by=request.user, at=timezone.now())
        return response

    def form_kwargs(self) -> dict[str, Any]:
        clue = self.object
        return {"initial": {"summary": clue.summary, "text": clue.text, "persons": clue.persons}}


class ExamineClue(ClueStep):
    title = button = "审核"
    form_class = forms.ExamineClueForm
    rule = rules.may_examine_clue
    transition = act.examine_clue


class ReturnClue(ClueStep):
    title = button = "退回补充"
    form_class = forms.ClueReasonForm
    rule = rules.may_return_clue
    transition = act.return_clue


class ApproveClue(ClueStep):
    title = button = "批准移送"
    form_class = forms.ApproveClueForm
    rule = rules.may_approve_clue
    transition = act.approve_clue


class DropClue(ClueStep):
    title = button = "不移送"
    button_tone = "danger"
    form_class = forms.ClueReasonForm
    rule = rules.may_drop_clue
    transition = act.drop_clue


class HandClue(ClueStep):
    title = button = "移送"
    form_class = forms.HandClueForm
    rule = rules.may_hand_clue
    transition = handing.hand_clue
    intro = "移送后在本页下载移送函，与材料一并当面移交或者通过机要渠道送达。接收机关不登录本平台。"

    def form_kwargs(self) -> dict[str, Any]:
        recipients = Organisation.objects.active().of_kind(*handing.RECIPIENTS)
        return {"recipients": recipients, "initial": {"handed_on": self.on}}


class ReceiveClue(ClueStep):
    title = button = "登记回执"
    form_class = forms.ReceiptForm
    rule = rules.may_receive_clue
    transition = handing.receive_clue


class AcceptClue(ClueStep):
    title = button = "登记受理"
    form_class = forms.ClueFeedbackForm
    rule = rules.may_accept_clue
    transition = handing.accept_clue


class DeclineClue(ClueStep):
    title = button = "登记不予受理"
    form_class = forms.DeclineClueForm
    rule = rules.may_decline_clue
    transition = handing.decline_clue


class AnswerClue(ClueStep):
    title = button = "登记处置结果"
    form_class = forms.ClueFeedbackForm
    rule = rules.may_answer_clue
    transition = handing.answer_clue


class CloseClue(ClueStep):
    title = button = "办结"
    form_class = forms.CloseClueForm
    rule = rules.may_close_clue
    transition = handing.close_clue
