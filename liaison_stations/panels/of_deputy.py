"""On a deputy's pages: the stations he is posted to, where citizens find him."""

from typing import Any

from django.http import HttpRequest

from deputies.models import Deputy, PublicPage
from foundation.web.panels import Panel
from foundation.workdays.clock import today
from liaison_stations.models import Station


def _posted(deputy: Deputy) -> dict[str, Any] | None:
    on = today()
    stations = list(Station.objects.public_on(on).of_deputy(deputy, on).select_related("area"))
    return {"stations": stations} if stations else None


def _on_public_page(request: HttpRequest, page: PublicPage) -> dict[str, Any] | None:
    return _posted(page.deputy)


def _in_register(request: HttpRequest, deputy: Deputy) -> dict[str, Any] | None:
    return _posted(deputy)


TEMPLATE = "liaison_stations/deputy_panel.html"
ON_PUBLIC_PAGE = Panel("deputies.publicpage", "stations", "到联络站找代表", TEMPLATE, _on_public_page, order=10)
IN_REGISTER = Panel("deputies.deputy", "stations", "进驻的联络站", TEMPLATE, _in_register, order=40)
