"""What the writer can still do: add, rate, say that it is not settled, take back. Each is one page with one button."""

from collections.abc import Callable
from secrets import token_urlsafe
from typing import Any

from django import forms
from django.contrib import messages
from django.core.exceptions import ValidationError
from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect
from django.views.generic.base import TemplateResponseMixin

from foundation.files.store import files_of
from foundation.files.waiting import forget
from foundation.intake.chosen import Holding
from foundation.web.kept import kept_words
from foundation.web.views.step import refusal_status
from foundation.workdays.clock import now, today
from foundation.workflow import Refused, Verdict, when
from liaison_stations import rules
from liaison_stations.forms import letters as form_classes
from liaison_stations.models import Letter
from liaison_stations.transitions import writer
from liaison_stations.transitions.post_letter import PHOTO, PICTURES
from liaison_stations.views.letter_following import OwnLetter

LONGEST_TOKEN = 80


class WriterStep(TemplateResponseMixin, OwnLetter):
    """GET asks, POST does it once; what was typed is kept when it is refused."""

    template_name = "letters/step.html"
    form_class: type[forms.Form] = forms.Form
    transition: Callable[..., Letter]
    button = "提交"
    button_tone = "primary"
    intro = ""
    success_message = ""

    def verdict(self) -> Verdict:
        """What the rule says of the letter today."""
        raise TypeError(f"{type(self).__name__} must ask a rule")

    def get(self, request: HttpRequest, **kwargs: Any) -> HttpResponse:
        verdict = self.verdict()
        return self.show(self.get_form()) if verdict else self.turn_away(verdict)

    def post(self, request: HttpRequest, **kwargs: Any) -> HttpResponse:
        verdict = self.verdict()
        if not verdict:
            return self.turn_away(verdict)
        form = self.get_form(bound=True)
        if not form.is_valid():
            return self.show(form, 422)
        try:
            self.carry_out(form)
        except Refused as refusal:
            form.add_error(refusal.field if refusal.field in form.fields else None, refusal.reason)
            return self.show(form, refusal_status(refusal.code))
        except ValidationError as error:
            form.add_error(None, error)
            return self.show(form, 422)
        messages.success(request, self.success_message)
        return redirect("letters:follow", self.letter.number)

    def get_form(self, bound: bool = False) -> Any:
        return self.form_class(data=self.request.POST, files=self.request.FILES) if bound else self.form_class()

    def carry_out(self, form: Any) -> None:
        """The act itself. Refused comes back on the form."""
        type(self).transition(self.letter.pk, at=now(), **form.cleaned_data)

    def turn_away(self, verdict: Verdict) -> HttpResponse:
        """The reason in the place of the form, and what the writer had typed."""
        facts = {"letter": self.letter, "verdict": verdict, "kept": kept_words(self.form_class, self.request.POST)}
        return self.render_to_response(self.get_context_data(**facts), status=refusal_status(verdict.code))

    def show(self, form: forms.Form, status: int = 200) -> HttpResponse:
        facts = {"letter": self.letter, "form": form, "verdict": True, "button": self.button, "intro": self.intro}
        return self.render_to_response(self.get_context_data(button_tone=self.button_tone, **facts), status=status)


class AddWord(Holding, WriterStep):
    """Photographs chosen before a mistake wait for this letter's page alone."""

    form_class = form_classes.WordForm
    title = button = "补充情况"
    success_message = "已补充，办理人员会看到。"
    accept = PICTURES

    def verdict(self) -> Verdict:
        return rules.may_add_word(self.letter, on=today())

    def get_form(self, bound: bool = False) -> Any:
        form = super().get_form(bound) if bound else self.form_class(initial={"token": token_urlsafe(24)})
        self.offer_held(form, self._held_under())
        return form

    def most_files(self, form: Any) -> int:
        return max(0, writer.most_photos(today()) - files_of(self.letter, PHOTO).count())

    def show(self, form: Any, status: int = 200) -> HttpResponse:
        self.keep_chosen(form, self._held_under())
        return super().show(form, status)

    def carry_out(self, form: Any) -> None:
        found = {name: form.cleaned_data[name] for name in ("text", "photos")}
        writer.add_word(self.letter.pk, at=now(), waiting=form.kept, **found)
        forget(self._held_under(), at=now())

    def _held_under(self) -> str:
        """Of this letter and this opened page; a token known from elsewhere opens nothing."""
        token = self.request.POST.get("token", "")[:LONGEST_TOKEN]
        return f"letter:{self.letter.pk}:{token}" if token else ""


class Rate(WriterStep):
    form_class = form_classes.RateForm
    transition = staticmethod(writer.rate_letter)
    title = "评价办理结果"
    button = "提交评价"
    success_message = "感谢您的评价。没有解决的，还可以申请继续办理。"

    def verdict(self) -> Verdict:
        return rules.may_rate(self.letter, on=today())


class Reopen(WriterStep):
    form_class = form_classes.ReopenForm
    transition = staticmethod(writer.reopen_letter)
    title = "没有解决，申请继续办理"
    button = "申请继续办理"
    intro = "每封信可以申请一次。请写清楚还有什么没有解决，我们会重新安排办理。"
    success_message = "已申请继续办理。"

    def verdict(self) -> Verdict:
        return rules.may_reopen(self.letter, on=today(), days=writer.reopen_days(today()))


class ForgetWriter(WriterStep):
    transition = staticmethod(writer.forget_writer)
    title = "删除我的姓名和联系方式"
    button, button_tone = "删除", "danger"
    intro = "删除后办理人员无法联系您，信仍会办理，答复凭编号和查询码查看。删除后不能恢复。"
    success_message = "姓名和联系方式已删除。"

    def verdict(self) -> Verdict:
        return rules.may_forget_writer(self.letter, on=today())


class ForbidPublishing(WriterStep):
    transition = staticmethod(writer.forbid_publishing)
    title = "撤回公开的同意"
    button = "撤回同意"
    intro = "撤回后不再公开这封信；已经公开的，立即撤下。不影响办理。"
    success_message = "已撤回，这封信不会公开。"

    def verdict(self) -> Verdict:
        return when(self.letter.public_wish, "这封信没有同意公开，不需要撤回。")


class AskErasure(WriterStep):
    form_class = form_classes.ErasureForm
    transition = staticmethod(writer.ask_erasure)
    title = "申请删除这封信"
    button, button_tone = "提交申请", "danger"
    intro = "办结后，工作人员会删除信的全部内容、照片和您的个人信息，删除后不能恢复。还在办理的信，答复后再删除。"
    success_message = "已收到您的申请，办理情况会写在本页。"

    def verdict(self) -> Verdict:
        return rules.may_ask_erasure(self.letter, on=today())
