"""Point schemes and yearly targets. A scheme is opened first; then its parts, rules and grades are entered."""

from typing import Any

from django.contrib import admin
from django.http import HttpRequest

from deputies.models import DutyTarget, PointGrade, PointPart, PointRule, PointScheme
from foundation.audit.kept import Kept


class Row(admin.TabularInline):
    extra = 0
    can_delete = True


class PartInline(Row):
    model = PointPart


class RuleInline(Row):
    model = PointRule
    fields = ["kind", "part", "points", "cap", "minimum", "veto", "order"]
    show_change_link = True

    def get_queryset(self, request: HttpRequest) -> Any:
        return super().get_queryset(request).select_related("kind", "part", "scheme")


class GradeInline(Row):
    model = PointGrade


@admin.register(PointScheme)
class PointSchemeAdmin(Kept):
    list_display = ["name", "level", "base", "cap", "legal_basis", "valid_from", "valid_until"]
    list_filter = ["level", "valid_from"]
    search_fields = ["name"]

    def get_inlines(self, request: HttpRequest, obj: PointScheme | None) -> list[Any]:
        # Rules are checked against the scheme and its parts, so these come first.
        return [PartInline, RuleInline, GradeInline] if obj else []


@admin.register(PointRule)
class PointRuleAdmin(Kept):
    """One rule with all it may say; reached from its scheme as well."""

    list_display = ["kind", "sentence", "scheme", "part"]
    list_filter = ["scheme"]
    list_select_related = ["kind", "scheme", "part"]
    search_fields = ["kind__name"]

    @admin.display(description="规则")
    def sentence(self, obj: PointRule) -> str:
        return obj.sentence


@admin.register(DutyTarget)
class DutyTargetAdmin(Kept):
    list_display = ["name", "level", "amount", "counted_by", "span", "legal_basis", "valid_from", "valid_until"]
    list_filter = ["level", "span"]
    filter_horizontal = ["kinds"]
