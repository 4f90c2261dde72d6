"""The pages for what went wrong: they say what happened in plain Chinese and what to do next, and never how."""

from collections.abc import Sequence
from typing import Any

from django.contrib.auth.decorators import login_not_required
from django.http import HttpRequest, HttpResponse
from django.shortcuts import render
from django.template.loader import render_to_string
from django.views.decorators.csrf import requires_csrf_token


@requires_csrf_token
@login_not_required
def bad_request(request: HttpRequest, exception: Exception | None = None) -> HttpResponse:
    """400."""
    return render(request, "400.html", status=400)


@requires_csrf_token
@login_not_required
def forbidden(request: HttpRequest, exception: Exception | None = None) -> HttpResponse:
    """403; the sentence of one of our rules is shown, other exceptions keep theirs to themselves."""
    words = str(exception or "")
    return refused(request, words if words.endswith("。") else "", 403)


def refused(request: HttpRequest, reason: str, status: int, kept: Sequence[tuple[str, str]] = ()) -> HttpResponse:
    """A rule said no: its reason, with 403, or with 409 when only the moment was wrong; `kept` words were typed."""
    return render(request, "403.html", {"reason": reason, "status": status, "kept": kept}, status=status)


def too_many(request: HttpRequest) -> HttpResponse:
    """429: this minute's searches are used up."""
    response = render(request, "429.html", status=429)
    response["Retry-After"] = "60"
    return response


@requires_csrf_token
@login_not_required
def not_found(request: HttpRequest, exception: Exception | None = None) -> HttpResponse:
    """404, the same whether the thing does not exist or is not for this reader."""
    return render(request, "404.html", status=404)


@login_not_required
def csrf_failure(request: HttpRequest, reason: str = "") -> HttpResponse:
    """403 for a form whose session or token has run out."""
    return render(request, "403_csrf.html", status=403)


@login_not_required
def server_error(request: HttpRequest) -> HttpResponse:
    """500, drawn without database, session or context processors, as any of them may be what failed."""
    facts: dict[str, Any] = {"look": getattr(request, "look", None)}
    return HttpResponse(render_to_string("500.html", facts), status=500)
