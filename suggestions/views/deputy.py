"""A deputy's own pages: my suggestions, joint signing, handing in, and the word on the reply."""

from datetime import date, timedelta
from typing import Any

from django.core.exceptions import PermissionDenied
from django.db.models import QuerySet
from django.http import HttpRequest
from django.urls import reverse

from deputies.models import Mandate
from foundation.web.pagination import COUNT_CAP, Way
from foundation.workdays.arithmetic import next_workday
from suggestions import rules
from suggestions.forms import deputy as forms
from suggestions.forms.filters import MyFilterForm
from suggestions.models import Cosigner, Suggestion
from suggestions.querysets import SuggestionQuerySet
from suggestions.rules import relations
from suggestions.rules.proposer import seats_to_write_under
from suggestions.states import CosignerState, Kind
from suggestions.transitions.agree_withdrawal import agree_withdrawal
from suggestions.transitions.answer_cosign import answer_cosign
from suggestions.transitions.appeal_assignment import appeal_assignment
from suggestions.transitions.ask_withdrawal import ask_withdrawal
from suggestions.transitions.confirm_contact import confirm_contact
from suggestions.transitions.drop_cosigner import drop_cosigner
from suggestions.transitions.invite_cosigners import invite_cosigners
from suggestions.transitions.rate import rate
from suggestions.transitions.submit import submit
from suggestions.transitions.withdraw import withdraw
from suggestions.transitions.withdraw_cosign import withdraw_cosign
from suggestions.views.base import ContactStep, CosignerStep, SuggestionStep
from suggestions.views.cosigner_words import replies_of_round
from suggestions.views.desk import COLUMNS, SuggestionList
from suggestions.views.draft import EditDraft, NewDraft
from suggestions.views.lookalikes import WithLookalikes

__all__ = ["EditDraft", "NewDraft"]

ON_THE_LIST = (CosignerState.INVITED, CosignerState.CONFIRMED)


class MyList(SuggestionList):
    """What I lead or signed along."""

    title = "我的建议"
    filter_form_class = MyFilterForm
    template_name = "suggestions/mine.html"
    columns = COLUMNS
    export_name = "我的建议"
    empty = "还没有提出过建议。"
    way = Way(SuggestionQuerySet.with_names, near=COUNT_CAP)

    def dispatch(self, request: HttpRequest, *args: Any, **kwargs: Any) -> Any:
        if not relations.own_mandates(request.user):
            raise PermissionDenied("本页供代表查看本人提出和联名的建议。")
        return super().dispatch(request, *args, **kwargs)

    def get_context_data(self, **kwargs: Any) -> dict[str, Any]:
        return super().get_context_data(writes=bool(seats_to_write_under(self.request.user, self.on)), **kwargs)

    def queryset(self) -> QuerySet:
        seats = relations.own_mandates(self.request.user)
        signed = Cosigner.objects.filter(mandate__in=seats, state__in=relations.PARTAKING)
        led = Suggestion.objects.filter(lead__in=seats).order_by().values("pk")
        mine = led.union(signed.order_by().values("suggestion"))
        return Suggestion.objects.filter(pk__in=mine).order_by("-saved_at", "-pk")


class Preview(WithLookalikes):
    """The paper as it will be handed in, with the button that hands it in."""

    template_name = "suggestions/preview.html"
    form_class = forms.SubmitForm
    rule = rules.may_submit
    transition = submit
    title = "预览并提交"
    button = "提交"
    success_message = "已提交，请等待审查。办理进度可在“我的建议”中查看。"

    def queryset(self) -> QuerySet:
        return super().queryset().prefetch_related("cosigners__mandate__deputy", "cosigners__mandate__delegation")

    def arguments(self, form: Any) -> dict[str, Any]:
        return {"as_suggestion": form.cleaned_data["as_suggestion"]}

    def form_kwargs(self) -> dict[str, Any]:
        return {"is_motion": self.object.kind == Kind.MOTION}


class Submit(Preview):
    """The same page under the name of its verb."""


class Invite(SuggestionStep):
    """Colleagues to sign along, found by name, pinyin or delegation."""

    template_name = "suggestions/invite.html"
    form_class = forms.InviteForm
    rule = rules.may_invite_cosigners
    transition = invite_cosigners
    title = "邀请联名"
    button = "发出邀请"
    success_message = "邀请已发出。"

    def candidates(self) -> QuerySet[Mandate]:
        """Serving deputies of the same congress who are not on the list yet."""
        asked = self.object.cosigners.filter(state__in=ON_THE_LIST).values("mandate")
        rows = Mandate.objects.filter(level=self.object.level, term=self.object.term_id).serving_on(self.on)
        rows = rows.exclude(pk=self.object.lead_id).exclude(pk__in=asked)
        if self.object.township_id:
            rows = rows.of_township(self.object.township_id)
        return rows.select_related("deputy", "delegation").order_by(
            "delegation__order", "delegation", "deputy__pinyin_key"
        )

    def form_kwargs(self) -> dict[str, Any]:
        return {"candidates": self.candidates(), "initial": {"until": self.proposed_day()}}

    def proposed_day(self) -> date:
        """The day already agreed while it lies ahead, otherwise a working day in a week; the deputy may change it."""
        agreed = self.object.cosign_until
        return agreed if agreed and agreed >= self.on else next_workday(self.on + timedelta(days=7))

    def get_context_data(self, **kwargs: Any) -> dict[str, Any]:
        cosigners = self.object.cosigners.select_related("mandate__deputy", "mandate__delegation")
        return super().get_context_data(candidates=self.candidates(), cosigners=cosigners, **kwargs)


class AnswerCosign(CosignerStep):
    """GET shows the text and two choices, only POST answers."""

    template_name = "suggestions/cosign.html"
    form_class = forms.AnswerForm
    rule = rules.may_answer_cosign
    transition = answer_cosign
    title = "答复联名邀请"
    versioned = True
    success_message = "已答复领衔代表。"

    def get_context_data(self, **kwargs: Any) -> dict[str, Any]:
        return super().get_context_data(**{"version": self.suggestion.version, **kwargs})


class LeaveCosign(CosignerStep):
    form_class = forms.ReasonForm
    rule = rules.may_withdraw_cosign
    transition = withdraw_cosign
    title = "退出联名"
    button = "退出联名"
    success_message = "已退出联名。"


class DropCosigner(CosignerStep):
    rule = rules.may_drop_cosigner
    transition = drop_cosigner
    title = "移出联名名单"
    button = "移出"
    success_message = "已移出联名名单。"

    @property
    def intro(self) -> str:
        return f"将{self.object.mandate.deputy}代表移出本件的联名名单，并告知本人。"

    def get_success_url(self) -> str:
        return reverse("suggestions:invite", args=[self.suggestion.pk])


class AskWithdrawal(SuggestionStep):
    form_class = forms.WithdrawForm
    rule = rules.may_ask_withdrawal
    transition = ask_withdrawal
    title = "征求联名代表同意撤回"
    button = "征求意见"
    success_message = "已征求联名代表意见，全体同意后即可撤回。"


class AgreeWithdrawal(CosignerStep):
    form_class = forms.AgreeWithdrawalForm
    rule = rules.may_agree_withdrawal
    transition = agree_withdrawal
    title = "答复撤回意见"
    success_message = "已答复领衔代表。"

    @property
    def intro(self) -> str:
        reason = self.suggestion.withdrawal_reason
        return f"领衔代表提请撤回这件建议，须经全体联名代表同意。原因：{reason}"


class Withdraw(SuggestionStep):
    form_class = forms.WithdrawForm
    rule = rules.may_withdraw
    transition = withdraw
    title = "撤回建议"
    button = "撤回"
    intro = "撤回后不再办理，也不能恢复；需要重提的，请另写一件。"
    button_tone = "danger"
    success_message = "已撤回。"


class ConfirmContact(ContactStep):
    """Whether the unit's record of the talk is true."""

    template_name = "suggestions/confirm_contact.html"
    form_class = forms.ConfirmContactForm
    rule = rules.may_confirm_contact
    transition = confirm_contact
    title = "确认联系记录"
    button = "提交确认"
    success_message = "已确认。"


class AppealAssignment(SuggestionStep):
    """The deputy thinks another unit should have it."""

    form_class = forms.AppealForm
    rule = rules.may_appeal_assignment
    transition = appeal_assignment
    title = "对交办提出异议"
    button = "提出异议"
    success_message = "异议已提交代表工作机构。"

    def form_kwargs(self) -> dict[str, Any]:
        return {"parts": self.object.assignments.active().select_related("unit")}


class Rate(SuggestionStep):
    """Attitude and result apart, nothing preset."""

    template_name = "suggestions/rate.html"
    form_class = forms.RateForm
    rule = rules.may_rate
    transition = rate
    title = "评价答复"
    button = "提交评价"
    success_message = "评价已提交，感谢您对办理工作的监督。"

    def get_context_data(self, **kwargs: Any) -> dict[str, Any]:
        asked = self.object.cosigner_words.filter(round=self.object.current_round())
        words = asked.select_related("cosigner__mandate__deputy")
        return super().get_context_data(replies=replies_of_round(self.object), words=words, **kwargs)
