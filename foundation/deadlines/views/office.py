"""The office recomputes dates after the calendar or a rule has changed."""

from typing import Any

from django.contrib import messages
from django.core.exceptions import PermissionDenied
from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect
from django.utils import timezone
from django.views.generic import TemplateView

from foundation.deadlines import recomputing
from foundation.deadlines.feeding import name_of, visible_subjects
from foundation.deadlines.rules import may_recompute
from foundation.web.views.page import PageMixin
from foundation.workflow import Refused

# The page lists this many; the count is of all.
LISTED = 200


class Recompute(PageMixin, TemplateView):
    """GET previews old → new; POST applies exactly what was previewed."""

    title = "重新计算期限"
    template_name = "deadlines/recompute.html"

    def dispatch(self, request: HttpRequest, *args: Any, **kwargs: Any) -> HttpResponse:
        if not may_recompute(request.user):
            raise PermissionDenied
        return super().dispatch(request, *args, **kwargs)

    def post(self, request: HttpRequest) -> HttpResponse:
        try:
            found = recomputing.apply(by=request.user, at=timezone.now(), mark=request.POST.get("mark") or "none")
        except Refused as refusal:
            messages.error(request, refusal.reason)
        else:
            messages.success(request, f"已重新计算，{len(found.moved)} 个届满日有变化，责任人已收到告知。")
        return redirect("deadlines:recompute")

    def get_context_data(self, **kwargs: Any) -> dict[str, Any]:
        found = recomputing.plan()
        moves = found.moved[:LISTED]
        cases = visible_subjects(self.request.user, [move.clock for move in moves])
        rows = [(move, name_of(cases.get(move.clock.pk))) for move in moves]
        return super().get_context_data(plan=found, rows=rows, is_stale=recomputing.is_stale(), **kwargs)
