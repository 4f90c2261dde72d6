"""Kinds and the delivery window for committee secretaries; messages and the outbox are read-only."""

from django.contrib import admin
from django.http import HttpRequest

from foundation.audit.kept import Kept, LookedAt
from foundation.notices.models import DeliveryWindow, NoticeKind, OutboxMail


@admin.register(NoticeKind)
class NoticeKindAdmin(Kept):
    """The office decides what also goes out as mail; the kinds themselves come from the rooms."""

    list_display = ["name", "delivery", "statutory", "order"]
    list_filter = ["delivery", "statutory"]
    readonly_fields = ["key"]

    def has_add_permission(self, request: HttpRequest) -> bool:
        return False


@admin.register(DeliveryWindow)
class DeliveryWindowAdmin(Kept):
    list_display = ["__str__", "legal_basis", "valid_from"]


@admin.register(OutboxMail)
class OutboxMailAdmin(LookedAt):
    """Seen, not touched; dead letters are resent on their own page.

    Neither subject nor text: who looks after mail need not know whose case it is about.
    """

    list_display = ["pk", "kind", "recipient", "state", "attempts", "next_try_at", "sent_at"]
    list_filter = ["state", "kind"]
    list_select_related = ["recipient"]
    exclude = ["subject", "body", "address", "cause"]
