"""Limits, milestones and thresholds for committee secretaries; clocks and the ledger are read-only."""

from typing import Any

from django.contrib import admin
from django.db.models import QuerySet
from django.http import HttpRequest

from foundation.audit.kept import Kept, LookedAt
from foundation.deadlines.models import Deadline, LightThreshold, Milestone, Reminder, ReminderFault, TimeLimit
from foundation.deadlines.models.time_limit import STATUTORY
from foundation.deadlines.registry import in_person_kinds
from foundation.deadlines.schedule import refresh


@admin.register(TimeLimit)
class TimeLimitAdmin(Kept):
    """A rule that has counted for a case is ended by a newer version, never deleted."""

    list_display = ["name", "length", "base", "roll", "legal_basis", "valid_from", "valid_until"]
    list_filter = ["unit"]
    search_fields = ["name", "key", "legal_basis"]
    ordering = ["key", "-valid_from"]
    # All rules of the house on one page: they are read against each other.
    list_per_page = 200
    readonly_fields = ["statutory_months", "statutory_max_months"]
    save_as = True

    def get_readonly_fields(self, request: HttpRequest, obj: TimeLimit | None = None) -> list[str]:
        return [*self.readonly_fields, "key"] if obj else self.readonly_fields

    def save_model(self, request: HttpRequest, obj: TimeLimit, form: Any, change: bool) -> None:
        super().save_model(request, obj, form, change)
        self.message_user(request, "规则已保存。在办期限不会自动变动，请到“重新计算期限”预览并确认。")

    @admin.display(description="期限")
    def length(self, obj: TimeLimit) -> str:
        """The amount with its unit, and whether law caps it."""
        return f"{obj.length}{'（法定）' if obj.key in STATUTORY else ''}"


class RefreshingAdmin(Kept):
    """An edited milestone or threshold reaches the running clocks of its limit at once; the ledger names the rows."""

    def save_model(self, request: HttpRequest, obj: Any, form: Any, change: bool) -> None:
        super().save_model(request, obj, form, change)
        self._follow({obj.limit_key, form.initial.get("limit_key", obj.limit_key)})

    def _follow(self, keys: set[str]) -> None:
        # The empty key is the default of every limit that has no row of its own.
        refresh(set(TimeLimit.objects.values_list("key", flat=True)) if "" in keys else keys)


@admin.register(Milestone)
class MilestoneAdmin(RefreshingAdmin):
    list_display = ["limit_name", "when", "level", "consequence", "is_active"]
    list_filter = ["limit_key", "level", "is_active"]

    @admin.display(description="期限", ordering="limit_key")
    def limit_name(self, obj: Milestone) -> str:
        return limit_name(obj.limit_key)


@admin.register(LightThreshold)
class LightThresholdAdmin(RefreshingAdmin):
    list_display = ["limit_name", "yellow_days", "orange_days"]

    @admin.display(description="期限", ordering="limit_key")
    def limit_name(self, obj: LightThreshold) -> str:
        return limit_name(obj.limit_key) if obj.limit_key else "通用"


@admin.register(Deadline)
class DeadlineAdmin(LookedAt):
    list_display = ["limit", "organisation", "user", "started_on", "due_on", "provisional", "met_on"]
    list_filter = ["kind", "provisional"]
    list_select_related = ["limit", "organisation", "user"]
    date_hierarchy = "due_on"

    def get_queryset(self, request: HttpRequest) -> QuerySet:
        return super().get_queryset(request).listed()


@admin.register(Reminder)
class ReminderAdmin(LookedAt):
    list_display = ["deadline", "milestone", "occurrence", "person", "outcome", "at"]
    list_filter = ["outcome"]
    list_select_related = ["deadline__limit", "milestone", "person"]

    def get_queryset(self, request: HttpRequest) -> QuerySet:
        return super().get_queryset(request).exclude(deadline__kind__in=in_person_kinds())


@admin.register(ReminderFault)
class ReminderFaultAdmin(LookedAt):
    list_display = ["deadline", "error", "times", "first_at", "last_at"]
    list_select_related = ["deadline__limit"]


def limit_name(key: str) -> str:
    """The newest name of a limit; its key where no limit has it."""
    return TimeLimit.objects.filter(key=key).order_by("-valid_from").values_list("name", flat=True).first() or key
