"""A citizen proposes a topic: the call, the form behind the gate, the number, and later what became of it."""

from datetime import datetime
from functools import cached_property
from typing import Any

from django.contrib.auth.decorators import login_not_required
from django.db.models import QuerySet
from django.http import HttpRequest, HttpResponse, HttpResponseRedirect
from django.shortcuts import get_object_or_404
from django.urls import reverse
from django.utils.decorators import method_decorator
from django.views.decorators.cache import never_cache

from foundation.intake.tickets import Ticket
from foundation.intake.views import GatedForm
from foundation.vault.lookup import lookup_hash
from foundation.web.views import DetailPage
from foundation.workdays.clock import today
from supervision.forms.solicitations import CitizenIdeaForm
from supervision.models import Solicitation, TopicIdea
from supervision.rules.solicitations import accepts
from supervision.states.solicitation import IdeaChannel, SolicitationState
from supervision.transitions.ideas import send_topic_idea

PLANS = ("监督计划", "/supervision/plans/public/")


@method_decorator(login_not_required, name="dispatch")
class PublicSolicitation(DetailPage):
    """The call; once it is answered, every idea with its result."""

    template_name = "supervision/public_solicitation.html"
    context_name = "call"
    crumbs = (PLANS,)

    def queryset(self) -> QuerySet[Solicitation]:
        return Solicitation.objects.public()

    def get_context_data(self, **kwargs: Any) -> dict[str, Any]:
        call = self.object
        answered = call.state == SolicitationState.ANSWERED
        ideas = list(call.ideas.select_related("topic").order_by("number")) if answered else []
        return super().get_context_data(**{"accepts": accepts(call, self.on), "ideas": ideas, **kwargs})


class SendIdea(GatedForm):
    """The form; a call that is not open leads back to its page."""

    template_name = "supervision/send_topic_idea.html"
    title = "提出议题建议"
    gate_key = "topic_idea"
    form_class = CitizenIdeaForm

    @cached_property
    def call(self) -> Solicitation:
        return get_object_or_404(Solicitation.objects.public(), pk=self.kwargs["pk"])

    def get(self, request: HttpRequest, **kwargs: Any) -> HttpResponse:
        if not accepts(self.call, today()):
            return HttpResponseRedirect(self._page())
        return super().get(request, **kwargs)

    def form_kwargs(self) -> dict[str, Any]:
        return {"on": today(), "sorts": self.call.sorts}

    def sent_already(self, ticket: Ticket) -> HttpResponse | None:
        token_hash = lookup_hash(ticket.token, "supervision.idea")
        idea = TopicIdea.objects.filter(token_hash=token_hash).first()
        return self._sent(idea) if idea else None

    def carry_out(self, form: CitizenIdeaForm, ticket: Ticket, before: int, at: datetime) -> HttpResponse:
        found = {name: form.cleaned_data[name] for name in ("sort", "title", "text", "name", "phone")}
        consents = [form.consent_text] if form.consent_text else []
        return self._sent(send_topic_idea(self.call, token=ticket.token, **found, consents=consents, at=at))

    def get_crumbs(self) -> list[tuple[str, str]]:
        return [PLANS, (str(self.call), self._page())]

    def get_context_data(self, **kwargs: Any) -> dict[str, Any]:
        return super().get_context_data(call=self.call, **kwargs)

    def _page(self) -> str:
        return reverse("supervision:public-solicitation", args=[self.call.pk])

    def _sent(self, idea: TopicIdea) -> HttpResponse:
        return HttpResponseRedirect(reverse("supervision:topic-idea-sent", args=[idea.solicitation_id, idea.number]))


@method_decorator([login_not_required, never_cache], name="dispatch")
class IdeaSent(DetailPage):
    """The number by which a citizen finds the result; nothing of the idea itself."""

    template_name = "supervision/topic_idea_sent.html"
    context_name = "call"
    title = "建议已提交"
    crumbs = (PLANS,)

    def queryset(self) -> QuerySet[Solicitation]:
        sent = TopicIdea.objects.filter(number=self.kwargs["number"], channel=IdeaChannel.PUBLIC)
        return Solicitation.objects.public().filter(ideas__in=sent)

    def get_context_data(self, **kwargs: Any) -> dict[str, Any]:
        return super().get_context_data(number=self.kwargs["number"], **kwargs)
