"""The next reception days on a station's pages."""

from typing import Any

from django.http import HttpRequest

from foundation.web.panels import Panel
from foundation.workdays.clock import today
from liaison_stations.models import Station
from liaison_stations.rules.receptions import may_record_reception
from liaison_stations.rules.rota import may_arrange_rota

SHOWN = 5


def _context(request: HttpRequest, station: Station) -> dict[str, Any]:
    on = today()
    slots = station.slots.public_on(on).with_people().order_by("starts_at", "pk")[:SHOWN]
    may_record = bool(may_record_reception(request.user, station, on=on))
    verdict = may_arrange_rota(request.user, station, on=on)
    return {"slots": slots, "station": station, "may_arrange": bool(verdict), "may_record": may_record}


PANEL = Panel(
    "liaison_stations.station",
    "rota",
    "代表接待日",
    "liaison_stations/rota_panel.html",
    _context,
    order=20,
)
