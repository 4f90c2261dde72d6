"""The address of a station's touch screen, for whoever sets it up."""

from typing import Any

from django.http import HttpRequest
from django.urls import reverse

from foundation.web.panels import Panel
from foundation.workdays.clock import today
from liaison_stations.models import Station
from liaison_stations.rules import may_keep


def _screen(request: HttpRequest, station: Station) -> dict[str, Any] | None:
    """Nothing while the station is not open: the screen would find nothing."""
    if not Station.objects.public_on(today()).filter(pk=station.pk).exists():
        return None
    return {"address": request.build_absolute_uri(reverse("stations:kiosk", args=[station.code]))}


def _keeps(user: Any, station: Station) -> bool:
    return bool(may_keep(user, station, on=today()))


SCREEN = Panel(
    "liaison_stations.station", "kiosk", "自助终端", "liaison_stations/panels/kiosk.html", _screen, _keeps, order=70
)
