"""Schemes of the yearly evaluation. A scheme by which somebody was marked is only ended."""

from typing import Any

from django.contrib import admin
from django.http import HttpRequest

from deputies.models import (
    EvaluationConsequence,
    EvaluationGrade,
    EvaluationItem,
    EvaluationRound,
    EvaluationScheme,
)
from foundation.audit.kept import Kept


def is_used(scheme: EvaluationScheme | None) -> bool:
    """Whether a round was opened by it; its grades must be found again from the same lines."""
    return scheme is not None and EvaluationRound.objects.filter(scheme=scheme).exists()


class OfScheme(admin.TabularInline):
    extra = 0

    def has_add_permission(self, request: HttpRequest, obj: Any = None) -> bool:
        return super().has_add_permission(request, obj) and not is_used(obj)

    def has_change_permission(self, request: HttpRequest, obj: Any = None) -> bool:
        return super().has_change_permission(request, obj) and not is_used(obj)

    def has_delete_permission(self, request: HttpRequest, obj: Any = None) -> bool:
        return self.has_change_permission(request, obj)


class ItemInline(OfScheme):
    model = EvaluationItem


class GradeInline(OfScheme):
    model = EvaluationGrade


class ConsequenceInline(OfScheme):
    model = EvaluationConsequence


@admin.register(EvaluationScheme)
class EvaluationSchemeAdmin(Kept):
    list_display = ["name", "level", "legal_basis", "valid_from", "valid_until"]
    list_filter = ["level", "valid_from"]
    search_fields = ["name"]
    filter_horizontal = ["vetoes"]

    def get_inlines(self, request: HttpRequest, obj: EvaluationScheme | None) -> list[Any]:
        # Grades are checked against the items, consequences against the grades.
        return [ItemInline, GradeInline, ConsequenceInline] if obj else []

    def get_readonly_fields(self, request: HttpRequest, obj: EvaluationScheme | None = None) -> list[str]:
        return ["name", "level", "vetoes", "valid_from"] if is_used(obj) else []
