"""Circles with their members. A place is ended by its last day, never deleted."""

from typing import Any

from django.contrib import admin
from django.http import HttpRequest

from deputies.models import Circle, CircleMember
from foundation.audit.kept import Kept


class PlaceInline(admin.TabularInline):
    model = CircleMember
    extra = 0
    autocomplete_fields = ["deputy"]

    def has_delete_permission(self, request: HttpRequest, obj: Any = None) -> bool:
        return False


@admin.register(Circle)
class CircleAdmin(Kept):
    list_display = ["name", "field", "term"]
    list_select_related = ["term__congress"]
    search_fields = ["name", "field"]
    inlines = [PlaceInline]

    def get_readonly_fields(self, request: HttpRequest, obj: Circle | None = None) -> list[str]:
        return ["term"] if obj else []
