"""What citizens read of their deputies (代表风采): list, delegation, one deputy under his short address, poster."""

from collections.abc import Sequence
from typing import Any

from django.contrib.auth.decorators import login_not_required
from django.db.models import Count, Q, QuerySet
from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import get_object_or_404, render
from django.utils.decorators import method_decorator
from django.views.decorators.cache import never_cache

from deputies.cards.public_file import chart_of, figures_by_year
from deputies.forms.public import ShowcaseFilter
from deputies.models import Delegation, Deputy, Evaluation, Mandate, PublicPage, Term
from deputies.querysets import successors
from deputies.transitions.amend import PHOTO
from foundation.files.store import attach_files, files_of
from foundation.web.qr import qr_code
from foundation.web.views import DetailPage, ListPage

SHOWCASE = ("代表风采", "/deputies/public/")


def shown_seats(on: Any) -> QuerySet[Mandate]:
    """Seats of the deputies whose page is open, with what a line shows."""
    pages = PublicPage.objects.open_on(on)
    rows = Mandate.objects.public().filter(deputy__in=pages.values("deputy"))
    return rows.select_related("deputy__public_page", "delegation", "constituency").order_by("deputy__pinyin_key", "pk")


def show_photos(seats: Sequence[Mandate]) -> None:
    """Sets `photo` on every seat: the copy its page was signed off with; one query."""
    attach_files([seat.deputy.public_page for seat in seats])
    for seat in seats:
        seat.photo = next((file for file in seat.deputy.public_page.files if file.kind == PHOTO), None)


@method_decorator(login_not_required, name="dispatch")
class Showcase(ListPage):
    """The deputies of the current term, found by name, pinyin, delegation, place of work or constituency."""

    template_name = "deputies/showcase.html"
    title = "代表风采"
    per_page = 24
    empty = "代表信息审核后在这里公开。"

    def queryset(self) -> QuerySet[Mandate]:
        return shown_seats(self.on)

    def _bound_filter(self) -> ShowcaseFilter:
        rows = shown_seats(self.on).order_by()
        delegations = Delegation.objects.filter(pk__in=rows.values("delegation"))
        words = rows.exclude(deputy__occupation="").values_list("deputy__occupation", flat=True).distinct()
        self.delegations = delegations.order_by("order", "pk")
        facts = {"delegations": self.delegations, "occupations": sorted(words)}
        return ShowcaseFilter(self.request.GET or None, **facts)

    def filter(self, rows: QuerySet[Mandate], wanted: dict[str, Any]) -> QuerySet[Mandate]:
        if words := wanted.get("q"):
            named = Deputy.objects.search(words).values("pk")
            place = Q(deputy__employer_title__contains=words) | Q(constituency__name__contains=words)
            rows = rows.filter(Q(deputy__in=named) | place)
        if "delegation" in wanted:
            rows = rows.filter(delegation=wanted["delegation"])
        return rows.filter(deputy__occupation=wanted["occupation"]) if "occupation" in wanted else rows

    def decorate(self, rows: Sequence[Mandate]) -> None:
        show_photos(rows)

    def get_context_data(self, **kwargs: Any) -> dict[str, Any]:
        return super().get_context_data(delegations=self.delegations, **kwargs)


@method_decorator(login_not_required, name="dispatch")
class DelegationPage(DetailPage):
    """One delegation of the current term: who sits in it and which office looks after it."""

    template_name = "deputies/public_delegation.html"
    context_name = "delegation"

    def queryset(self) -> QuerySet[Delegation]:
        seats = shown_seats(self.on)
        rows = Delegation.objects.filter(term=Term.objects.current(), pk__in=seats.values("delegation"))
        return rows.select_related("area__organisation")

    def get_crumbs(self) -> list[tuple[str, str]]:
        return [SHOWCASE]

    def get_context_data(self, **kwargs: Any) -> dict[str, Any]:
        seats = list(shown_seats(self.on).filter(delegation=self.object))
        show_photos(seats)
        of_all = Mandate.objects.public().filter(delegation=self.object)
        counted = of_all.aggregate(all=Count("pk"), women=Count("pk", filter=Q(deputy__sex="female")))
        return super().get_context_data(seats=seats, counted=counted, **kwargs)


@method_decorator([login_not_required, never_cache], name="dispatch")
class DeputyPublicPage(DetailPage):
    """One deputy: who he is, what he has done, how to reach him. Once his seat has ended, who sits there now."""

    template_name = "deputies/public_page.html"
    context_name = "page"
    lookup = "code"

    def queryset(self) -> QuerySet[PublicPage]:
        return PublicPage.objects.open_on(self.on).select_related("deputy")

    def get(self, request: HttpRequest, **kwargs: Any) -> HttpResponse:
        try:
            answer = super().get(request, **kwargs)
        except Http404:
            return self.gone(request, kwargs["code"])
        if not request.user.is_authenticated:
            PublicPage.objects.count_visit(self.object, self.on)
        return answer

    def gone(self, request: HttpRequest, code: str) -> HttpResponse:
        """410 with the successors for a page that was public once; 404 for any other code."""
        page = get_object_or_404(PublicPage.objects.filter(signed_at__isnull=False), code=code)
        seats = page.deputy.mandates.filter(term__congress__is_home=True).select_related("constituency", "delegation")
        former = seats.order_by("-term__number", "pk").first()
        serving = page.deputy.mandates.all().at_home().serving_on(self.on).exists()
        rows = list(successors(Mandate.objects.all(), former, self.on)[:6]) if former and not serving else []
        pages = dict(
            PublicPage.objects.open_on(self.on)
            .filter(deputy__in=[row.deputy_id for row in rows])
            .values_list("deputy", "code")
        )
        facts = {
            "title": "页面已撤下" if serving else "代表已不在任",
            "former": None if serving else former,
            "successors": [(row, pages.get(row.deputy_id)) for row in rows],
            "crumbs": [SHOWCASE],
        }
        return render(request, "deputies/public_gone.html", facts, status=410)

    def get_title(self) -> str:
        return self.object.deputy.name

    def get_crumbs(self) -> list[tuple[str, str]]:
        return [SHOWCASE]

    def get_context_data(self, **kwargs: Any) -> dict[str, Any]:
        deputy = self.object.deputy
        seat = (
            Mandate.objects.public()
            .select_related("delegation__area__organisation", "constituency", "term__congress")
            .filter(deputy=deputy)
            .first()
        )
        found = figures_by_year(deputy)
        asked = self.request.GET.get("year", "")
        year = (
            int(asked)
            if asked.isdecimal() and len(asked) == 4 and int(asked) in found
            else max(found, default=self.on.year)
        )
        figures = found.get(year, [])
        facts = {
            "deputy": deputy,
            "seat": seat,
            "photo": files_of(self.object, PHOTO).last(),
            "basics": _basics(deputy, seat),
            "year": year,
            "years": sorted(found, reverse=True),
            "figures": figures,
            "chart": chart_of(year, figures),
            "grades": Evaluation.objects.public().filter(mandate__deputy=deputy).values_list("round__year", "grade"),
            "qr": qr_code(self.request.build_absolute_uri(self.object.get_absolute_url()), "代表码"),
        }
        return super().get_context_data(**{**facts, **kwargs})


@method_decorator(login_not_required, name="dispatch")
class Poster(DetailPage):
    """The code as a sheet for a station's wall: A4, or A3 with `?size=a3`."""

    template_name = "deputies/poster.html"
    context_name = "page"
    lookup = "code"
    title = "代表码"

    def queryset(self) -> QuerySet[PublicPage]:
        return PublicPage.objects.open_on(self.on).select_related("deputy")

    def get_context_data(self, **kwargs: Any) -> dict[str, Any]:
        address = self.request.build_absolute_uri(self.object.get_absolute_url())
        seats = Mandate.objects.public().select_related("delegation", "constituency", "term__congress")
        facts = {
            "deputy": self.object.deputy,
            "seat": seats.filter(deputy=self.object.deputy).first(),
            "photo": files_of(self.object, PHOTO).last(),
            "address": address,
            "size": "a3" if self.request.GET.get("size") == "a3" else "a4",
            "qr": qr_code(address, f"{self.object.deputy.name}的代表码", scale=0),
        }
        return super().get_context_data(**{**facts, **kwargs})


def _basics(deputy: Deputy, seat: Mandate) -> list[tuple[str, str]]:
    """What 代表法 58 wants known of everybody; what is empty is left out."""
    rows = [
        ("职务", seat.title),
        ("代表团", str(seat.delegation or "")),
        ("选区", str(seat.constituency or "")),
        ("性别", deputy.get_sex_display()),
        ("民族", deputy.ethnic_group),
        ("单位及职务", deputy.employer_title),
        ("代表类别", deputy.occupation),
        ("常委会", "常委会组成人员" if seat.sc_member else ""),
        ("专门委员会", seat.special_committee),
    ]
    return [row for row in rows if row[1]]
