"""What citizens read of the stations: the list, one station under its short address."""

from typing import Any

from django.contrib.auth.decorators import login_not_required
from django.db.models import QuerySet
from django.utils.decorators import method_decorator

from deputies.models import Mandate
from foundation.web.views import DetailPage, ListPage
from liaison_stations.forms.stations import PublicFilter
from liaison_stations.models import Station
from liaison_stations.views.narrowing import narrowed

STATIONS = ("人大代表联络站", "/stations/")


@method_decorator(login_not_required, name="dispatch")
class StationsPublic(ListPage):
    """The open stations, found by name, address, township or street, tier and kind."""

    template_name = "liaison_stations/public_list.html"
    title = "人大代表联络站"
    filter_form_class = PublicFilter
    per_page = 24
    empty = "联络站启用后在这里公开。"

    def queryset(self) -> QuerySet[Station]:
        return Station.objects.public_on(self.on).register_rows()

    def filter(self, rows: QuerySet[Station], wanted: dict[str, Any]) -> QuerySet[Station]:
        return narrowed(rows, wanted)


@method_decorator(login_not_required, name="dispatch")
class StationPublicPage(DetailPage):
    """One station: where it is, who keeps it, which deputies receive there."""

    template_name = "liaison_stations/public_page.html"
    context_name = "station"
    lookup = "code"

    def queryset(self) -> QuerySet[Station]:
        return Station.objects.public_on(self.on).register_rows()

    def get_crumbs(self) -> list[tuple[str, str]]:
        return [STATIONS]

    def get_context_data(self, **kwargs: Any) -> dict[str, Any]:
        station = self.object
        posted = station.places.active_on(self.on).values("deputy")
        seats = Mandate.objects.at_home().serving_on(self.on).filter(deputy__in=posted)
        facts = {
            "seats": seats.select_related("deputy", "delegation", "constituency").order_by("deputy__pinyin_key", "pk"),
            "basics": public_basics(station),
        }
        return super().get_context_data(**{**facts, **kwargs})


def public_basics(station: Station) -> list[tuple[str, str]]:
    """Where and when to go, whom to ask; what is empty is left out."""
    rows = [
        ("地址", station.address),
        ("联系电话", station.phone),
        ("开放时间", station.hours),
        ("接待日", station.reception_note),
        ("站长", station.head_name),
        ("联络员", station.officer_name),
        ("场所设施", station.facilities),
        ("无障碍设施", "有" if station.is_accessible else ""),
        ("服务的村、社区", "、".join(area.name for area in station.covers.all())),
    ]
    return [row for row in rows if row[1]]
