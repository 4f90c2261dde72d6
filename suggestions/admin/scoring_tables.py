"""Scoring tables. Once a meeting has decided by one, it is only looked at; what is to change goes into a copy."""

from datetime import date, timedelta
from typing import Any

from django.contrib import admin, messages
from django.db.models import QuerySet
from django.http import HttpRequest, HttpResponse

from foundation.audit.kept import Kept, note
from foundation.workdays.clock import today
from suggestions.admin.dictionaries import DatedAdmin
from suggestions.models import AppraisalBand, AppraisalItem, AppraisalScheme
from suggestions.models.appraisal_scheme import DECIDED


def is_decided(obj: Any) -> bool:
    """Of a table, or of one line of it."""
    return obj is not None and getattr(obj, "scheme", obj).is_decided()


class OpenLines(admin.TabularInline):
    """Lines that stand once the table they hang on has been decided by."""

    extra = 0
    can_delete = False

    def has_add_permission(self, request: HttpRequest, obj: Any = None) -> bool:
        return super().has_add_permission(request, obj) and not is_decided(obj)

    def has_change_permission(self, request: HttpRequest, obj: Any = None) -> bool:
        return super().has_change_permission(request, obj) and not is_decided(obj)


class ItemInline(OpenLines):
    model = AppraisalItem
    show_change_link = True


class BandInline(OpenLines):
    model = AppraisalBand


class Told(Kept):
    """Says above the form why it cannot be changed and what to do instead."""

    def get_fieldsets(self, request: HttpRequest, obj: Any = None) -> Any:
        found = super().get_fieldsets(request, obj)
        if not is_decided(obj):
            return found
        return [(title, {**options, "description": DECIDED}) for title, options in found]


@admin.register(AppraisalScheme)
class AppraisalSchemeAdmin(Told, DatedAdmin):
    list_display = ["name", "kind", "legal_basis", "valid_from", "valid_until"]
    list_filter = ["kind", "valid_from"]
    inlines = [ItemInline]
    actions = ["copy"]

    def get_readonly_fields(self, request: HttpRequest, obj: Any = None) -> Any:
        if not is_decided(obj):
            return super().get_readonly_fields(request, obj)
        return [field.name for field in obj._meta.fields if field.name not in ("id", "valid_until")]

    def render_change_form(
        self, request: HttpRequest, context: Any, *args: Any, obj: Any = None, **kwargs: Any
    ) -> HttpResponse:
        response = super().render_change_form(request, context, *args, obj=obj, **kwargs)
        if is_decided(obj):
            # Saved as new it would lose what is only shown; the copy takes everything along.
            response.context_data["save_as"] = False
        return response

    @admin.action(description="复制为新的评分办法", permissions=["add"])
    def copy(self, request: HttpRequest, queryset: QuerySet[AppraisalScheme]) -> None:
        """A copy of each chosen table with its lines, in force from next New Year's Day on until it is changed."""
        for scheme in queryset:
            made = scheme.copied(_free_day(scheme.kind))
            note(request, made, "新增", [])
            words = f"已复制“{made}”，自{made.valid_from:%Y年%-m月%-d日}起生效。请打开新的一份修改内容和生效日期。"
            messages.success(request, words)


def _free_day(kind: str) -> date:
    taken = set(AppraisalScheme.objects.filter(kind=kind).values_list("valid_from", flat=True))
    day = date(today().year + 1, 1, 1)
    while day in taken:
        day += timedelta(days=1)
    return day


@admin.register(AppraisalItem)
class AppraisalItemAdmin(Told):
    """Bands of one line of a scoring table; reached from the table."""

    list_display = ["measure", "points", "scheme"]
    list_select_related = ["scheme"]
    list_filter = ["scheme"]
    inlines = [BandInline]

    def has_change_permission(self, request: HttpRequest, obj: Any = None) -> bool:
        return super().has_change_permission(request, obj) and not is_decided(obj)
