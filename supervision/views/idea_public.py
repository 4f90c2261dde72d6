"""A citizen proposes a livelihood project, keeps number and code, comes back, takes it back."""

from datetime import datetime
from typing import Any

from django.contrib import messages
from django.contrib.auth.decorators import login_not_required
from django.http import HttpRequest, HttpResponse, HttpResponseRedirect
from django.shortcuts import get_object_or_404, redirect
from django.urls import reverse
from django.utils.decorators import method_decorator
from django.views.decorators.cache import never_cache
from django.views.decorators.csrf import csrf_exempt
from django.views.decorators.debug import sensitive_post_parameters
from django.views.generic.base import TemplateResponseMixin, View

from foundation.intake import codes
from foundation.intake.tickets import Ticket
from foundation.intake.views import GatedForm
from foundation.vault.lookup import lookup_hash
from foundation.web.views.page import PageMixin
from foundation.workdays.clock import now, today
from foundation.workflow import Refused
from supervision.forms.project_ideas import IdeaForm, LookUpForm
from supervision.models import ProjectIdea, ProjectYear
from supervision.states.project_idea import IdeaState
from supervision.transitions.project_ideas import TOKEN, post_idea, withdraw_idea
from supervision.views.project_public import BOARD

OPENED, RECEIPT = "ideas_opened", "idea_receipt"
NO_MATCH = "编号和查询码不符，请对照回执核对。编号如“征〔2027〕12”，查询码为8位字母和数字。"
USED = "请再按一次“查询”。"


@method_decorator([login_not_required, csrf_exempt, never_cache, sensitive_post_parameters()], name="dispatch")
class ProposeIdea(GatedForm):
    """The form of one year's collection; outside of its days there is none."""

    template_name = "supervision/idea_write.html"
    gate_key = "project_idea"
    form_class = IdeaForm
    crumbs = (BOARD,)

    def dispatch(self, request: HttpRequest, *args: Any, **kwargs: Any) -> Any:
        years = ProjectYear.objects.collecting_on(today()).with_names()
        self.year = get_object_or_404(years, pk=kwargs["pk"])
        return super().dispatch(request, *args, **kwargs)

    def get_title(self) -> str:
        return f"我为{self.year}提意见"

    def form_kwargs(self) -> dict[str, Any]:
        return {"on": today()}

    def sent_already(self, ticket: Ticket) -> HttpResponse | None:
        idea = ProjectIdea.objects.filter(token_hash=lookup_hash(ticket.token, TOKEN)).first()
        return self._receipt(idea, ticket) if idea else None

    def carry_out(self, form: IdeaForm, ticket: Ticket, before: int, at: datetime) -> HttpResponse:
        given = {name: form.cleaned_data[name] for name in ("title", "text", "area", "name", "phone")}
        idea, _ = post_idea(self.year.pk, token=ticket.token, consents=form.consents, at=at, **given)
        return self._receipt(idea, ticket)

    def get_context_data(self, **kwargs: Any) -> dict[str, Any]:
        return super().get_context_data(year=self.year, **kwargs)

    def _receipt(self, idea: ProjectIdea, ticket: Ticket) -> HttpResponse:
        self.request.session[RECEIPT] = {"idea": idea.pk, "token": ticket.token}
        self.request.session[OPENED] = idea.pk
        return HttpResponseRedirect(reverse("supervision:idea-receipt"))


@method_decorator([login_not_required, never_cache], name="dispatch")
class IdeaReceipt(TemplateResponseMixin, PageMixin, View):
    """Number and query code, in the browser that sent the idea."""

    template_name = "supervision/idea_receipt.html"
    title = "意见已收到"
    crumbs = (BOARD,)

    def get(self, request: HttpRequest) -> HttpResponse:
        kept = request.session.get(RECEIPT)
        idea = ProjectIdea.objects.with_names().filter(pk=kept["idea"]).first() if kept else None
        if kept is None or idea is None:
            return redirect("supervision:idea-look-up")
        code = codes.grouped(codes.code_of(kept["token"]))
        address = request.build_absolute_uri(reverse("supervision:idea-look-up"))
        return self.render_to_response(self.get_context_data(idea=idea, code=code, address=address))


class LookUpIdea(GatedForm):
    """Number and code; guesses cost ever more, honest mistakes do not."""

    template_name = "supervision/idea_look_up.html"
    title = "查询我的意见"
    gate_key = "project_idea_lookup"
    form_class = LookUpForm
    crumbs = (BOARD,)

    def carry_out(self, form: LookUpForm, ticket: Ticket, before: int, at: datetime) -> HttpResponse:
        # Work is done for one guess alone.
        if ticket.work and not self.gate.spend(ticket):
            raise Refused(USED, "input")
        idea = ProjectIdea.objects.opened_by(form.cleaned_data["number"], form.cleaned_data["code"])
        if idea is None:
            form.add_error(None, NO_MATCH)
            return self.show(form, self.gate.ticket(at), 422)
        self.gate.turn_back()
        self.request.session[OPENED] = idea.pk
        return redirect("supervision:idea-follow")


@method_decorator([login_not_required, never_cache], name="dispatch")
class FollowIdea(TemplateResponseMixin, PageMixin, View):
    """What became of it. POST takes it back: words and contact are erased."""

    template_name = "supervision/idea_follow.html"
    crumbs = (BOARD,)

    def dispatch(self, request: HttpRequest, *args: Any, **kwargs: Any) -> Any:
        found = ProjectIdea.objects.with_names().filter(pk=request.session.get(OPENED) or 0).first()
        if found is None:
            return redirect("supervision:idea-look-up")
        self.idea = found
        return super().dispatch(request, *args, **kwargs)

    def get_title(self) -> str:
        return self.idea.number_text

    def get(self, request: HttpRequest) -> HttpResponse:
        return self.render_to_response(self.get_context_data(idea=self.idea, may_withdraw=self._may_withdraw()))

    def post(self, request: HttpRequest) -> HttpResponse:
        try:
            withdraw_idea(self.idea.pk, at=now())
        except Refused as refusal:
            messages.error(request, refusal.reason)
        else:
            messages.success(request, "已撤回，您的个人信息已经删除。")
        return redirect("supervision:idea-follow")

    def _may_withdraw(self) -> bool:
        has_something = self.idea.state != IdeaState.ADOPTED or bool(self.idea.name or self.idea.phone)
        return self.idea.state != IdeaState.WITHDRAWN and has_something
