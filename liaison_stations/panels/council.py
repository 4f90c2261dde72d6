"""What is public of deliberation around a station: the congress of its street, what was talked about there."""

from typing import Any

from django.http import HttpRequest

from foundation.web.panels import Panel
from liaison_stations.models import Deliberation, Station, StreetCongress

SHOWN = 5


def _context(request: HttpRequest, station: Station) -> dict[str, Any] | None:
    congresses = list(StreetCongress.objects.published().with_names().of_place(station.area)[:SHOWN])
    tables = list(Deliberation.objects.published().filter(station=station)[:SHOWN])
    return {"congresses": congresses, "deliberations": tables} if congresses or tables else None


PANEL = Panel("liaison_stations.station", "council", "议事", "liaison_stations/council_panel.html", _context, order=40)
