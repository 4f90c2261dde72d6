"""Puts the reader's look on the request, and turns a rule's refusal into a page."""

from collections.abc import Callable

from django.http import HttpRequest, HttpResponse

from foundation.accounts.limits import TooManyRequests
from foundation.web.look import COOKIE, from_cookie
from foundation.web.views.errors import refused, too_many
from foundation.web.views.step import refusal_status
from foundation.workflow import Refused, StaleVersion

STALE = "页面打开后内容已有变化（同事或您自己在另一个窗口办理过），请返回刷新后再办。"


class LookMiddleware:
    """Sets `request.look` from the cookie. A refusal no view has caught becomes 403 or 409 with its reason."""

    def __init__(self, get_response: Callable[[HttpRequest], HttpResponse]) -> None:
        self.get_response = get_response

    def __call__(self, request: HttpRequest) -> HttpResponse:
        request.look = from_cookie(request.COOKIES.get(COOKIE, ""))
        return self.get_response(request)

    def process_exception(self, request: HttpRequest, exception: Exception) -> HttpResponse | None:
        if isinstance(exception, StaleVersion):
            return refused(request, STALE, 409)
        if isinstance(exception, Refused):
            return refused(request, exception.reason, refusal_status(exception.code))
        if isinstance(exception, TooManyRequests):
            return too_many(request)
        return None
