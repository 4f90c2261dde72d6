"""The page behind "查看": GET asks for the purpose, only POST shows and records."""

from typing import Any

from django.db.models import Model
from django.http import Http404, HttpRequest, HttpResponse
from django.utils.http import url_has_allowed_host_and_scheme
from django.views.generic.base import TemplateResponseMixin, View

from foundation.privacy.forms import PurposeForm
from foundation.privacy.registry import PrivateField, private_field
from foundation.privacy.reveal import reveal
from foundation.web.views.page import PageMixin
from foundation.workdays.clock import now


class RevealPage(TemplateResponseMixin, PageMixin, View):
    """One private datum of one object, for whom its rule allows it; 404 for everybody else."""

    template_name = "privacy/reveal.html"

    def get(self, request: HttpRequest, **address: str) -> HttpResponse:
        self._find(**address)
        return self._show(PurposeForm())

    def post(self, request: HttpRequest, **address: str) -> HttpResponse:
        self._find(**address)
        form = PurposeForm(request.POST)
        if not form.is_valid():
            return self._show(form, status=422)
        clear = reveal(self.private.field, self.object, by=request.user, at=now(), purpose=form.cleaned_data["purpose"])
        return self._show(form, clear=clear)

    def get_title(self) -> str:
        return f"查看{self.private.label}"

    def _find(self, model: str, pk: str, field: str) -> None:
        self.private = _registered(model, field)
        self.object = _existing(self.private.model, pk)
        if not self.private.may_reveal(self.request.user, self.object):
            raise Http404

    def _back(self) -> str:
        """The page the reader came from, if it is one of ours."""
        back = self.request.GET.get("back", "")
        return back if url_has_allowed_host_and_scheme(back, allowed_hosts=None) else "/"

    def _show(self, form: PurposeForm, status: int = 200, **facts: Any) -> HttpResponse:
        facts |= {"form": form, "object": self.object, "label": self.private.label}
        facts |= {"masked": self.private.masked(self.object), "back": self._back()}
        response = self.render_to_response(self.get_context_data(**facts), status=status)
        # Shown once: neither the browser nor a proxy keeps the page.
        response["Cache-Control"] = "no-store"
        return response


def _registered(model: str, field: str) -> PrivateField:
    private = private_field(model, field)
    if private is None:
        raise Http404
    return private


def _existing(model: type[Model], pk: str) -> Model:
    try:
        return model._default_manager.get(pk=pk)
    except (model.DoesNotExist, ValueError):
        raise Http404 from None
