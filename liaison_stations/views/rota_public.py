"""Reception days for everybody: at one station, in the whole district, and as a calendar to subscribe to."""

from typing import Any

from django.contrib.auth.decorators import login_not_required
from django.db.models import QuerySet
from django.http import HttpRequest, HttpResponse
from django.shortcuts import get_object_or_404
from django.utils.decorators import method_decorator
from django.views.decorators.http import require_safe

from foundation.web.views import DetailPage, ListPage
from foundation.workdays.clock import today
from liaison_stations.models import ReceptionSlot, Station
from liaison_stations.notices.rota_calendar import MIMETYPE, calendar_of, event_of
from liaison_stations.states.rota import SlotState

STATIONS = ("人大代表联络站", "/stations/")
AHEAD = 40


@method_decorator(login_not_required, name="dispatch")
class PublicRota(DetailPage):
    """The days to come at one station with the deputies who receive."""

    template_name = "liaison_stations/public_rota.html"
    context_name = "station"
    lookup = "code"

    def queryset(self) -> QuerySet[Station]:
        return Station.objects.public_on(self.on)

    def get_title(self) -> str:
        return f"{self.object.name}代表接待日"

    def get_crumbs(self) -> list[tuple[str, str]]:
        return [STATIONS, (str(self.object), self.object.public_url)]

    def get_context_data(self, **kwargs: Any) -> dict[str, Any]:
        slots = self.object.slots.public_on(self.on).with_people().order_by("starts_at", "pk")
        return super().get_context_data(slots=slots[:AHEAD], rota_rules=self._rules(), **kwargs)

    def _rules(self) -> list[Any]:
        return list(self.object.rota_rules.in_force(self.on, self.on))


@method_decorator(login_not_required, name="dispatch")
class PublicDays(ListPage):
    """Reception days in the whole district, the next one first."""

    template_name = "liaison_stations/public_days.html"
    title = "代表接待日"
    per_page = 30
    empty = "近期接待日安排后在这里公开。"
    crumbs = (STATIONS,)

    def queryset(self) -> QuerySet[ReceptionSlot]:
        rows = ReceptionSlot.objects.public_on(self.on).exclude(state=SlotState.CANCELLED)
        return rows.with_people().order_by("starts_at", "pk")


@login_not_required
@require_safe
def station_calendar(request: HttpRequest, code: str) -> HttpResponse:
    """GET: the station's days to come as a calendar (RFC 5545), for calendar programs to fetch again and again."""
    station = get_object_or_404(Station.objects.public_on(today()), code=code)
    slots = station.slots.public_on(today()).with_people().order_by("starts_at", "pk")[:AHEAD]
    content = calendar_of([event_of(slot, station.public_url) for slot in slots], f"{station.name}代表接待日")
    response = HttpResponse(content, content_type=f"{MIMETYPE}; charset=utf-8")
    response["Content-Disposition"] = f'attachment; filename="station-{station.code}.ics"'
    return response
