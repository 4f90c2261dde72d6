"""The office tries other rate limits on what was sent yesterday, before it changes the row (F62)."""

from dataclasses import replace
from typing import Any

from django.core.exceptions import PermissionDenied
from django.http import HttpRequest, HttpResponseBase
from django.views.generic import TemplateView

from foundation.intake.forms import RateTrialForm
from foundation.intake.replaying import Numbers, replays
from foundation.intake.rules import may_try_rates
from foundation.intake.traffic import MOST, passages_of
from foundation.web.views.page import PageMixin


class TryRates(PageMixin, TemplateView):
    """GET alone: the question stands in the address, nothing is written."""

    title = "限速试算"
    template_name = "intake/trial.html"

    def dispatch(self, request: HttpRequest, *args: Any, **kwargs: Any) -> HttpResponseBase:
        verdict = may_try_rates(request.user)
        if not verdict:
            raise PermissionDenied(verdict.reason)
        return super().dispatch(request, *args, **kwargs)

    def get_context_data(self, **kwargs: Any) -> dict[str, Any]:
        form = RateTrialForm(self.request.GET or None)
        facts: dict[str, Any] = {"form": form}
        if form.is_bound and form.is_valid():
            facts |= _tried(form)
        return super().get_context_data(**facts, **kwargs)


def _tried(form: RateTrialForm) -> dict[str, Any]:
    limit, free = form.cleaned_data["limit"], form.cleaned_data["free"]
    own = Numbers.of(limit)
    tried = replace(own, free=free, window_minutes=form.cleaned_data["window_minutes"] or own.window_minutes)
    passages = passages_of(limit.key, form.chosen_day)
    rows = replays(passages, own, tried)
    wanted = next(row for row in rows if row.numbers == tried)
    standing = next(row for row in rows if row.numbers == own)
    facts = {"rows": rows, "wanted": wanted, "standing": standing, "limit": limit, "day": form.chosen_day}
    return {**facts, "is_full": len(passages) >= MOST, "most": MOST}
