"""The written notice of an activity, for its organiser and for whoever may open the activity."""

from typing import Any

from django.db.models import QuerySet
from django.http import HttpRequest, HttpResponse
from django.views import View

from deputies import rules
from deputies.letters.activity_notice import activity_notice
from deputies.models import Activity, Invitation
from foundation.documents.writing import DOCX, download
from foundation.web.views.detail import ObjectMixin


class ActivityNotice(ObjectMixin, View):
    """GET: the notice as .docx. A deputy gets the one addressed to himself, without the names of the others."""

    def queryset(self) -> QuerySet[Activity]:
        rows = Activity.objects.visible_to(self.request.user)
        return rows.select_related("kind", "organiser", "group__delegation__area", "meeting", "planned_by")

    def get(self, request: HttpRequest, **kwargs: Any) -> HttpResponse:
        activity = self.get_object()
        rules.may_take_notice(request.user, activity, on=self.on).require()
        knows = bool(rules.may_name_asked(request.user, activity, on=self.on))
        rows = self.people(activity, everybody=knows)
        names = [row.deputy.name for row in rows]
        paper = activity_notice(activity, names, own=bool(rows) and not knows)
        return download(request, paper, f"{activity}通知", DOCX)

    def people(self, activity: Activity, *, everybody: bool) -> list[Invitation]:
        """Those asked, by name; else the reader alone, if he is one of them."""
        rows = activity.invitations.select_related("deputy").order_by("deputy__pinyin_key", "pk")
        return list(rows if everybody else rows.of_user(self.request.user))
