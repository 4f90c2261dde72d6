"""Where an old mail leads a unit that no longer has the case: to a sentence, and to nothing of the case itself."""

from typing import Any

from django.db.models import QuerySet
from django.http import Http404, HttpRequest, HttpResponse
from django.http.response import HttpResponseBase
from django.shortcuts import render
from django.views import View

from suggestions.models import Assignment


class TellsReleased(View):
    """410 with what to do for whose unit was released; anybody else gets the 404 a stranger gets.

    Mixed into the pages that messages link to; `parts(pk)` are the parts an address is about.
    """

    def dispatch(self, request: HttpRequest, *args: Any, **kwargs: Any) -> HttpResponseBase:
        try:
            return super().dispatch(request, *args, **kwargs)
        except Http404:
            if not self.parts(kwargs["pk"]).released_from(request.user).exists():
                raise
            return gone(request)

    def parts(self, pk: int) -> QuerySet:
        """Of a case: all of its parts."""
        return Assignment.objects.filter(suggestion=pk)


def gone(request: HttpRequest) -> HttpResponse:
    """The page without a word of the case."""
    return render(request, "suggestions/released.html", {"title": "这件建议已不由本单位办理"}, status=410)
