"""On the page of a supervision: what experts and the deputy group were asked about it."""

from typing import Any

from django.http import HttpRequest

from foundation.web.panels import Panel
from supervision.models import ExpertMatter, Undertaking


def _of_undertaking(request: HttpRequest, undertaking: Undertaking) -> dict[str, Any] | None:
    matters = list(ExpertMatter.objects.visible_to(request.user).filter(undertaking=undertaking).with_figures())
    return {"matters": matters} if matters else None


OF_UNDERTAKING = Panel(
    "supervision.undertaking", "experts", "专家咨询", "supervision/experts_panel.html", _of_undertaking, order=80
)
