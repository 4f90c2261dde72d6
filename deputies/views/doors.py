"""The two doors of the room's pages."""

from typing import Any

from django.core.exceptions import PermissionDenied
from django.http import HttpRequest
from django.http.response import HttpResponseBase

from deputies import rules


class ReadersOnly:
    """403 with the reason for whoever has no business in the register."""

    def dispatch(self, request: HttpRequest, *args: Any, **kwargs: Any) -> HttpResponseBase:
        _demand(rules.may_open_register(request.user))
        return super().dispatch(request, *args, **kwargs)


class KeepersOnly:
    """403 for whoever does not keep the register."""

    def dispatch(self, request: HttpRequest, *args: Any, **kwargs: Any) -> HttpResponseBase:
        _demand(rules.may_keep_register(request.user))
        return super().dispatch(request, *args, **kwargs)


def _demand(verdict: Any) -> None:
    if not verdict:
        raise PermissionDenied(verdict.reason)
