"""What citizens read of the stations: list and map, and one station under its short address."""

from typing import Any

from django.conf import settings
from django.contrib.auth.decorators import login_not_required
from django.db.models import QuerySet
from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import get_object_or_404, render
from django.utils.decorators import method_decorator
from django.views.decorators.cache import never_cache

from deputies.models import Mandate, PublicPage
from foundation.files.store import files_of
from foundation.web.qr import qr_code
from foundation.web.views import DetailPage, ListPage
from liaison_stations.forms.stations import PublicFilter
from liaison_stations.maps import DistrictMap, Point, draw
from liaison_stations.models import Station, WallItem
from liaison_stations.querysets import for_place
from liaison_stations.transitions.station_rooms import PHOTO
from liaison_stations.views.narrowing import narrowed

STATIONS = ("人大代表联络站", "/stations/")


def map_of(stations: QuerySet[Station], here: Station | None = None) -> DistrictMap | None:
    """The drawn map of the stations that have a point; `here` is marked."""
    rows = stations.filter(latitude__isnull=False).select_related("area__parent")
    return draw([_point(row, here) for row in rows], settings.MAP_TILES)


def _point(row: Station, here: Station | None) -> Point:
    place = row.area.parent if row.area.kind in ("village", "community") and row.area.parent else row.area
    return Point(
        label=row.name,
        longitude=float(row.longitude),
        latitude=float(row.latitude),
        url=row.public_url,
        group=place.name,
        shape=row.tier,
        here=here is not None and row.pk == here.pk,
    )


@method_decorator(login_not_required, name="dispatch")
class StationsPublic(ListPage):
    """The open stations, found by name, address, township or street, tier and kind; the map shows those found."""

    template_name = "liaison_stations/public_list.html"
    title = "人大代表联络站"
    filter_form_class = PublicFilter
    per_page = 24
    empty = "联络站启用后在这里公开。"

    def queryset(self) -> QuerySet[Station]:
        return Station.objects.public_on(self.on).register_rows().in_order()

    def filter(self, rows: QuerySet[Station], wanted: dict[str, Any]) -> QuerySet[Station]:
        return narrowed(rows, wanted)

    def get_context_data(self, **kwargs: Any) -> dict[str, Any]:
        return super().get_context_data(map=map_of(self._narrowed()), **kwargs)


@method_decorator([login_not_required, never_cache], name="dispatch")
class StationPublicPage(DetailPage):
    """One station: where it is, who keeps it, which deputies receive there. A closed one names who serves the place."""

    template_name = "liaison_stations/public_page.html"
    context_name = "station"
    lookup = "code"

    def queryset(self) -> QuerySet[Station]:
        return Station.objects.public_on(self.on).register_rows()

    def get(self, request: HttpRequest, **kwargs: Any) -> HttpResponse:
        try:
            answer = super().get(request, **kwargs)
        except Http404:
            return self.gone(request, kwargs["code"])
        if not request.user.is_authenticated:
            Station.objects.count_visit(self.object, self.on)
        return answer

    def gone(self, request: HttpRequest, code: str) -> HttpResponse:
        """410 with the stations that serve the place now; 404 for a code that was never public."""
        closed = Station.objects.filter(closed_on__lte=self.on).select_related("area__parent")
        station = get_object_or_404(closed, code=code)
        others = for_place(station.area, on=self.on).stations
        facts = {"title": "联络站已撤销", "station": station, "others": others, "crumbs": [STATIONS]}
        return render(request, "liaison_stations/public_gone.html", facts, status=410)

    def get_crumbs(self) -> list[tuple[str, str]]:
        return [STATIONS]

    def get_context_data(self, **kwargs: Any) -> dict[str, Any]:
        station = self.object
        address = self.request.build_absolute_uri(station.public_url)
        facts = {
            "seats": seats_with_pages(seats_at(station, self.on), self.on),
            "basics": public_basics(station),
            "wall": WallItem.objects.wall_of(station, self.on),
            "photos": list(files_of(station, PHOTO)),
            "map": map_of(Station.objects.public_on(self.on), here=station) if station.has_point else None,
            "qr": qr_code(address, "联络站码"),
        }
        return super().get_context_data(**{**facts, **kwargs})


def seats_at(station: Station, on: Any) -> QuerySet[Mandate]:
    """The serving deputies posted to the station on the day."""
    posted = station.places.active_on(on).values("deputy")
    seats = Mandate.objects.at_home().serving_on(on).filter(deputy__in=posted)
    return seats.select_related("deputy", "delegation", "constituency").order_by("deputy__pinyin_key", "pk")


def seats_with_pages(seats: Any, on: Any) -> list[tuple[Mandate, str]]:
    """Each seat with the address of its deputy's public page, or "" where there is none."""
    rows = list(seats)
    pages = PublicPage.objects.open_on(on).filter(deputy__in=[row.deputy_id for row in rows])
    known = {page.deputy_id: page.get_absolute_url() for page in pages}
    return [(row, known.get(row.deputy_id, "")) for row in rows]


def public_basics(station: Station) -> list[tuple[str, str]]:
    """Where and when to go, whom to ask; what is empty is left out."""
    space = f"{station.floor_space}平方米" if station.floor_space else ""
    rows = [
        ("地址", station.address),
        ("联系电话", station.phone),
        ("开放时间", station.hours),
        ("接待日", station.reception_note),
        ("站长", station.head_name),
        ("联络员", station.officer_name),
        ("场所设施", "，".join(filter(None, [space, station.facilities]))),
        ("无障碍设施", "有" if station.is_accessible else ""),
        ("服务的村、社区", "、".join(area.name for area in station.covers.all())),
        ("规范化建设", station.get_standard_display() if station.standard == "built" else ""),
    ]
    return [row for row in rows if row[1]]
