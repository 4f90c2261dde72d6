"""Kinds of activities with their local rules. A row that has counted is ended by its last day, never deleted."""

from typing import Any

from django.contrib import admin
from django.http import HttpRequest

from deputies.models import ActivityKind, Campaign
from foundation.audit.kept import Kept


@admin.register(ActivityKind)
class ActivityKindAdmin(Kept):
    list_display = ["name", "notice_days", "leave_approver", "duty_kind", "legal_basis", "valid_from", "valid_until"]
    list_filter = ["valid_from"]
    search_fields = ["name", "code"]

    def get_readonly_fields(self, request: HttpRequest, obj: Any = None) -> list[str]:
        # Other rooms name a kind by its code.
        return ["code"] if obj else []


@admin.register(Campaign)
class CampaignAdmin(Kept):
    list_display = ["name", "starts_on", "ends_on"]
    search_fields = ["name"]
