"""The way from a deputy's page to his performance file."""

from typing import Any

from django.http import HttpRequest

from deputies.models import Deputy
from deputies.rules import may_open_file
from foundation.web.panels import Panel


def _opens(user: Any, deputy: Deputy) -> bool:
    return bool(may_open_file(user, deputy))


def _of(request: HttpRequest, deputy: Deputy) -> dict[str, Any]:
    return {"deputy": deputy}


PANEL = Panel("deputies.deputy", "file", "履职档案", "deputies/parts/file_panel.html", _of, _opens, 50)
