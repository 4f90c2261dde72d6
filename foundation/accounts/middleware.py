"""Between the session and the pages: idle time, steps still owed at the door, acting for somebody."""

from collections.abc import Callable
from typing import Any

from django.conf import settings
from django.contrib import messages
from django.contrib.auth import logout
from django.contrib.auth.views import redirect_to_login
from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect
from django.urls import reverse
from django_htmx.http import HttpResponseClientRedirect

from foundation.accounts import session
from foundation.accounts.models import User
from foundation.accounts.people import principals_of
from foundation.workdays.clock import now, today

GetResponse = Callable[[HttpRequest], HttpResponse]


class DoorMiddleware:
    """Signs out an idle session and keeps pages out of shared caches.

    Leads whoever still owes a code, an enrolment or a new password there first.

    Stands behind OTPMiddleware and before LoginRequiredMiddleware.
    """

    def __init__(self, get_response: GetResponse) -> None:
        self.get_response = get_response

    def __call__(self, request: HttpRequest) -> HttpResponse:
        if request.user.is_authenticated and session.is_idle(request.session, now(), settings.SESSION_IDLE_MINUTES):
            logout(request)
            messages.warning(
                request, f"您已超过 {settings.SESSION_IDLE_MINUTES} 分钟没有操作，为安全起见已退出，请重新登录。"
            )
            return _lead(request, redirect_to_login(_return_to(request)).url)
        response = self.get_response(request)
        if request.user.is_authenticated and "Cache-Control" not in response:
            # No proxy keeps it, and a browser asks again before it shows the page to the next user of the machine.
            response["Cache-Control"] = "private, no-cache"
        return response

    def process_view(self, request: HttpRequest, view: Any, args: Any, kwargs: Any) -> HttpResponse | None:
        wanted = _owed(request)
        match = request.resolver_match
        if wanted is None or match.view_name in {wanted, "accounts:logout"} or match.app_name == "health":
            return None
        return _lead(request, reverse(wanted))


def _owed(request: HttpRequest) -> str | None:
    """The page that must be passed before any other, or None."""
    if not request.user.is_authenticated:
        return None
    pending = request.session.get(session.PENDING)
    if pending:
        return "accounts:verify" if pending == session.VERIFY else "accounts:enrol"
    return "accounts:password_change" if request.user.must_change_password else None


def _return_to(request: HttpRequest) -> str:
    return request.get_full_path() if request.method == "GET" and not request.headers.get("HX-Request") else "/desk/"


def _lead(request: HttpRequest, address: str) -> HttpResponse:
    # htmx would put the redirected page into the fragment it asked for.
    return HttpResponseClientRedirect(address) if request.headers.get("HX-Request") else redirect(address)


class ActingMiddleware:
    """While a substitute acts, `request.user` is the principal, who carries the substitute in `acted_by`.

    Rules and lists so need to know nothing of it; `audit.record` writes both names.
    """

    closed = frozenset({"accounts", "admin"})
    open_anyway = frozenset({"accounts:stop_acting", "accounts:logout"})

    def __init__(self, get_response: GetResponse) -> None:
        self.get_response = get_response

    def __call__(self, request: HttpRequest) -> HttpResponse:
        request.acting = None
        if request.session.get(session.ACTING) and request.user.is_authenticated:
            self._swap(request)
        return self.get_response(request)

    def _swap(self, request: HttpRequest) -> None:
        substitute = request.user
        principal: User | None = principals_of(substitute, today()).filter(pk=request.session[session.ACTING]).first()
        if principal is None:
            del request.session[session.ACTING]
            messages.warning(request, "代办授权已到期或已收回，现以您本人身份继续。")
            return
        principal.acted_by = request.acting = substitute
        principal.otp_device, principal.is_verified = substitute.otp_device, substitute.is_verified
        request.user = principal

    def process_view(self, request: HttpRequest, view: Any, args: Any, kwargs: Any) -> HttpResponse | None:
        match = request.resolver_match
        if request.acting is None or match.app_name not in self.closed or match.view_name in self.open_anyway:
            return None
        messages.warning(request, "代办期间不能查看或修改账号信息，请先结束代办。")
        return _lead(request, reverse("workbench:desk"))
