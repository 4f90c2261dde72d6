"""The organiser's screen at the door: the code to scan, the digits beside it, how many are there."""

from typing import Any

from django.conf import settings
from django.db.models import QuerySet
from django.http import HttpRequest, HttpResponse
from django.shortcuts import get_object_or_404, render
from django.urls import reverse
from django.views.decorators.http import require_GET

from deputies import rules
from deputies.models import Activity
from deputies.rules.check_in_code import STRETCH, code_at, number_at
from foundation.web.qr import qr_code
from foundation.web.views import DetailPage
from foundation.workdays.clock import now, today

LATEST = 6


class CheckInScreen(DetailPage):
    """The whole screen; the part with the code is fetched anew every few seconds."""

    template_name = "deputies/check_in_screen.html"
    context_name = "activity"

    def queryset(self) -> QuerySet[Activity]:
        return _activities(self.request.user)

    def get_object(self) -> Activity:
        activity = super().get_object()
        rules.may_note_attendance(self.request.user, activity, on=self.on).require()
        return activity

    def get_context_data(self, **kwargs: Any) -> dict[str, Any]:
        return super().get_context_data(**_facts(self.object), **kwargs)


@require_GET
def code(request: HttpRequest, pk: int) -> HttpResponse:
    """GET: the part of the screen that changes; it is never kept by anybody."""
    activity = get_object_or_404(_activities(request.user), pk=pk)
    rules.may_note_attendance(request.user, activity, on=today()).require()
    response = render(request, "deputies/check_in_code.html", {"activity": activity, **_facts(activity)})
    response["Cache-Control"] = "no-store"
    return response


def _activities(user: Any) -> QuerySet[Activity]:
    return Activity.objects.visible_to(user).select_related("kind", "organiser", "group__delegation__area")


def _facts(activity: Activity) -> dict[str, Any]:
    at = now()
    address = (
        f"{settings.PORTAL_ADDRESS}{reverse('deputies:check-in', args=[activity.pk])}?c={code_at(activity.pk, at)}"
    )
    came = activity.invitations.came()
    latest = came.filter(method="code").select_related("deputy").order_by("-came_at", "-pk")[:LATEST]
    return {
        "code": qr_code(address, f"“{activity}”签到二维码", scale=0),
        "number": number_at(activity.pk, at),
        "asked": activity.invitations.count(),
        "came": came.count(),
        "latest": list(latest),
        "seconds": max(STRETCH // 4, 1),
    }
