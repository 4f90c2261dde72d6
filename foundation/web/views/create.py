"""The base of pages that begin something of which there is no object yet."""

from collections.abc import Callable
from typing import Any

from django import forms
from django.contrib import messages
from django.core.exceptions import ValidationError
from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect
from django.utils import timezone
from django.views.generic.base import TemplateResponseMixin, View

from foundation.web.kept import kept_words
from foundation.web.views.errors import refused
from foundation.web.views.page import PageMixin
from foundation.web.views.step import refusal_status
from foundation.workflow import Refused, Verdict


class CreateStep(TemplateResponseMixin, PageMixin, View):
    """One transition that makes a new row: `rule` (user, *, on) and `transition` (*, by, at, **cleaned).

    The rule is asked before any form is built, and again when the transition refuses.
    """

    request: HttpRequest
    template_name = "components/step.html"
    form_class: type[forms.Form]
    rule: Callable[..., Verdict]
    transition: Callable[..., Any]
    button = "提交"
    intro = ""
    success_message = "已办理。"
    back_url = ""

    def dispatch(self, request: HttpRequest, *args: Any, **kwargs: Any) -> Any:
        verdict = self.verdict()
        return super().dispatch(request, *args, **kwargs) if verdict else self.turn_away(verdict)

    def verdict(self) -> Verdict:
        """What the rule says to this user today."""
        return type(self).rule(self.request.user, on=self.on)

    def turn_away(self, verdict: Verdict) -> HttpResponse:
        """The reason in the place of the page; of a post also the words, for whoever wrote them."""
        return refused(self.request, verdict.reason, 403, kept_words(self.form_class, self.request.POST))

    def form_kwargs(self) -> dict[str, Any]:
        """Further arguments of the form's constructor."""
        return {}

    def arguments(self, form: forms.Form) -> dict[str, Any]:
        """The transition's own keyword arguments; the cleaned fields unless a view needs others."""
        return dict(form.cleaned_data)

    def get(self, request: HttpRequest, **kwargs: Any) -> HttpResponse:
        return self._page(self.form_class(**self.form_kwargs()))

    def post(self, request: HttpRequest, **kwargs: Any) -> HttpResponse:
        form = self.form_class(data=request.POST, files=request.FILES, **self.form_kwargs())
        if not form.is_valid():
            return self._page(form, 422)
        try:
            made = type(self).transition(by=request.user, at=timezone.now(), **self.arguments(form))
        except Refused as refusal:
            verdict = self.verdict()
            if not verdict:
                return self.turn_away(verdict)
            form.add_error(refusal.field if refusal.field in form.fields else None, refusal.reason)
            return self._page(form, refusal_status(refusal.code))
        except ValidationError as error:
            form.add_error(None, error)
            return self._page(form, 422)
        messages.success(request, self.success_message)
        return redirect(self.get_success_url(made))

    def get_success_url(self, made: Any) -> str:
        """Where to go when it is done; the page of the new row by default."""
        return made.get_absolute_url()

    def _page(self, form: forms.Form, status: int = 200) -> HttpResponse:
        facts = {"form": form, "button": self.button, "intro": self.intro, "back_url": self.back_url}
        return self.render_to_response(self.get_context_data(**facts), status=status)
