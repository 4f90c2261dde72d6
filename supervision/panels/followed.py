"""What follows from a supervision, on its page: deliberation opinions, problems, resolutions."""

from typing import Any

from django.http import HttpRequest

from foundation.workdays.clock import today
from supervision.models import DeliberationOpinion, Problem, Resolution, Undertaking
from supervision.rules.house import leads
from supervision.rules.resolutions import may_draft_resolution


def opinions_of(request: HttpRequest, undertaking: Undertaking) -> dict[str, Any] | None:
    """The opinions this reader finds; whoever leads the supervision may put one together."""
    rows = list(DeliberationOpinion.objects.visible_to(request.user).filter(undertaking=undertaking).with_names())
    may_add = bool(leads(request.user, undertaking.committee_id, today()))
    return {"rows": rows, "undertaking": undertaking, "may_add": may_add} if rows or may_add else None


def problems_of(request: HttpRequest, undertaking: Undertaking) -> dict[str, Any] | None:
    """The rows of the ledger found in its course that this reader finds."""
    rows = list(Problem.objects.visible_to(request.user).filter(undertaking=undertaking).with_names())
    may_add = bool(leads(request.user, undertaking.committee_id, today()))
    return {"rows": rows, "undertaking": undertaking, "may_add": may_add} if rows or may_add else None


def resolutions_of(request: HttpRequest, origin: Undertaking | DeliberationOpinion) -> dict[str, Any] | None:
    """What the standing committee resolved because of it; the office may draft one. Bodies find it when it is there."""
    name = "opinion" if isinstance(origin, DeliberationOpinion) else "undertaking"
    rows = list(Resolution.objects.visible_to(request.user).filter(**{name: origin}).with_names())
    may_add = bool(may_draft_resolution(request.user, on=today()))
    return {"rows": rows, "may_add": may_add, "asked": f"{name}={origin.pk}"} if rows or may_add else None
