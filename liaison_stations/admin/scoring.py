"""Score tables. A table by which a round was opened is only ended; the next one is a new row."""

from typing import Any

from django.contrib import admin
from django.http import HttpRequest

from foundation.audit.kept import Kept
from liaison_stations.models import ScoreItem, ScoreRound, ScoreStar, ScoreTable


def is_used(table: ScoreTable | None) -> bool:
    """Whether a round was opened by it; its results must be found again from the same rows."""
    return table is not None and ScoreRound.objects.filter(table=table).exists()


class OfTable(admin.TabularInline):
    extra = 0

    def has_add_permission(self, request: HttpRequest, obj: Any = None) -> bool:
        return super().has_add_permission(request, obj) and not is_used(obj)

    def has_change_permission(self, request: HttpRequest, obj: Any = None) -> bool:
        return super().has_change_permission(request, obj) and not is_used(obj)

    def has_delete_permission(self, request: HttpRequest, obj: Any = None) -> bool:
        return self.has_change_permission(request, obj)


class ItemInline(OfTable):
    model = ScoreItem


class StarInline(OfTable):
    model = ScoreStar


@admin.register(ScoreTable)
class ScoreTableAdmin(Kept):
    list_display = ["name", "kind", "least_scorers", "self_share", "legal_basis", "valid_from", "valid_until"]
    list_filter = ["kind", "valid_from"]
    search_fields = ["name"]

    def get_inlines(self, request: HttpRequest, obj: ScoreTable | None) -> list[Any]:
        # Grades are checked against the items.
        return [ItemInline, StarInline] if obj else []

    def get_readonly_fields(self, request: HttpRequest, obj: ScoreTable | None = None) -> list[str]:
        used = ["name", "kind", "least_scorers", "trim_from", "self_share", "valid_from"]
        return used if is_used(obj) else []
