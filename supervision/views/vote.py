"""The paper on a member's phone. What was chosen and the receipt are shown in the answer itself and kept nowhere."""

from typing import Any

from django.db.models import QuerySet
from django.http import HttpRequest, HttpResponse
from django.utils import timezone
from django.utils.decorators import method_decorator
from django.utils.functional import cached_property
from django.views.decorators.cache import never_cache

from foundation.ballots import electronic, slips
from foundation.ballots.models import ElectronicBallot
from foundation.web.views import StepView
from foundation.workflow import Refused
from supervision.forms.ballots import VoteForm
from supervision.models import Ballot, Elector
from supervision.rules import ballots as rules
from supervision.transitions import ballots as act
from supervision.views.ballots import CRUMB


@method_decorator(never_cache, name="dispatch")
class Vote(StepView):
    """The same page sent twice counts once: it carries a token that nobody but this browser knows."""

    title = "表决"
    template_name = "supervision/vote.html"
    context_name = "ballot"
    form_class = VoteForm
    rule = rules.may_cast_vote
    transition = act.cast_vote
    versioned = False

    def queryset(self) -> QuerySet[Ballot]:
        return Ballot.objects.visible_to(self.request.user).with_names()

    def get_crumbs(self) -> list[tuple[str, str]]:
        return [CRUMB, (str(self.object), self.object.get_absolute_url())]

    def get(self, request: HttpRequest, **kwargs: Any) -> HttpResponse:
        self.object = self.get_object()
        if (held := self.held) is not None and electronic.has_voted(held, request.user):
            return self.render_to_response(self.get_context_data(voted=True))
        return super().get(request, **kwargs)

    def post(self, request: HttpRequest, **kwargs: Any) -> HttpResponse:
        """A paper that comes after the close goes to the transition too: it may have been counted before."""
        self.object = self.get_object()
        verdict = self.verdict()
        if not verdict and (verdict.code != "state" or self.held is None):
            return self.turn_away(verdict)
        form = self.get_form(bound=True)
        if form.is_valid():
            return self.carry_out(form)
        return self.show(form, status=422) if verdict else self.turn_away(verdict)

    def carry_out(self, form: VoteForm) -> HttpResponse:
        """Answers with the receipt, without a redirect: whatever is kept for the next page would be kept."""
        token, at = self.request.POST.get("token", ""), timezone.now()
        try:
            receipt = act.cast_vote(self.object, choices=form.choices, token=token, by=self.request.user, at=at)
        except Refused as refusal:
            if refusal.code == "input":
                return self.refuse(form, refusal.reason, 422)
            # Closed meanwhile, or voted before: there is nothing left to send.
            return self.render_to_response(self.get_context_data(late=refusal.reason), status=409)
        return self.render_to_response(self.get_context_data(receipt=receipt, code=slips.grouped(receipt.code)))

    def form_kwargs(self) -> dict[str, Any]:
        lines = list(self.object.lines.all())
        return {"held": self.held, "lines": lines}

    @cached_property
    def elector(self) -> Elector | None:
        """The reader's row of the roll."""
        return self.object.elector_of(self.request.user)

    @property
    def held(self) -> ElectronicBallot | None:
        """Where the reader votes."""
        return self.object.box_of(self.elector)

    def get_context_data(self, **kwargs: Any) -> dict[str, Any]:
        token = self.request.POST.get("token") or slips.new_token()
        return super().get_context_data(**{"token": token, "elector": self.elector, **kwargs})
