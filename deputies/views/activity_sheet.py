"""The list of an activity on paper: who is asked, with room to sign; the same rows as a workbook."""

from collections.abc import Sequence
from typing import Any

from django.db.models import Prefetch, QuerySet
from django.http import HttpRequest
from django.http.response import HttpResponseBase

from deputies import rules
from deputies.models import Activity, Invitation, Leave, Mandate
from foundation.web import export
from foundation.web.tables import Column
from foundation.web.views import DetailPage

# Lines for those who come without an invitation.
SPARE = range(3)


def _delegation(row: Invitation) -> str:
    seats = row.deputy.seats_held
    return str(seats[0].delegation or "") if seats else ""


def _leave(row: Invitation) -> str:
    return "；".join(f"{leave.scope}{leave.get_state_display()}" for leave in row.in_force)


COLUMNS: Sequence[Column] = (
    Column("代表", "deputy.name", primary=True),
    Column("代表团", _delegation),
    Column("答复", "get_answer_display"),
    Column("请假", _leave),
    Column("出席情况", "get_attendance_display"),
    Column("签到时间", "came_at", kind="datetime"),
    Column("登记方式", "get_method_display"),
)


class SignInSheet(DetailPage):
    """GET prints; `?format=xlsx` is the roll with answers, leave and attendance, recorded as an export."""

    template_name = "deputies/sign_in_sheet.html"
    context_name = "activity"

    def queryset(self) -> QuerySet[Activity]:
        rows = Activity.objects.visible_to(self.request.user)
        return rows.select_related("kind", "organiser", "group__delegation__area")

    def get_object(self) -> Activity:
        activity = super().get_object()
        rules.may_print_sheet(self.request.user, activity, on=self.on).require()
        return activity

    def get_title(self) -> str:
        return f"{self.object}签到表"

    def get(self, request: HttpRequest, **kwargs: Any) -> HttpResponseBase:
        wanted = request.GET.get("format", "")
        if wanted not in export.FORMATS:
            return super().get(request, **kwargs)
        self.object = self.get_object()
        return export.export_rows(request, COLUMNS, self.people(), f"{self.object}出席名单", wanted)

    def people(self) -> list[Invitation]:
        """Everybody asked, by delegation as one sits."""
        term = Mandate.objects.filter(level=self.object.level).select_related("delegation")
        seats = Prefetch("deputy__mandates", queryset=term.serving_on(self.object.day), to_attr="seats_held")
        leaves = Prefetch("leaves", queryset=Leave.objects.in_force(), to_attr="in_force")
        rows = self.object.invitations.select_related("deputy", "activity").prefetch_related(seats, leaves)
        return sorted(rows, key=lambda row: (_place(row), row.deputy.pinyin_key, row.pk))

    def get_context_data(self, **kwargs: Any) -> dict[str, Any]:
        rows = [(row.deputy.name, _delegation(row), _leave(row)) for row in self.people()]
        return super().get_context_data(rows=rows, spare=SPARE, **kwargs)


def _place(row: Invitation) -> tuple[int, int]:
    """Its delegation's place in the house; whoever sits in none comes last."""
    delegation = row.deputy.seats_held[0].delegation if row.deputy.seats_held else None
    return (delegation.order, delegation.pk) if delegation else (10**6, 0)
