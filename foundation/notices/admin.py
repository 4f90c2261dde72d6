"""Kinds and the delivery window for committee secretaries; messages and the outbox are read-only."""

from typing import Any

from django.contrib import admin
from django.http import HttpRequest

from foundation.notices.models import DeliveryWindow, NoticeKind, OutboxMail


@admin.register(NoticeKind)
class NoticeKindAdmin(admin.ModelAdmin):
    """The office decides what also goes out as mail; the kinds themselves come from the rooms."""

    list_display = ["name", "delivery", "statutory", "order"]
    list_filter = ["delivery", "statutory"]
    readonly_fields = ["key"]

    def has_add_permission(self, request: HttpRequest) -> bool:
        return False

    def has_delete_permission(self, request: HttpRequest, obj: Any = None) -> bool:
        return False


@admin.register(DeliveryWindow)
class DeliveryWindowAdmin(admin.ModelAdmin):
    list_display = ["__str__", "legal_basis", "valid_from"]


@admin.register(OutboxMail)
class OutboxMailAdmin(admin.ModelAdmin):
    """Seen, not touched; dead letters are resent on their own page."""

    list_display = ["subject", "recipient", "state", "attempts", "next_try_at", "sent_at"]
    list_filter = ["state", "kind"]
    list_select_related = ["recipient"]
    exclude = ["body", "address"]
    show_full_result_count = False

    def has_add_permission(self, request: HttpRequest) -> bool:
        return False

    def has_change_permission(self, request: HttpRequest, obj: Any = None) -> bool:
        return False

    def has_delete_permission(self, request: HttpRequest, obj: Any = None) -> bool:
        return False
