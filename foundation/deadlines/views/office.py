"""The office recomputes dates after the calendar or a rule has changed."""

from collections.abc import Iterable
from typing import Any

import structlog
from django.contrib import messages
from django.core.exceptions import PermissionDenied
from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect
from django.utils import timezone
from django.views.generic import TemplateView
from kombu.exceptions import OperationalError

from foundation.deadlines import background, recomputing, tasks
from foundation.deadlines.background import LISTED, Line, lines_of
from foundation.deadlines.feeding import name_of, visible_subjects
from foundation.deadlines.models import Deadline
from foundation.deadlines.rules import may_recompute
from foundation.web.views.page import PageMixin
from foundation.workflow import Refused

log = structlog.get_logger(__name__)
DONE = "已重新计算，{} 个届满日有变化，责任人已收到告知。"
NO_WORKER = "后台任务没有运行，没有开始核对，期限没有改动。请联系系统管理员，稍后再试。"


class KeepersOnly(PageMixin, TemplateView):
    """403 for whoever may not recompute."""

    def dispatch(self, request: HttpRequest, *args: Any, **kwargs: Any) -> HttpResponse:
        if not may_recompute(request.user):
            raise PermissionDenied
        return super().dispatch(request, *args, **kwargs)


class Recompute(KeepersOnly):
    """GET previews old → new; POST applies exactly what was previewed. Very many clocks are left to the worker."""

    title = "重新计算期限"
    template_name = "deadlines/recompute.html"

    def post(self, request: HttpRequest) -> HttpResponse:
        mark = request.POST.get("mark")
        if background.is_large():
            self._ask_worker(request, mark)
        else:
            self._apply(request, mark or "none")
        return redirect("deadlines:recompute")

    def _apply(self, request: HttpRequest, mark: str) -> None:
        try:
            found = recomputing.apply(by=request.user, at=timezone.now(), mark=mark)
        except Refused as refusal:
            messages.error(request, refusal.reason)
        else:
            messages.success(request, DONE.format(len(found.moved)))

    def _ask_worker(self, request: HttpRequest, mark: str | None) -> None:
        """With a mark: carry that preview out; without one: look."""
        if not background.begin(background.MOVING if mark else background.LOOKING):
            messages.info(request, "正在办理，请等待完成。")
            return
        try:
            tasks.move.delay(request.user.pk, mark) if mark else tasks.look.delay()
        except (OperationalError, OSError) as trouble:
            log.warning("deadlines.not_queued", trouble=str(trouble))
            background.give_up()
            messages.error(request, NO_WORKER)

    def get_context_data(self, **kwargs: Any) -> dict[str, Any]:
        facts = self._from_worker() if background.is_large() else self._from_plan()
        return super().get_context_data(listed=LISTED, **facts, **kwargs)

    def _from_plan(self) -> dict[str, Any]:
        found = recomputing.plan()
        facts = {"examined": found.examined, "moved": len(found.moved), "mark": found.mark}
        facts["needs_confirming"] = bool(found.moves) or recomputing.is_stale()
        return {"is_ready": True, "rows": self._named(lines_of(found)), **facts}

    def _from_worker(self) -> dict[str, Any]:
        progress = background.current()
        facts: dict[str, Any] = {"is_large": True, "progress": progress, "open": Deadline.objects.open().count()}
        if progress and progress.is_done:
            facts["done"] = DONE.format(progress.moved)
        if progress and progress.is_ready:
            facts |= {"is_ready": True, "rows": self._named(progress.lines), "needs_confirming": True}
            facts |= {"examined": progress.of, "moved": progress.moved, "mark": progress.mark}
        return facts

    def _named(self, lines: Iterable[Line]) -> list[tuple[Line, str]]:
        """Each line with the name of its case, as far as this person may read it."""
        clocks = Deadline.objects.filter(pk__in=[line.clock for line in lines])
        cases = visible_subjects(self.request.user, list(clocks))
        return [(line, name_of(cases.get(line.clock))) for line in lines]


class RecomputeProgress(KeepersOnly):
    """The progress bar alone, asked for every second while the worker is busy."""

    template_name = "deadlines/recompute_progress.html"

    def get(self, request: HttpRequest, *args: Any, **kwargs: Any) -> HttpResponse:
        progress = background.current()
        response = self.render_to_response(self.get_context_data(progress=progress))
        if not progress or not progress.is_running:
            response["HX-Refresh"] = "true"
        return response
