"""The base view of every transition page: fetch, ask the rule, bind the form, call one transition, redirect."""

from collections.abc import Callable
from dataclasses import replace
from typing import Any

from django import forms
from django.contrib import messages
from django.core.exceptions import ValidationError
from django.http import HttpRequest, HttpResponse, HttpResponseRedirect
from django.utils import timezone
from django.views.generic.base import TemplateResponseMixin, View

from foundation.audit import last_hand
from foundation.web.kept import kept_words
from foundation.web.views.detail import ObjectMixin
from foundation.workflow import Refused, StaleVersion, Verdict

KEPT = "您填写的内容仍保留在下方，请核对最新情况后再提交。"
STALE = f"同事已先一步办理，请刷新查看。{KEPT}"
STALE_BY_ONESELF = f"您的账号在另一个窗口已经保存过，本页不是最新内容。{KEPT}"

# A refusal for these reasons means "not now", for the next "not like that", any other means "not you".
PASSING_CODES = frozenset({"state", "stale", "version", "date"})
INPUT_CODES = frozenset({"input"})


class StepView(TemplateResponseMixin, ObjectMixin, View):
    """One transition as a page. Whoever the rule refuses gets no form: none is built before the rule has said yes.

    Set `queryset()`, `rule` (user, obj, *, on -> Verdict), `transition` (pk, *, by, at, version, **cleaned), and
    usually `form_class`, `title`, `button`, `success_message`. Both callables may be plain functions: they are
    never bound to the view. The form's cleaned fields are the transition's keyword arguments.
    """

    template_name = "components/step.html"
    form_class: type[forms.BaseForm] = forms.Form
    rule: Callable[..., Verdict]
    transition: Callable[..., Any]
    button = "提交"
    button_tone = "primary"
    intro = ""
    success_message = "已办理。"
    success_url = ""
    versioned = True

    def get(self, request: HttpRequest, **kwargs: Any) -> HttpResponse:
        self.object = self.get_object()
        verdict = self.verdict()
        if not verdict:
            return self.turn_away(verdict)
        return self.render_to_response(self.get_context_data(form=self.get_form(), verdict=verdict))

    def post(self, request: HttpRequest, **kwargs: Any) -> HttpResponse:
        self.object = self.get_object()
        verdict = self.verdict()
        if not verdict:
            return self.turn_away(verdict)
        form = self.get_form(bound=True)
        if not form.is_valid():
            return self.show(form, status=422)
        return self.carry_out(form)

    def carry_out(self, form: forms.BaseForm) -> HttpResponse:
        """Calls the transition; every refusal comes back on the form with what was typed."""
        try:
            self.result = self.call(form)
        except StaleVersion:
            self.object = self.get_object()
            return self.refuse(form, self.stale_words(), 409, stale=True)
        except Refused as refusal:
            self.object = self.get_object()
            return self.refuse(form, refusal.reason, refusal_status(refusal.code), field=refusal.field)
        except ValidationError as error:
            form.add_error(None, error)
            return self.show(form, status=422)
        messages.success(self.request, self.get_success_message())
        return HttpResponseRedirect(self.get_success_url())

    def call(self, form: forms.BaseForm) -> Any:
        """One call of the transition with who, when, the version that was looked at, and the form's fields."""
        arguments = self.arguments(form)
        if self.versioned:
            arguments["version"] = self.seen_version()
        transition = _plain(type(self).transition)
        return transition(self.object.pk, by=self.request.user, at=timezone.now(), **arguments)

    def arguments(self, form: forms.BaseForm) -> dict[str, Any]:
        """The transition's own keyword arguments; the cleaned fields unless a view needs others."""
        return dict(form.cleaned_data)

    def verdict(self) -> Verdict:
        """What the rule says to this user about this object today."""
        return _plain(type(self).rule)(self.request.user, self.object, on=self.on)

    def seen_version(self) -> int | None:
        """The version the page was built from, out of the hidden field: None without one, 0 (nobody's) for nonsense."""
        raw = self.request.POST.get("version", "")
        if not raw:
            return None
        return int(raw) if raw.isascii() and raw.isdigit() and len(raw) < 10 else 0

    def stale_words(self) -> str:
        """What is said when the page is older than the object: two windows of one person are no colleague."""
        user = self.request.user
        hand = getattr(user, "acted_by", None) or user
        return STALE_BY_ONESELF if self.last_writer() in (hand.pk, user.pk) else STALE

    def last_writer(self) -> Any:
        """The key of whoever changed the object last, None when nobody is known."""
        told = last_hand(self.object)
        return told[1] if told else None

    def form_kwargs(self) -> dict[str, Any]:
        """Further arguments of the form's constructor."""
        return {}

    def get_form(self, bound: bool = False) -> forms.BaseForm:
        """The form, empty or with what was posted."""
        data = {"data": self.request.POST, "files": self.request.FILES} if bound else {}
        return self.form_class(**data, **self.form_kwargs())

    def get_success_message(self) -> str:
        """The sentence shown after the redirect."""
        return self.success_message

    def get_success_url(self) -> str:
        """Where to go when it is done; the object's own page by default."""
        return self.success_url or self.object.get_absolute_url()

    def refuse(
        self, form: forms.BaseForm, reason: str, status: int, stale: bool = False, field: str = ""
    ) -> HttpResponse:
        """The page again, the reason at its field or above the form, nothing lost of what was typed.

        Where the rule has come to say no meanwhile, the form is not shown again.
        """
        verdict = self.verdict()
        if not verdict:
            return self.turn_away(verdict if stale else replace(verdict, reason=reason))
        form.add_error(field if field in form.fields else None, reason)
        return self.show(form, status=status, stale=stale)

    def turn_away(self, verdict: Verdict) -> HttpResponse:
        """The page with the reason in the place of the form; of a post also the words, for whoever wrote them."""
        kept = kept_words(self.form_class, self.request.POST)
        return self.render_to_response(
            self.get_context_data(verdict=verdict, kept=kept), status=refusal_status(verdict.code)
        )

    def show(self, form: forms.BaseForm, status: int = 200, **facts: Any) -> HttpResponse:
        """The page with a bound form."""
        return self.render_to_response(self.get_context_data(form=form, **facts), status=status)

    def get_crumbs(self) -> list[tuple[str, str]]:
        page = getattr(self.object, "get_absolute_url", None)
        return [*super().get_crumbs(), *([(str(self.object), page())] if page else [])]

    def get_context_data(self, **kwargs: Any) -> dict[str, Any]:
        facts = {"object": self.object, self.context_name: self.object, "button": self.button, "intro": self.intro}
        facts |= {"button_tone": self.button_tone, "version": getattr(self.object, "version", None)}
        return super().get_context_data(**{**facts, **kwargs})


def refusal_status(code: str) -> int:
    """409 for what may pass tomorrow or would have a moment earlier, 422 for what was typed, 403 for who may not."""
    if code in INPUT_CODES:
        return 422
    return 409 if code in PASSING_CODES else 403


def _plain(function: Any) -> Callable[..., Any]:
    return getattr(function, "__func__", function)
