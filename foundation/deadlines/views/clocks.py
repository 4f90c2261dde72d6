"""One's own clocks, and how a date was found."""

from collections.abc import Sequence
from typing import Any

from django.contrib.auth.decorators import login_not_required
from django.db.models import QuerySet
from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import get_object_or_404, redirect, render
from django.urls import reverse
from django.utils import timezone
from django.views.decorators.http import require_GET, require_POST

from foundation.deadlines.explaining import explain
from foundation.deadlines.feeding import calendar_of, name_of, subjects_of, visible_subjects
from foundation.deadlines.forms import ClockFilter
from foundation.deadlines.lights import light
from foundation.deadlines.models import CalendarFeed, Deadline
from foundation.deadlines.models.feed import digest
from foundation.deadlines.rules import may_see
from foundation.web.tables import Column
from foundation.web.views.detail import DetailPage
from foundation.web.views.listing import ListPage


def _address(clock: Any) -> str:
    page = getattr(clock.case, "get_absolute_url", None)
    return page() if page else reverse("deadlines:derivation", args=[clock.pk])


class MyClocks(ListPage):
    """Everything that waits for me, by urgency."""

    title = "我的期限"
    template_name = "deadlines/mine.html"
    filter_form_class = ClockFilter
    empty = "目前没有等您办理的期限。"
    columns = (
        Column("事项", lambda clock: name_of(clock.case) or clock.limit.name, primary=True, link=_address),
        Column("期限", "limit.name"),
        Column("届满日", "due_on", kind="date"),
        Column("状态", "light", kind="light"),
    )

    def queryset(self) -> QuerySet:
        return Deadline.objects.waiting_for(self.request.user).select_related("limit").defer("derivation")

    def filter(self, rows: QuerySet, wanted: dict[str, Any]) -> QuerySet:
        return rows.with_colour(wanted["colour"], self.on) if "colour" in wanted else rows

    def decorate(self, rows: Sequence[Any]) -> None:
        subjects = subjects_of(rows)
        for clock in rows:
            clock.case, clock.light = subjects.get(clock.pk), light(clock, self.on)


class Derivation(DetailPage):
    """How a due date was counted; for everybody who may see the case, the unit included (F24)."""

    template_name = "deadlines/derivation.html"

    def queryset(self) -> QuerySet:
        return Deadline.objects.select_related("limit", "organisation", "user")

    def get_object(self) -> Any:
        deadline = super().get_object()
        if not may_see(self.request.user, deadline):
            raise Http404
        return deadline

    def get_title(self) -> str:
        return f"期限计算说明：{self.object.limit.name}"

    def get_context_data(self, **kwargs: Any) -> dict[str, Any]:
        clock: Deadline = self.object
        # Keepers of the rules read how it was counted; which case it is learns only who may open that.
        case = visible_subjects(self.request.user, [clock]).get(clock.pk)
        page = getattr(case, "get_absolute_url", None)
        facts = {
            "lines": explain(clock),
            "light": light(clock, self.on),
            "case": name_of(case),
            "duty": clock.organisation or clock.user,
        }
        return super().get_context_data(**facts, case_url=page() if page else "", **kwargs)


@require_GET
def feed_page(request: HttpRequest) -> HttpResponse:
    """Says whether there is a feed and offers a new address."""
    kept = CalendarFeed.objects.filter(user=request.user).first()
    return render(request, "deadlines/feed.html", {"title": "日历订阅", "kept": kept})


@require_POST
def renew_feed(request: HttpRequest) -> HttpResponse:
    """Makes a new secret address, shown this once; the old one stops working."""
    token = CalendarFeed.renew(request.user, at=timezone.now())
    address = request.build_absolute_uri(reverse("deadlines:calendar.ics", args=[token]))
    return render(request, "deadlines/feed.html", {"title": "日历订阅", "address": address})


@require_POST
def drop_feed(request: HttpRequest) -> HttpResponse:
    """Ends the subscription."""
    CalendarFeed.objects.filter(user=request.user).delete()
    return redirect("deadlines:feed")


@login_not_required
@require_GET
def feed(request: HttpRequest, token: str) -> HttpResponse:
    """The calendar itself. The secret in the address stands for the sign-in; calendar programs know no other."""
    kept = get_object_or_404(
        CalendarFeed.objects.select_related("user"), token_digest=digest(token), user__is_active=True
    )
    answer = HttpResponse(calendar_of(kept.user), content_type="text/calendar; charset=utf-8")
    answer["Cache-Control"] = "private, no-store"
    return answer
