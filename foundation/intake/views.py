"""The base view of a form for people without an account: the gate, and an old page that loses nothing."""

from datetime import datetime
from functools import cached_property
from typing import Any

from django import forms
from django.contrib.auth.decorators import login_not_required
from django.core.exceptions import ValidationError
from django.http import HttpRequest, HttpResponse
from django.middleware.csrf import CsrfViewMiddleware
from django.utils.decorators import method_decorator
from django.views.decorators.cache import never_cache
from django.views.decorators.csrf import csrf_exempt
from django.views.decorators.debug import sensitive_post_parameters
from django.views.generic.base import TemplateResponseMixin, View

from foundation.intake.gate import Gate, NotYet
from foundation.intake.tickets import Ticket
from foundation.web.views.page import PageMixin
from foundation.workdays.clock import now
from foundation.workflow import Refused

EXPIRED = "页面打开的时间太长，或者浏览器没有允许本站使用Cookie。您填写的内容已保留，请再按一次按钮。"
FLOOD, WRONG, FOREIGN = 429, 422, 403


# The form's own check replaces the middleware's, whose answer would throw away what was typed.
@method_decorator([login_not_required, csrf_exempt, never_cache, sensitive_post_parameters()], name="dispatch")
class GatedForm(TemplateResponseMixin, PageMixin, View):
    """GET shows the form with its ticket; POST passes the gate named `gate_key` and calls `carry_out` once.

    Whatever is amiss comes back on the form with what was typed: 422, or 429 to an address that sends too much.
    """

    gate_key = ""
    form_class: type[forms.Form]

    @cached_property
    def gate(self) -> Gate:
        return Gate(self.request, self.gate_key)

    def get(self, request: HttpRequest, **kwargs: Any) -> HttpResponse:
        return self.show(self.get_form(), self.gate.ticket(now()))

    def post(self, request: HttpRequest, **kwargs: Any) -> HttpResponse:
        at = now()
        ticket = self.gate.read(request.POST.get("ticket", ""), at)
        foreign = is_foreign(request)
        if ticket is None or foreign:
            form = self.get_form(bound=True)
            form.add_error(None, EXPIRED)
            return self.show(form, ticket or self.gate.ticket(at), FOREIGN if foreign else WRONG)
        return self.sent_already(ticket) or self._try(ticket, at)

    def carry_out(self, form: forms.Form, ticket: Ticket, before: int, at: datetime) -> HttpResponse:
        """The act itself; `before` is how many forms this address had sent. Refused comes back on the form."""
        raise TypeError(f"{type(self).__name__} must say what becomes of its form")

    def sent_already(self, ticket: Ticket) -> HttpResponse | None:
        """The answer where this very form has been taken before."""
        return None

    def get_form(self, bound: bool = False) -> forms.Form:
        data = {"data": self.request.POST, "files": self.request.FILES} if bound else {}
        return self.form_class(**data, **self.form_kwargs())

    def form_kwargs(self) -> dict[str, Any]:
        """Further arguments of the form's constructor."""
        return {}

    def show(self, form: forms.Form, ticket: Ticket, status: int = 200) -> HttpResponse:
        """The page with the form and its ticket; work that is done already is not asked for again."""
        solution = self.request.POST.get("solution", "")
        kept = solution if ticket.is_worked_out(solution) else ""
        facts = {"form": form, "ticket": ticket, "solution": kept}
        return self.render_to_response(self.get_context_data(**facts), status=status)

    def _try(self, ticket: Ticket, at: datetime) -> HttpResponse:
        form = self.get_form(bound=True)
        if not form.is_valid():
            return self.show(form, ticket, WRONG)
        try:
            before = self.gate.pass_through(ticket, self.request.POST.get("solution", ""), at)
        except NotYet as stop:
            return self._not_yet(form, ticket, stop)
        try:
            return self.carry_out(form, ticket, before, at)
        except Refused as refusal:
            form.add_error(refusal.field if refusal.field in form.fields else None, refusal.reason)
        except ValidationError as error:
            form.add_error(None, error)
        self.gate.turn_back()
        return self.show(form, ticket, WRONG)

    def _not_yet(self, form: forms.Form, ticket: Ticket, stop: NotYet) -> HttpResponse:
        form.add_error(None, stop.reason)
        response = self.show(form, self.gate.again(ticket), FLOOD if stop.is_flood else WRONG)
        response["Retry-After"] = str(stop.wait)
        return response


def is_foreign(request: HttpRequest) -> bool:
    """Whether another site sent this form, or one of ours whose token has run out."""
    return CsrfViewMiddleware(_unasked).process_view(request, _unasked, (), {}) is not None


def _unasked(request: HttpRequest) -> HttpResponse:
    return HttpResponse()
