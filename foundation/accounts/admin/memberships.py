"""Who is what: granted and ended by date."""

from typing import Any

from django import forms
from django.contrib import admin
from django.db.models import Q, QuerySet
from django.http import HttpRequest

from foundation.accounts.admin.guards import guards_administrators
from foundation.accounts.models import Membership, Substitute
from foundation.accounts.roles import THREE_ADMINISTRATORS, Role
from foundation.audit.kept import Kept
from foundation.workdays.clock import today


class InForce(admin.SimpleListFilter):
    """In force today, ended, not yet begun."""

    title = "状态"
    parameter_name = "in_force"

    def lookups(self, request: HttpRequest, model_admin: Any) -> list[tuple[str, str]]:
        return [("now", "现任"), ("ended", "已结束"), ("later", "未开始")]

    def queryset(self, request: HttpRequest, queryset: QuerySet) -> QuerySet:
        day = today()
        chosen = {
            "now": Q(from_date__lte=day) & (Q(until_date=None) | Q(until_date__gte=day)),
            "ended": Q(until_date__lt=day),
            "later": Q(from_date__gt=day),
        }
        return queryset.filter(chosen.get(self.value() or "", Q()))


def roles_to_grant(request: HttpRequest) -> list[tuple[str, str]]:
    """The roles this person may hand out: the three administrators only by the security administrator."""
    everything = guards_administrators(request.user)
    return [(role.value, role.label) for role in Role if everything or role not in THREE_ADMINISTRATORS]


class GrantsRoles:
    """Limits the choice of roles on a page and in its inlines."""

    def formfield_for_choice_field(self, db_field: Any, request: HttpRequest, **kwargs: Any) -> forms.Field:
        if db_field.name == "role":
            kwargs["choices"] = [("", "请选择"), *roles_to_grant(request)]
        return super().formfield_for_choice_field(db_field, request, **kwargs)


class ToOthers:
    """Nobody gives rights to himself: `own_columns` may not name the person at the keyboard."""

    own_columns: tuple[str, ...] = ()

    def formfield_for_foreignkey(self, db_field: Any, request: HttpRequest, **kwargs: Any) -> forms.Field:
        field = super().formfield_for_foreignkey(db_field, request, **kwargs)
        if field is not None and db_field.name in self.own_columns and not request.user.is_superuser:
            field.queryset = field.queryset.exclude(pk=request.user.pk)
            field.error_messages["invalid_choice"] = "不能给本人授权，请由其他管理人员办理。"
        return field


@admin.register(Membership)
class MembershipAdmin(ToOthers, GrantsRoles, Kept):
    own_columns = ("user",)
    list_display = ["user", "role", "organisation", "title", "from_date", "until_date"]
    list_filter = [InForce, "role", "organisation__kind"]
    search_fields = [
        "user__name",
        "user__pinyin_key",
        "user__username",
        "organisation__name",
        "organisation__short_name",
    ]
    search_help_text = "按姓名、拼音或单位查找"
    ordering = ["user__pinyin_key", "from_date"]
    list_select_related = ["user", "organisation"]
    autocomplete_fields = ["user", "organisation"]
    fields = ["user", "role", "organisation", "title", "from_date", "until_date"]

    def get_readonly_fields(self, request: HttpRequest, obj: Membership | None = None) -> list[str]:
        # A granted role is ended and granted anew; rewriting it would rewrite who could do what in the past.
        return ["user", "role", "organisation"] if obj else []

    def has_change_permission(self, request: HttpRequest, obj: Membership | None = None) -> bool:
        if obj is not None and obj.role in THREE_ADMINISTRATORS and not guards_administrators(request.user):
            return False
        return super().has_change_permission(request, obj)


@admin.register(Substitute)
class SubstituteAdmin(ToOthers, Kept):
    own_columns = ("substitute",)
    list_display = ["principal", "substitute", "from_date", "until_date", "reason"]
    search_fields = ["principal__name", "principal__pinyin_key", "substitute__name", "substitute__pinyin_key"]
    search_help_text = "按姓名或拼音查找"
    list_select_related = ["principal", "substitute"]
    autocomplete_fields = ["principal", "substitute"]
