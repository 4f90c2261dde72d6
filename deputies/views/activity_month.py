"""A month of activities, week by week, as on the wall of an office."""

from calendar import Calendar
from collections import defaultdict
from dataclasses import dataclass
from datetime import date, timedelta
from typing import Any

from django.http import HttpRequest, HttpResponse
from django.urls import reverse
from django.utils import timezone
from django.views.generic.base import TemplateResponseMixin, View

from deputies import rules
from deputies.models import Activity
from deputies.states import ActivityState
from deputies.views.doors import ReadersOnly
from foundation.web.views.page import PageMixin

WEEKDAYS = ("一", "二", "三", "四", "五", "六", "日")
MOST = 400


@dataclass(frozen=True)
class Day:
    """One field of the sheet: the day, whether it belongs to the month, what is on."""

    day: date
    inside: bool
    activities: list[Activity]


class ActivityMonth(ReadersOnly, TemplateResponseMixin, PageMixin, View):
    """GET: the month of `?month=2026-03`, the present one without; what this person may open."""

    template_name = "deputies/activity_month.html"

    def get(self, request: HttpRequest, **kwargs: Any) -> HttpResponse:
        first = _first_day(request.GET.get("month", ""), self.on)
        rows = Activity.objects.visible_to(request.user).in_month(first.year, first.month)
        rows = rows.exclude(state=ActivityState.CANCELLED).select_related("kind", "organiser", "group")[:MOST]
        self.title = f"{first.year}年{first.month}月履职活动"
        facts = {
            "weeks": _weeks(first, rows),
            "weekdays": WEEKDAYS,
            "before": f"{first - timedelta(days=1):%Y-%m}",
            "after": f"{first + timedelta(days=31):%Y-%m}",
            "may_plan": bool(rules.may_plan_activity(request.user, on=self.on)),
        }
        return self.render_to_response(self.get_context_data(**facts))

    def get_crumbs(self) -> list[tuple[str, str]]:
        return [("履职活动", reverse("deputies:activities"))]


def _first_day(text: str, on: date) -> date:
    """The first of the month named, of this month for anything that is none."""
    try:
        return date.fromisoformat(f"{text}-01")
    except ValueError:
        return on.replace(day=1)


def _weeks(first: date, rows: Any) -> list[list[Day]]:
    by_day: dict[date, list[Activity]] = defaultdict(list)
    for activity in rows:
        by_day[timezone.localdate(activity.starts_at)].append(activity)
    weeks = Calendar().monthdatescalendar(first.year, first.month)
    return [[Day(day, day.month == first.month, by_day[day]) for day in week] for week in weeks]
