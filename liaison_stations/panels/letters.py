"""The way to a letter on the public pages of a deputy and of a station."""

from typing import Any

from django.http import HttpRequest
from django.urls import reverse

from deputies.models import PublicPage
from foundation.web.panels import Panel
from foundation.workdays.clock import today
from liaison_stations.models import Station


def _of_deputy(request: HttpRequest, page: PublicPage) -> dict[str, Any] | None:
    is_open = PublicPage.objects.open_on(today()).filter(pk=page.pk).exists()
    address = f"{reverse('letters:write')}?deputy={page.code}"
    return {"address": address, "words": f"给{page.deputy.name}代表写信"} if is_open else None


def _of_station(request: HttpRequest, station: Station) -> dict[str, Any] | None:
    is_open = Station.objects.public_on(today()).filter(pk=station.pk).exists()
    address = f"{reverse('letters:write')}?station={station.code}"
    return {"address": address, "words": "给联络站写信"} if is_open else None


TEMPLATE = "letters/panel.html"
PANELS = (
    Panel("deputies.publicpage", "letters", "代表信箱", TEMPLATE, _of_deputy, order=5),
    Panel("liaison_stations.station", "letters", "代表信箱", TEMPLATE, _of_station, order=5),
)
