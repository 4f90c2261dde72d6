"""Organisations in the admin."""

from django.contrib import admin
from django.http import HttpRequest

from foundation.accounts.admin.contact import PhoneForm
from foundation.accounts.models import Organisation
from foundation.accounts.phones import masked
from foundation.audit.kept import Kept


class OrganisationForm(PhoneForm):
    class Meta:
        model = Organisation
        exclude = ["phone"]


@admin.register(Organisation)
class OrganisationAdmin(Kept):
    form = OrganisationForm
    list_display = ["name", "short_name", "kind", "parent", "leader_in_charge", "masked_phone", "is_active"]
    list_filter = ["kind", "is_active"]
    search_fields = ["name", "short_name", "pinyin_key"]
    search_help_text = "按名称、简称或拼音查找"
    ordering = ["pinyin_key"]
    list_select_related = ["parent", "leader_in_charge"]
    autocomplete_fields = ["parent", "leader_in_charge", "successor"]
    readonly_fields = ["masked_phone"]
    fields = [
        "name", "short_name", "kind", "parent", "leader_in_charge", "masked_phone", "new_phone",
        "pinyin_key", "is_active", "successor",
    ]  # fmt: skip

    def get_readonly_fields(self, request: HttpRequest, obj: Organisation | None = None) -> list[str]:
        # Roles are held by kind; another kind would leave people in roles they may not hold there.
        return [*self.readonly_fields, "kind"] if obj and obj.memberships.exists() else self.readonly_fields

    @admin.display(description="联系电话")
    def masked_phone(self, obj: Organisation) -> str:
        return masked(obj.phone) or "—"
