"""Whose matter is my place (我家归谁): a village or community chosen, its stations and deputies named."""

from typing import Any

from django.contrib.auth.decorators import login_not_required
from django.utils.decorators import method_decorator
from django.views.generic import TemplateView

from foundation.web.views.page import PageMixin
from liaison_stations.forms.places import PlaceForm
from liaison_stations.models import StreetCongress
from liaison_stations.querysets import for_place
from liaison_stations.views.public import STATIONS, map_of, seats_with_pages


@method_decorator(login_not_required, name="dispatch")
class WhosePlace(PageMixin, TemplateView):
    """Works without scripts: one choice, one button."""

    template_name = "liaison_stations/place.html"
    title = "我家归谁"
    crumbs = (STATIONS,)

    def get_context_data(self, **kwargs: Any) -> dict[str, Any]:
        form = PlaceForm(self.request.GET or None)
        facts: dict[str, Any] = {"form": form}
        if form.is_bound and form.is_valid():
            place = for_place(form.cleaned_data["area"], on=self.on)
            stations = place.stations
            facts |= {
                "place": place,
                "congresses": list(StreetCongress.objects.published().with_names().of_place(place.area)),
                "seats": seats_with_pages(place.seats, self.on),
                "map": map_of(type(stations[0]).objects.filter(pk__in=[s.pk for s in stations])) if stations else None,
            }
        return super().get_context_data(**{**facts, **kwargs})
