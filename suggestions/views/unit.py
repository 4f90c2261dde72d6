"""A handling unit's pages: signing for its part, contact with the deputy, opinion, reply, promises."""

from typing import Any

from django.db.models import Exists, OuterRef, QuerySet
from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect
from django.urls import reverse
from django.utils import timezone

from foundation.files.keeping import KeepsFiles
from foundation.files.store import attach_files, files_of
from foundation.web.diff import compare
from foundation.web.views import DetailPage
from foundation.workflow import presence
from suggestions import rules
from suggestions.forms import reply as reply_forms
from suggestions.forms import unit as forms
from suggestions.forms.plan import PlanForm
from suggestions.letters.wording import placeholders
from suggestions.models import Assignment, Reply, ReplyTemplate
from suggestions.rules import relations
from suggestions.transitions.acknowledge import acknowledge
from suggestions.transitions.bounce_co_opinion import bounce_co_opinion
from suggestions.transitions.draft_reply import draft_reply
from suggestions.transitions.fulfil import fulfil
from suggestions.transitions.give_co_opinion import give_co_opinion
from suggestions.transitions.make_plan import make_plan
from suggestions.transitions.raise_objection import raise_objection
from suggestions.transitions.record_contact import record_contact
from suggestions.transitions.request_extension import request_extension
from suggestions.transitions.sign_reply import sign_reply
from suggestions.views.autosave import REFUSALS, is_autosave, not_saved, not_valid, saved
from suggestions.views.base import AssignmentStep, CommitmentStep, OpinionStep
from suggestions.views.previewing import preview_of


class Acknowledge(AssignmentStep):
    form_class = forms.AcknowledgeForm
    rule = rules.may_acknowledge
    transition = acknowledge
    title = "签收"
    button = "签收"
    success_message = "已签收，请在期限内办理。"

    def form_kwargs(self) -> dict[str, Any]:
        return {"initial": {"person_in_charge": self.request.user.name}}


class RaiseObjection(AssignmentStep):
    form_class = forms.ObjectionForm
    rule = rules.may_raise_objection
    transition = raise_objection
    title = "申请调整承办单位"
    button = "提出申请"
    intro = "认为不属于本单位职责的，写明依据和建议承办单位，由交办机关决定。期满不再受理。"
    success_message = "申请已提交，请等待决定。"


class RecordContact(KeepsFiles, AssignmentStep):
    form_class = forms.ContactForm
    rule = rules.may_record_contact
    transition = record_contact
    title = "登记联系代表情况"
    button = "登记"
    intro = "登记后由代表确认。答复前至少应当联系沟通一次。"
    success_message = "已登记，代表将收到确认请求。"

    def form_kwargs(self) -> dict[str, Any]:
        return {"initial": {"held_on": self.on}}


class MakePlan(AssignmentStep):
    """What will be done, by whom and by when; the proposers read it."""

    template_name = "suggestions/plan.html"
    form_class = PlanForm
    rule = rules.may_make_plan
    transition = make_plan
    title = "制定办理方案"
    button = "保存并告知代表"
    intro = "写明每项工作的内容、责任人和完成时间。代表可以看到；有调整的，重新保存即可，原方案仍然保留。"
    success_message = "办理方案已保存，代表将收到通知。"

    def form_kwargs(self) -> dict[str, Any]:
        former = self.object.plans.filter(round=self.suggestion.current_round()).order_by("-pk").first()
        return {"former": former, "more": "more" in self.request.GET}

    def arguments(self, form: PlanForm) -> dict[str, Any]:
        return form.content()


class GiveOpinion(AssignmentStep):
    form_class = forms.CoOpinionForm
    rule = rules.may_give_co_opinion
    transition = give_co_opinion
    title = "提出会办意见"
    button = "提交会办意见"
    success_message = "会办意见已送主办单位。"


class BounceOpinion(OpinionStep):
    template_name = "suggestions/bounce.html"
    form_class = forms.BounceForm
    rule = rules.may_bounce_co_opinion
    transition = bounce_co_opinion
    title = "退回会办意见"
    button = "退回"
    success_message = "已退回会办单位补充。"


class RequestExtension(AssignmentStep):
    form_class = forms.ExtensionForm
    rule = rules.may_request_extension
    transition = request_extension
    title = "申请延期答复"
    button = "提出申请"
    intro = "每件只能申请一次，自交办之日起最长不超过六个月（代表法第五十一条）。"
    success_message = "延期申请已提交。"


class SignReply(AssignmentStep):
    """The whole reply, and the name under it."""

    template_name = "suggestions/sign.html"
    form_class = forms.SignForm
    rule = rules.may_sign_reply
    transition = sign_reply
    title = "签发答复"
    button = "签发"
    success_message = "已签发并送审。"

    def form_kwargs(self) -> dict[str, Any]:
        return {"initial": {"signatory": self.request.user.name}}

    def get_context_data(self, **kwargs: Any) -> dict[str, Any]:
        reply = self.object.current_reply()
        attach_files([reply] if reply else [])
        preview = preview_of(reply) if reply and self.verdict() else None
        return super().get_context_data(reply=reply, preview=preview, **kwargs)


class ReportFulfilment(KeepsFiles, CommitmentStep):
    template_name = "suggestions/confirm_fulfilment.html"
    form_class = forms.ReportForm
    rule = rules.may_fulfil
    transition = fulfil
    title = "报告承诺兑现情况"
    button = "提交报告"
    success_message = "已报告，等待确认。"


THEN = {
    "sign": "suggestions:sign",
    "attach": "suggestions:attach-to-reply",
    "preview": "suggestions:reply-preview",
}


class DraftReply(AssignmentStep):
    """The editor of the reply: class, answers point by point, promise, text. Saves while one writes."""

    template_name = "suggestions/reply_edit.html"
    form_class = reply_forms.ReplyForm
    rule = rules.may_draft_reply
    transition = draft_reply
    title = "起草答复"

    def get(self, request: HttpRequest, **kwargs: Any) -> HttpResponse:
        self.object = self.get_object()
        if self.verdict():
            presence.claim(self.object, by=request.user, at=timezone.now())
        return super().get(request, **kwargs)

    def post(self, request: HttpRequest, **kwargs: Any) -> HttpResponse:
        if "take-over" in request.POST:
            return self._take_over()
        return self._autosave() if is_autosave(request) else super().post(request, **kwargs)

    def _take_over(self) -> HttpResponse:
        """A colleague's place at the editor changes hands by a press of the button, never by a link."""
        self.object = self.get_object()
        if self.verdict():
            presence.claim(self.object, by=self.request.user, at=timezone.now(), take_over=True)
        return redirect(self.request.path)

    def _autosave(self) -> HttpResponse:
        self.object = self.get_object()
        now, user = timezone.now(), self.request.user
        how: dict[str, Any] = {"by": user, "at": now, "version": self.seen_version(), "autosave": True}
        try:
            self.verdict().require()
            form = self.get_form(bound=True)
            if not form.is_valid():
                return not_valid(form)
            row = draft_reply(self.object.pk, **how, **form.content())
        except REFUSALS as refusal:
            return not_saved(refusal)
        presence.claim(self.object, by=user, at=now)
        return saved(version=row.assignment.version)

    def form_kwargs(self) -> dict[str, Any]:
        draft, more = self.object.current_reply(), "more" in self.request.GET
        who = {"suggestion": self.suggestion, "user": self.request.user, "on": self.on}
        chosen = self.templates().filter(pk=_number(self.request.GET.get("template"))).first()
        inserted = chosen.fill(placeholders(self.object)) if chosen else ""
        return {**who, "draft": draft, "more": more, "inserted": inserted}

    def templates(self) -> QuerySet:
        """The texts offered to begin with."""
        facts = {"category": self.suggestion.category_id, "unit": self.object.unit_id, "on": self.on}
        return ReplyTemplate.objects.offered(**facts)

    def arguments(self, form: reply_forms.ReplyForm) -> dict[str, Any]:
        return form.content()

    def is_head(self) -> bool:
        return relations.is_unit_head(self.request.user, self.object, self.on)

    def get_success_message(self) -> str:
        """What is still missing is told while the writer sits at it, not when the head comes to sign."""
        missing = self.result.missing(self.on)
        if missing:
            return f"答复稿已保存。签发前还需补充：{'、'.join(missing)}。"
        return "答复稿已保存。" if self.is_head() else "答复稿已保存，请本单位负责人签发。"

    def get_success_url(self) -> str:
        then = self.request.POST.get("then", "")
        if then == "sign" and self.result.missing(self.on):
            return self.request.path
        if then == "more":
            return f"{self.request.path}?more=1"
        if then == "template":
            return f"{self.request.path}?template={_number(self.request.POST.get('template')) or ''}"
        if then in THEN:
            return reverse(THEN[then], args=[self.object.pk])
        return reverse("suggestions:detail", args=[self.suggestion.pk])

    def get_context_data(self, **kwargs: Any) -> dict[str, Any]:
        editor = presence.editor_of(self.object, at=timezone.now(), besides=self.request.user)
        opinions = self.suggestion.current_round().opinions.select_related("assignment__unit").filter(bounced_at=None)
        draft = self.object.current_reply()
        facts = {"templates": self.templates(), "inserted": "template" in self.request.GET}
        facts |= {"editor": editor, "opinions": opinions, "autosave_url": self.request.path, "is_head": self.is_head()}
        facts["reply_files"] = files_of(draft) if draft else []
        return super().get_context_data(**{**facts, **kwargs})


def _number(raw: str | None) -> int | None:
    return int(raw) if raw and raw.isascii() and raw.isdigit() and len(raw) < 10 else None


class PreviewReply(DetailPage):
    """The unit's draft as the deputy, his inbox and the public will see it."""

    template_name = "suggestions/reply_preview.html"
    context_name = "part"
    title = "预览答复"

    def queryset(self) -> QuerySet:
        begun = Reply.objects.filter(assignment=OuterRef("pk"))
        own = Assignment.objects.of_units(self.request.user).filter(Exists(begun))
        return own.select_related("suggestion__lead__deputy", "suggestion__meeting", "unit", "through")

    def get_crumbs(self) -> list[tuple[str, str]]:
        suggestion = self.object.suggestion
        return [("代表建议", reverse("suggestions:list")), (suggestion.title, suggestion.get_absolute_url())]

    def get_context_data(self, **kwargs: Any) -> dict[str, Any]:
        reply = self.object.replies.select_related("result_class", "round").order_by("-round__number")[0]
        reply.assignment = self.object
        attach_files([reply])
        may_draft = rules.may_draft_reply(self.request.user, self.object, on=self.on)
        facts = {"reply": reply, "preview": preview_of(reply), "may_draft": may_draft}
        facts["may_draft_url"] = reverse("suggestions:reply", args=[self.object.pk])
        return super().get_context_data(**{**facts, **kwargs})


class ReplyVersions(DetailPage):
    """The saved states of a reply draft, each beside the one before it; the unit's own affair."""

    template_name = "suggestions/reply_versions.html"
    context_name = "reply"
    lookup = "assignment"

    def get_object(self) -> Reply:
        self.kwargs["assignment"] = self.kwargs["pk"]
        return super().get_object()

    def queryset(self) -> Any:
        own = Assignment.objects.of_units(self.request.user)
        rows = Reply.objects.filter(assignment__in=own).select_related("assignment__suggestion", "assignment__unit")
        newest = rows.filter(assignment=self.kwargs["pk"]).order_by("-round__number").values("pk")[:1]
        return rows.filter(pk__in=newest)

    def get_title(self) -> str:
        return "答复稿版本"

    def get_crumbs(self) -> list[tuple[str, str]]:
        suggestion = self.object.assignment.suggestion
        return [("代表建议", reverse("suggestions:list")), (suggestion.title, suggestion.get_absolute_url())]

    def get_context_data(self, **kwargs: Any) -> dict[str, Any]:
        versions = list(self.object.versions.select_related("saved_by"))
        changes = [
            {
                "version": new,
                "parts": compare(text_of(old) if old else text_of(new), text_of(new)),
                "is_first": old is None,
            }
            for old, new in zip([None, *versions], versions, strict=False)
        ]
        return super().get_context_data(changes=changes[::-1], **kwargs)


def text_of(version: Any) -> str:
    """The words of a saved state as one text: the points, then the body, then the promise."""
    content = version.content
    points = [f"{row.get('point', '')}\n{row.get('answer', '')}" for row in content.get("points") or []]
    return "\n\n".join(part for part in [*points, content.get("body", ""), content.get("commitment_text", "")] if part)
