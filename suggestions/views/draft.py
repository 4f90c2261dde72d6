"""The editor of a suggestion: a new one, and one that is being written or was sent back."""

from typing import Any

from django.contrib import messages
from django.core.exceptions import PermissionDenied
from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.urls import reverse
from django.utils import timezone
from django.views.generic import View

from foundation.workflow import Refused
from suggestions import rules
from suggestions.cards.earlier import rows
from suggestions.forms.deputy import DraftForm
from suggestions.hints import hints
from suggestions.models import Suggestion
from suggestions.rules.proposer import seats_to_write_under
from suggestions.transitions.create_draft import create_draft
from suggestions.transitions.save_draft import save_draft
from suggestions.views.autosave import REFUSALS, is_autosave, not_saved, not_valid, saved
from suggestions.views.base import SuggestionStep

TEMPLATE = "suggestions/edit.html"
THEN = {page: f"suggestions:{page}" for page in ("preview", "invite", "submit", "attach")}


class NewDraft(View):
    """An empty paper. The first save, by hand or by the script, gives it an address."""

    def dispatch(self, request: HttpRequest, *args: Any, **kwargs: Any) -> Any:
        self.on = timezone.localdate()
        self.mandates = seats_to_write_under(request.user, self.on)
        if not self.mandates:
            raise PermissionDenied("提出建议由在任代表本人办理。")
        return super().dispatch(request, *args, **kwargs)

    def get(self, request: HttpRequest) -> HttpResponse:
        return self._page(self._form(initial=request.GET.dict()))

    def post(self, request: HttpRequest) -> HttpResponse:
        form = self._form(request.POST)
        if not form.is_valid():
            return not_valid(form) if is_autosave(request) else self._page(form, 422)
        try:
            suggestion = create_draft(form.mandate(), by=request.user, at=timezone.now(), **form.wording())
        except REFUSALS as refusal:
            return self._refused(form, refusal)
        url = reverse("suggestions:edit", args=[suggestion.pk])
        if is_autosave(request):
            return saved(version=suggestion.version, url=url, autosave_url=url)
        messages.success(request, "草稿已保存。")
        return redirect(_next(request, suggestion))

    def _form(self, *data: Any, **kwargs: Any) -> DraftForm:
        return DraftForm(*data, on=self.on, mandates=self.mandates, earlier=rows(self.request.user), **kwargs)

    def _refused(self, form: DraftForm, refusal: Exception) -> HttpResponse:
        if is_autosave(self.request):
            return not_saved(refusal)
        form.add_error(None, refusal.reason if isinstance(refusal, Refused) else refusal)
        return self._page(form, 409)

    def _page(self, form: DraftForm, status: int = 200) -> HttpResponse:
        crumbs = [("我的建议", reverse("suggestions:mine"))]
        facts = {"form": form, "title": "提出建议", "crumbs": crumbs, "autosave_url": reverse("suggestions:new")}
        facts["hints"] = hints(written(form))
        return render(self.request, TEMPLATE, facts, status=status)


class EditDraft(SuggestionStep):
    """The text while it is still the deputy's."""

    template_name = TEMPLATE
    form_class = DraftForm
    rule = rules.may_save_draft
    transition = save_draft
    title = "填写建议"
    success_message = "已保存。"

    def form_kwargs(self) -> dict[str, Any]:
        initial = {name: getattr(self.object, name) for name in DraftForm.WORDING}
        earlier = rows(self.request.user).exclude(pk=self.object.pk)
        return {"on": self.on, "mandates": [self.object.lead], "earlier": earlier, "initial": initial}

    def arguments(self, form: DraftForm) -> dict[str, Any]:
        return form.wording()

    def post(self, request: HttpRequest, **kwargs: Any) -> HttpResponse:
        return self._autosave() if is_autosave(request) else super().post(request, **kwargs)

    def _autosave(self) -> HttpResponse:
        self.object = self.get_object()
        how: dict[str, Any] = {"by": self.request.user, "at": timezone.now(), "version": self.seen_version()}
        try:
            self.verdict().require()
            form = self.get_form(bound=True)
            if not form.is_valid():
                return not_valid(form)
            row = save_draft(self.object.pk, **how, autosave=True, **form.wording())
        except REFUSALS as refusal:
            return not_saved(refusal)
        return saved(version=row.version)

    def get_success_url(self) -> str:
        return _next(self.request, self.object)

    def get_crumbs(self) -> list[tuple[str, str]]:
        return [("我的建议", reverse("suggestions:mine")), (self.object.title, self.object.get_absolute_url())]

    def get_context_data(self, **kwargs: Any) -> dict[str, Any]:
        url = reverse("suggestions:edit", args=[self.object.pk])
        facts = {"autosave_url": url, "back_url": self.object.get_absolute_url()}
        if kwargs.get("form") is not None:
            facts["hints"] = hints(written(kwargs["form"]))
        return super().get_context_data(**{**facts, **kwargs})


def written(form: DraftForm) -> dict[str, str]:
    """The long texts as they stand in the form."""
    return {name: form[name].value() or "" for name in ("title", "facts", "grounds", "proposals")}


def _next(request: HttpRequest, suggestion: Suggestion) -> str:
    """Where the pressed button leads: on to the next step, or back into the editor."""
    return reverse(THEN.get(request.POST.get("then", ""), "suggestions:edit"), args=[suggestion.pk])
