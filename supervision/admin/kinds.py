"""Forms of supervision with their steps. A step that has been copied is switched off, never deleted."""

from typing import Any

from django.contrib import admin
from django.http import HttpRequest

from foundation.audit.kept import Kept
from supervision.models import KindStep, UndertakingKind


class KindStepInline(admin.StackedInline):
    model = KindStep
    extra = 0
    fieldsets = (
        (None, {"fields": (("order", "code", "name"), ("actor", "paper", "need"), "hint")}),
        ("期限", {"fields": (("anchor", "amount", "unit", "after"), "legal_basis")}),
        (None, {"fields": (("is_shared", "is_public", "is_active"),)}),
    )

    def has_delete_permission(self, request: HttpRequest, obj: Any = None) -> bool:
        return False


@admin.register(UndertakingKind)
class UndertakingKindAdmin(Kept):
    list_display = ["name", "level", "ballot_rule", "legal_basis", "valid_from", "valid_until"]
    list_filter = ["valid_from"]
    search_fields = ["name", "code"]

    def get_inlines(self, request: HttpRequest, obj: UndertakingKind | None) -> list[Any]:
        return [KindStepInline] if obj else []

    def get_readonly_fields(self, request: HttpRequest, obj: UndertakingKind | None = None) -> list[str]:
        # Plans and steps name a kind by its code.
        return ["code"] if obj else []
