"""The log and the seals: read, filtered, exported; nobody can write here."""

from typing import Any

from django.contrib import admin
from django.db.models import QuerySet
from django.http import HttpRequest
from import_export import fields, resources
from import_export.admin import ExportMixin
from import_export.formats.base_formats import CSV, XLSX

from foundation.audit.kept import LookedAt
from foundation.audit.models import Event, Seal

FORMULA_STARTS = ("=", "+", "-", "@", "\t", "\r")


class EventResource(resources.ModelResource):
    """Columns of the exported log."""

    at = fields.Field("at", "发生时间")
    recorded_at = fields.Field("recorded_at", "记录时间")
    actor_name = fields.Field("actor_name", "操作人")
    on_behalf_of = fields.Field("on_behalf_of__name", "代为办理")
    verb = fields.Field("verb", "事项")
    subject_label = fields.Field("subject_label", "对象")
    subject_id = fields.Field("subject_id", "对象编号")
    summary = fields.Field("summary", "说明")
    visibility = fields.Field("get_visibility_display", "可见范围")
    seq = fields.Field("seq", "链上序号")
    hash = fields.Field("hash", "校验值")

    class Meta:
        model = Event
        fields = (
            "at",
            "recorded_at",
            "actor_name",
            "on_behalf_of",
            "verb",
            "subject_label",
            "subject_id",
            "summary",
            "visibility",
            "seq",
            "hash",
        )

    def get_queryset(self) -> QuerySet:
        return super().get_queryset().select_related("on_behalf_of")

    def export_field(self, field: fields.Field, instance: Event, **kwargs: Any) -> Any:
        value = super().export_field(field, instance, **kwargs)
        # What people typed must not be calculated by a workbook.
        return f"'{value}" if isinstance(value, str) and value.startswith(FORMULA_STARTS) else value


class SealedFilter(admin.SimpleListFilter):
    title = "封存"
    parameter_name = "sealed"

    def lookups(self, request: HttpRequest, model_admin: Any) -> list[tuple[str, str]]:
        return [("yes", "已封存"), ("no", "待封存")]

    def queryset(self, request: HttpRequest, queryset: QuerySet) -> QuerySet:
        return queryset.filter(seq__isnull=self.value() == "no") if self.value() else queryset


class RoomFilter(admin.SimpleListFilter):
    """The verb's first part: one entry per room, without reading the whole table for it."""

    title = "业务"
    parameter_name = "room"
    rooms = (
        ("suggestions.", "代表建议"),
        ("deputies.", "代表"),
        ("liaison_stations.", "联络站和来信"),
        ("supervision.", "监督工作"),
        ("supervision.open_clue", "问题线索查阅"),
        ("accounts.", "账号与登录"),
        ("files.", "附件"),
        ("privacy.", "个人信息"),
        ("deadlines.", "期限"),
        ("notices.", "通知"),
        ("audit.", "操作记录"),
    )

    def lookups(self, request: HttpRequest, model_admin: Any) -> tuple[tuple[str, str], ...]:
        return self.rooms

    def queryset(self, request: HttpRequest, queryset: QuerySet) -> QuerySet:
        return queryset.filter(verb__startswith=self.value()) if self.value() else queryset


@admin.register(Event)
class EventAdmin(ExportMixin, LookedAt):
    resource_classes = [EventResource]
    formats = [XLSX, CSV]
    list_display = ["at", "actor_name", "summary_or_verb", "subject_label", "visibility", "seq"]
    list_filter = [RoomFilter, "visibility", SealedFilter, ("at", admin.DateFieldListFilter)]
    search_fields = ["actor_name", "subject_label", "verb"]
    search_help_text = "按操作人、对象或事项检索"
    list_select_related = ["on_behalf_of"]
    show_full_result_count = False
    list_per_page = 50

    @admin.display(description="事项")
    def summary_or_verb(self, event: Event) -> str:
        return event.summary or event.verb

    def has_export_permission(self, request: HttpRequest) -> bool:
        return self.has_view_permission(request)


@admin.register(Seal)
class SealAdmin(LookedAt):
    list_display = ["last_seq", "first_seq", "sealed_at", "head_hash"]
