"""Keeps the reader's choice of size, contrast and brightness. A form that posts, so that it works without script."""

from django.contrib.auth.decorators import login_not_required
from django.http import HttpRequest, HttpResponse, HttpResponseRedirect
from django.utils.http import url_has_allowed_host_and_scheme
from django.views.decorators.http import require_POST

from foundation.web.look import CHOICES, COOKIE, COOKIE_AGE, from_cookie


@login_not_required
@require_POST
def choose_look(request: HttpRequest) -> HttpResponse:
    """Sets the posted choices in the cookie and goes back to the page the reader came from."""
    look = from_cookie(request.COOKIES.get(COOKIE, ""))
    for name in CHOICES:
        look = look.with_choice(name, request.POST.get(name, ""))
    response = HttpResponse(status=204) if request.headers.get("X-Portal-Script") else _back(request)
    response.set_cookie(COOKIE, look.to_cookie(), max_age=COOKIE_AGE, samesite="Lax", secure=request.is_secure())
    return response


def _back(request: HttpRequest) -> HttpResponseRedirect:
    target = request.POST.get("next", "")
    safe = url_has_allowed_host_and_scheme(target, {request.get_host()}, require_https=request.is_secure())
    return HttpResponseRedirect(target if safe else "/")
