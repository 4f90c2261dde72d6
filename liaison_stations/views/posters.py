"""The short address of a station as a sheet for its wall: on the screen to print, and as PDF in A4 and A3."""

from datetime import date
from typing import Any

from django.contrib.auth.decorators import login_not_required
from django.db.models import QuerySet
from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import get_object_or_404
from django.utils.decorators import method_decorator
from django.utils.http import content_disposition_header
from django.views.generic import View

from deputies.models import Congress
from foundation.documents.writing.fonts import NoChineseFont
from foundation.documents.writing.pdf.poster import SIZES, Poster, poster_pdf
from foundation.web.qr import qr_code
from foundation.web.views import DetailPage
from foundation.workdays.clock import today
from liaison_stations.models import Station

CALLS = ("手机扫一扫，看代表、查接待日", "向代表反映您的意见")


def shown_lines(station: Station) -> list[str]:
    """What a passer-by needs besides the code."""
    hours = station.reception_note or station.hours
    rows = (("接待日", hours), ("电话", station.phone), ("地址", station.address))
    return [f"{label}：{words}" for label, words in rows if words]


def poster_file(poster: Poster, on: date) -> HttpResponse:
    """The poster to download; 503 with the reason on a machine without a Chinese font."""
    try:
        content = poster_pdf(poster, on)
    except NoChineseFont as fault:
        return HttpResponse(str(fault), status=503, content_type="text/plain; charset=utf-8")
    answer = HttpResponse(content, content_type="application/pdf")
    name = f"{poster.name}海报（{poster.size.upper()}）.pdf"
    answer["Content-Disposition"] = content_disposition_header(as_attachment=True, filename=name)
    return answer


def congress_name() -> str:
    home = Congress.objects.filter(is_home=True).first()
    return home.name if home else ""


@method_decorator(login_not_required, name="dispatch")
class StationPoster(DetailPage):
    """A4, or A3 with `?size=a3`."""

    template_name = "liaison_stations/poster.html"
    context_name = "station"
    lookup = "code"
    title = "联络站码"

    def queryset(self) -> QuerySet[Station]:
        return Station.objects.public_on(self.on)

    def get_context_data(self, **kwargs: Any) -> dict[str, Any]:
        address = self.request.build_absolute_uri(self.object.public_url)
        facts = {
            "address": address,
            "congress": congress_name(),
            "lines": shown_lines(self.object),
            "calls": CALLS,
            "size": "a3" if self.request.GET.get("size") == "a3" else "a4",
            "qr": qr_code(address, f"{self.object}的联络站码", scale=0),
        }
        return super().get_context_data(**{**facts, **kwargs})


@method_decorator(login_not_required, name="dispatch")
class StationPosterFile(View):
    """The poster as PDF, ready for a print shop."""

    def get(self, request: HttpRequest, code: str, size: str) -> HttpResponse:
        on = today()
        station = get_object_or_404(Station.objects.public_on(on), code=code)
        if size not in SIZES:
            raise Http404
        poster = Poster(
            author=congress_name(),
            title="人大代表联络站",
            name=station.name,
            address=request.build_absolute_uri(station.public_url),
            lines=shown_lines(station),
            calls=CALLS,
            size=size,
        )
        return poster_file(poster, on)
