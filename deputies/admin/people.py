"""Deputies with their telephone and seats. Status is read-only here: it changes on the deputy's own page."""

from typing import Any

from django import forms
from django.contrib import admin
from django.http import HttpRequest

from deputies.models import Deputy, DeputyContact, Mandate
from foundation.accounts.admin.contact import PhoneForm
from foundation.audit.kept import Kept


class ContactForm(PhoneForm):
    """Telephone and e-mail are never shown in clear, only replaced."""

    new_email = forms.EmailField(label="新邮箱", required=False, help_text="留空则不变。")

    class Meta:
        model = DeputyContact
        fields: list[str] = []

    def _get_validation_exclusions(self) -> set[str]:
        # The hash is derived, yet its uniqueness must be told at the field and not by the database.
        return super()._get_validation_exclusions() - {"phone", "phone_hash"}

    def _post_clean(self) -> None:
        if email := self.cleaned_data.get("new_email"):
            self.instance.email = email
        super()._post_clean()


class OfDeputy:
    """Rows edited with the deputy: whoever may change the deputy may change them, nobody deletes them."""

    def has_view_permission(self, request: HttpRequest, obj: Any = None) -> bool:
        return request.user.has_perm("deputies.view_deputy")

    def has_change_permission(self, request: HttpRequest, obj: Any = None) -> bool:
        return request.user.has_perm("deputies.change_deputy")

    def has_add_permission(self, request: HttpRequest, obj: Any = None) -> bool:
        return request.user.has_perm("deputies.change_deputy")

    def has_delete_permission(self, request: HttpRequest, obj: Any = None) -> bool:
        return False


class ContactInline(OfDeputy, admin.StackedInline):
    model = DeputyContact
    form = ContactForm
    fields = ["masked_phone", "new_phone", "new_email"]
    readonly_fields = ["masked_phone"]
    max_num = 1

    @admin.display(description="联系电话")
    def masked_phone(self, obj: DeputyContact) -> str:
        return obj.masked_phone or "—"


class MandateInline(OfDeputy, admin.StackedInline):
    model = Mandate
    extra = 0
    fields = [
        "term", "level", "delegation", "constituency", "group", "by_election", "elected_on", "re_elected",
        "sc_member", "special_committee",
        "status", "reason", "status_since", "announcement_no", "announced_on",
    ]  # fmt: skip
    readonly_fields = ["status", "reason", "status_since", "announcement_no", "announced_on"]
    autocomplete_fields = ["term", "delegation", "constituency", "group"]


@admin.register(Deputy)
class DeputyAdmin(Kept):
    list_display = ["name", "sex", "ethnic_group", "birth_text", "employer_title", "has_account"]
    list_filter = ["mandates__term", "mandates__status", "sex"]
    search_fields = ["name", "pinyin_key", "pinyin_initials"]
    search_help_text = "按姓名、拼音或首字母查找"
    ordering = ["pinyin_key"]
    list_select_related = ["user"]
    inlines = [ContactInline, MandateInline]
    readonly_fields = ["user"]
    fields = [
        "name", "pinyin_key", "sex", "ethnic_group", "native_place", "birth_month", "birth_precision", "education",
        "degree", "party", "employer_title", "occupation", "returned_overseas", "first_elected", "certificate_no",
        "profile", "remark", "user",
    ]  # fmt: skip

    @admin.display(description="出生年月")
    def birth_text(self, obj: Deputy) -> str:
        return obj.birth_text

    @admin.display(description="登录账号", boolean=True)
    def has_account(self, obj: Deputy) -> bool:
        return obj.user_id is not None

    def save_model(self, request: HttpRequest, obj: Deputy, form: forms.ModelForm, change: bool) -> None:
        if "name" in form.changed_data and "pinyin_key" not in form.changed_data:
            obj.pinyin_key = ""
        obj.version += change
        super().save_model(request, obj, form, change)
