"""The questionings and inquiries that belong to a supervision carried out, on its page."""

from typing import Any

from django.http import HttpRequest

from foundation.web.panels import Panel
from supervision.models import QuestionSession, Undertaking


def _sessions(request: HttpRequest, undertaking: Undertaking) -> dict[str, Any] | None:
    rows = QuestionSession.objects.visible_to(request.user).filter(undertaking=undertaking)
    found = list(rows.with_figures().order_by("pk"))
    return {"sessions": found} if found else None


PANEL = Panel(
    "supervision.undertaking", "questions", "问政和询问", "supervision/parts/undertaking_questions.html", _sessions
)
