"""Dictionaries and local rules. A row that has counted for a case is ended by its last day, never deleted."""

from django.contrib import admin

from foundation.audit.kept import Kept
from suggestions.models import (
    Category,
    DocumentHead,
    FundExclusion,
    NumberFormat,
    ProgressColour,
    RefusalGround,
    ReplyTemplate,
    ResultClass,
    Switch,
    Threshold,
)


class DatedAdmin(Kept):
    """A rule with its source and its days."""

    list_filter = ["valid_from"]
    save_as = True


@admin.register(Category)
class CategoryAdmin(DatedAdmin):
    list_display = ["name", "supervising_committee", "order", "valid_from", "valid_until"]
    list_select_related = ["supervising_committee"]
    search_fields = ["name"]


@admin.register(ResultClass)
class ResultClassAdmin(DatedAdmin):
    list_display = [
        "code",
        "name",
        "needs_commitment",
        "upgrade_code",
        "term",
        "legal_basis",
        "valid_from",
        "valid_until",
    ]
    list_select_related = ["term"]


@admin.register(FundExclusion)
class FundExclusionAdmin(DatedAdmin):
    list_display = ["text", "bars_recess", "legal_basis", "valid_from", "valid_until"]


@admin.register(ProgressColour)
class ProgressColourAdmin(DatedAdmin):
    list_display = ["name", "meaning", "tone", "is_done", "needs_reason", "legal_basis", "valid_from", "valid_until"]


@admin.register(RefusalGround)
class RefusalGroundAdmin(DatedAdmin):
    list_display = ["text", "consequence", "legal_basis", "valid_from", "valid_until"]
    search_fields = ["text", "legal_basis"]


@admin.register(Threshold)
class ThresholdAdmin(DatedAdmin):
    list_display = ["key", "level", "amount", "legal_basis", "valid_from", "valid_until"]


@admin.register(Switch)
class SwitchAdmin(DatedAdmin):
    list_display = ["key", "enabled", "legal_basis", "valid_from", "valid_until"]


@admin.register(NumberFormat)
class NumberFormatAdmin(DatedAdmin):
    list_display = ["kind", "level", "example", "legal_basis", "valid_from", "valid_until"]

    @admin.display(description="示例")
    def example(self, obj: NumberFormat) -> str:
        """How number 23 is written."""
        return obj.write(23)


@admin.register(DocumentHead)
class DocumentHeadAdmin(DatedAdmin):
    list_display = ["organisation", "use", "style", "example", "legal_basis", "valid_from", "valid_until"]
    list_select_related = ["organisation"]
    list_filter = ["use", "valid_from"]
    search_fields = ["organisation__name", "pattern"]

    @admin.display(description="示例")
    def example(self, obj: DocumentHead) -> str:
        """How number 12 of the year it took effect is written."""
        return obj.write(obj.valid_from.year, 12)


@admin.register(ReplyTemplate)
class ReplyTemplateAdmin(DatedAdmin):
    list_display = ["name", "class_code", "category", "unit", "legal_basis", "valid_from", "valid_until"]
    list_select_related = ["category", "unit"]
    search_fields = ["name", "text"]
