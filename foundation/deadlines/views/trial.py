"""The office tries another limit on what is past, before it changes the row."""

from datetime import timedelta
from typing import Any

from django.core.exceptions import PermissionDenied
from django.http import HttpRequest, HttpResponse
from django.views.generic import TemplateView

from foundation.deadlines.feeding import name_of, visible_subjects
from foundation.deadlines.forms import TrialForm
from foundation.deadlines.rules import may_try_limits
from foundation.deadlines.trying import Trial, try_limit
from foundation.web.views.page import PageMixin

NAMED = 20


class TryLimit(PageMixin, TemplateView):
    """GET alone: the question stands in the address, nothing is written."""

    title = "期限试算"
    template_name = "deadlines/trial.html"

    def dispatch(self, request: HttpRequest, *args: Any, **kwargs: Any) -> HttpResponse:
        if not may_try_limits(request.user):
            raise PermissionDenied
        return super().dispatch(request, *args, **kwargs)

    def get_context_data(self, **kwargs: Any) -> dict[str, Any]:
        form = TrialForm(self.request.GET or None, on=self.on, initial={"since": self.on - timedelta(days=365)})
        facts: dict[str, Any] = {"form": form}
        if form.is_bound and form.is_valid():
            facts |= self._tried(**form.cleaned_data)
        return super().get_context_data(**facts, **kwargs)

    def _tried(self, *, limit: Any, amount: int, since: Any, until: Any) -> dict[str, Any]:
        trial = try_limit(limit, amount, since=since, until=until, on=self.on)
        wanted = next(row for row in trial.outcomes if row.amount == amount)
        own = next(row for row in trial.outcomes if row.amount == limit.amount)
        facts = {"trial": trial, "limit": limit, "wanted": wanted, "own": own, "unit": limit.get_unit_display()}
        return {**facts, "since": since, "until": until, "newly": self._named(trial)}

    def _named(self, trial: Trial) -> list[tuple[Any, str]]:
        """The first clocks that only the tried amount makes late, with the name of each as far as it may be read."""
        clocks = list(trial.newly[:NAMED])
        cases = visible_subjects(self.request.user, clocks)
        return [(clock, name_of(cases.get(clock.pk))) for clock in clocks]
