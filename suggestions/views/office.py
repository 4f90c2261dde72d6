"""The office's pages: screening, numbering, assignment, decisions on requests, and the end of a case."""

from typing import Any

from django.db.models import QuerySet
from django.http import HttpRequest, HttpResponse

from foundation.files.keeping import KeepsFiles
from foundation.files.store import attach_files, files_of
from suggestions import rules
from suggestions.forms import office as forms
from suggestions.models import Switch, SwitchKey
from suggestions.states import UnitRole
from suggestions.transitions.assign import assign
from suggestions.transitions.check_reply import check_reply
from suggestions.transitions.close import close_unstated
from suggestions.transitions.confirm_fulfilment import confirm_fulfilment
from suggestions.transitions.confirm_paper_rating import confirm_paper_rating
from suggestions.transitions.convert_motion import convert_motion
from suggestions.transitions.decide_appeal import decide_appeal
from suggestions.transitions.decide_extension import decide_extension
from suggestions.transitions.decide_objection import decide_objection
from suggestions.transitions.enter_paper_rating import enter_paper_rating
from suggestions.transitions.mediate import mediate
from suggestions.transitions.refuse import refuse
from suggestions.transitions.register import register
from suggestions.transitions.resolve_mediation import resolve_mediation
from suggestions.transitions.send_back import send_back
from suggestions.transitions.urge_rating import urge_rating
from suggestions.views.base import (
    AppealStep,
    AssignmentStep,
    CommitmentStep,
    ExtensionStep,
    ObjectionStep,
    PaperRatingStep,
    SuggestionStep,
)
from suggestions.views.due_preview import preview
from suggestions.views.lookalikes import WithLookalikes


class SendBack(WithLookalikes):
    form_class = forms.SendBackForm
    rule = rules.may_send_back
    transition = send_back
    title = "退回修改"
    button = "退回代表修改"
    success_message = "已退回代表修改。"


class Refuse(WithLookalikes):
    form_class = forms.RefuseForm
    rule = rules.may_refuse
    transition = refuse
    title = "不予立案"
    button = "决定不予立案"
    button_tone = "danger"
    success_message = "已决定不予立案，并告知代表。"

    def form_kwargs(self) -> dict[str, Any]:
        return {"on": self.on}


class Register(WithLookalikes):
    form_class = forms.RegisterForm
    rule = rules.may_register
    transition = register
    title = "立案编号"
    button = "立案"

    def form_kwargs(self) -> dict[str, Any]:
        wished = self.object.wished_category or self.object.category
        return {"on": self.on, "initial": {"category": wished, "channel": self.object.channel}}

    def get_success_message(self) -> str:
        return f"已立案，编号{self.result.number_text}。"


class ConvertMotion(SuggestionStep):
    form_class = forms.ConvertForm
    rule = rules.may_convert_motion
    transition = convert_motion
    title = "议案转建议"
    button = "转为建议"
    success_message = "已转为建议，原议案编号保留。"


class Assign(SuggestionStep):
    """Units first, then the due days they will get, then the button that assigns."""

    template_name = "suggestions/assign.html"
    form_class = forms.AssignForm
    rule = rules.may_assign
    transition = assign
    title = "交办"
    button = "下一步：核对期限"
    success_message = "已交办，各承办单位已收到通知。"

    def queryset(self) -> QuerySet:
        return super().queryset().select_related("wished_unit")

    def form_kwargs(self) -> dict[str, Any]:
        row = {"role": UnitRole.LEAD, "unit": self.object.wished_unit}
        return {"initial": {"assigned_on": self.on}, "units": [row]}

    def post(self, request: HttpRequest, **kwargs: Any) -> HttpResponse:
        self.object = self.get_object()
        if "more-units" in request.POST and self.verdict():
            return self.show(forms.AssignForm(initial=request.POST.dict(), units=forms.one_more(request.POST)))
        return super().post(request, **kwargs)

    def arguments(self, form: forms.AssignForm) -> dict[str, Any]:
        return {**form.cleaned_data, "units": form.rows.rows()}

    def carry_out(self, form: forms.AssignForm) -> HttpResponse:
        if "confirm" in self.request.POST:
            return super().carry_out(form)
        return self.show(form, due=self._due(form), button="重新计算期限", button_tone="secondary")

    def _due(self, form: forms.AssignForm) -> list[Any]:
        start = form.cleaned_data["assigned_on"]
        long = form.cleaned_data["is_difficult"] and Switch.objects.is_on(SwitchKey.DIFFICULT_SIX_MONTHS, start)
        return preview(form.rows.rows(), start, difficult=long)


class DecideObjection(ObjectionStep):
    template_name = "suggestions/decide_objection.html"
    form_class = forms.DecideObjectionForm
    rule = rules.may_decide_objection
    transition = decide_objection
    title = "决定调整申请"
    button = "作出决定"
    success_message = "已作出决定，并通知有关单位和代表。"

    def form_kwargs(self) -> dict[str, Any]:
        return {"initial": {"unit": self.object.proposed_unit_id}}


class DecideAppeal(AppealStep):
    template_name = "suggestions/decide_objection.html"
    form_class = forms.DecideObjectionForm
    rule = rules.may_decide_appeal
    transition = decide_appeal
    title = "处理代表对交办的异议"
    button = "作出决定"
    success_message = "已作出决定，并通知代表和有关单位。"

    def form_kwargs(self) -> dict[str, Any]:
        return {"initial": {"unit": self.object.proposed_unit_id}}


class DecideExtension(ExtensionStep):
    template_name = "suggestions/decide_extension.html"
    form_class = forms.DecideExtensionForm
    rule = rules.may_decide_extension
    transition = decide_extension
    title = "决定延期申请"
    button = "作出决定"
    success_message = "已作出决定，并告知承办单位和代表。"


class CheckReply(AssignmentStep):
    """The reply as the deputy will receive it, and the word of the checking office."""

    template_name = "suggestions/check.html"
    form_class = forms.CheckReplyForm
    rule = rules.may_check_reply
    transition = check_reply
    title = "审核答复"
    button = "提交审核意见"
    success_message = "审核意见已提交。"

    def get_context_data(self, **kwargs: Any) -> dict[str, Any]:
        reply = self.object.current_reply()
        attach_files([reply] if reply else [])
        return super().get_context_data(reply=reply, **kwargs)


class EnterPaperRating(SuggestionStep):
    form_class = forms.PaperRatingForm
    rule = rules.may_enter_paper_rating
    transition = enter_paper_rating
    title = "录入纸质评价"
    button = "录入"
    intro = "按代表签名的征询意见表原件录入并上传扫描件，由另一名工作人员核对后生效。"
    success_message = "已录入，请另一名工作人员核对。"


class CheckPaperRating(PaperRatingStep):
    """The entry beside its scan."""

    template_name = "suggestions/check_paper.html"
    form_class = forms.CheckPaperForm
    rule = rules.may_confirm_paper_rating
    transition = confirm_paper_rating
    title = "核对纸质评价"
    button = "提交核对结果"
    success_message = "核对结果已提交。"

    def get_context_data(self, **kwargs: Any) -> dict[str, Any]:
        return super().get_context_data(files=files_of(self.object), **kwargs)


class UrgeRating(SuggestionStep):
    rule = rules.may_urge_rating
    transition = urge_rating
    title = "催请评价"
    button = "催请"
    intro = "再次提请代表评价；没有账号的，请电话联系。催请计入规定次数。"
    success_message = "已催请代表评价。"


class CloseUnstated(SuggestionStep):
    rule = rules.may_close_unstated
    transition = close_unstated
    title = "按未表态办结"
    button = "办结"
    intro = "评价期限已过，经催请代表仍未评价。办结后单列为“未表态”，不计入满意率。"
    success_message = "已按未表态办结。"


class Mediate(SuggestionStep):
    form_class = forms.MediateForm
    rule = rules.may_mediate
    transition = mediate
    title = "提请协调评估"
    button = "提请"
    success_message = "已提请协调评估。"


class ResolveMediation(KeepsFiles, SuggestionStep):
    form_class = forms.ResolveMediationForm
    rule = rules.may_resolve_mediation
    transition = resolve_mediation
    title = "登记协调结果"
    button = "登记"
    success_message = "协调结果已登记。"


class ConfirmFulfilment(CommitmentStep):
    template_name = "suggestions/confirm_fulfilment.html"
    form_class = forms.FulfilForm
    rule = rules.may_confirm_fulfilment
    transition = confirm_fulfilment
    title = "确认承诺兑现"
    button = "提交确认"
    success_message = "已确认。"
