"""The door of a page: 403 with the reason for whoever has no business there."""

from collections.abc import Callable
from typing import Any

from django.core.exceptions import PermissionDenied
from django.http import HttpRequest
from django.http.response import HttpResponseBase

from foundation.workflow import Verdict


class Behind:
    """Asks `door`, a rule of the user alone, before anything else."""

    door: Callable[[Any], Verdict]

    def dispatch(self, request: HttpRequest, *args: Any, **kwargs: Any) -> HttpResponseBase:
        verdict = type(self).door(request.user)
        if not verdict:
            raise PermissionDenied(verdict.reason)
        return super().dispatch(request, *args, **kwargs)
