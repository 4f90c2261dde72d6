"""Accounts in the admin."""

from typing import Any

import axes.utils
from django import forms
from django.contrib import admin, messages
from django.contrib.auth.admin import UserAdmin as DjangoUserAdmin
from django.contrib.auth.forms import AdminPasswordChangeForm, BaseUserCreationForm
from django.db.models import QuerySet
from django.http import HttpRequest
from django.utils.safestring import mark_safe

from foundation.accounts import second_factor
from foundation.accounts.admin.contact import PhoneForm
from foundation.accounts.admin.guards import guards_administrators
from foundation.accounts.admin.memberships import GrantsRoles
from foundation.accounts.forms import PASSWORD_RULES
from foundation.accounts.models import Membership, User
from foundation.accounts.phones import is_phone, masked, normalise_phone
from foundation.accounts.pinyin import person_key
from foundation.accounts.roles import THREE_ADMINISTRATORS
from foundation.audit.kept import Kept, note


class UserPhoneForm(PhoneForm):
    """The number is also a name at the door, so nobody else may have it."""

    def clean_new_phone(self) -> str:
        number = super().clean_new_phone()
        taken = User.objects.exclude(pk=self.instance.pk).filter(phone_hash=User.hash_phone(number))
        if number and taken.exists():
            raise forms.ValidationError("该手机号已登记在另一个账号上，请核对。")
        return number


class UserForm(UserPhoneForm):
    """A renamed person gets a new sort key, unless the key was edited by hand."""

    class Meta:
        model = User
        exclude = ["phone", "password", "last_login"]

    def clean(self) -> dict[str, Any]:
        cleaned = super().clean() or self.cleaned_data
        if "name" in self.changed_data and "pinyin_key" not in self.changed_data and "name" in cleaned:
            cleaned["pinyin_key"] = person_key(cleaned["name"])
        return cleaned


class NewUserForm(BaseUserCreationForm, UserPhoneForm):
    class Meta:
        model = User
        fields = ["username", "name", "email"]

    def __init__(self, *args: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self.fields["new_phone"].label, self.fields["new_phone"].help_text = "手机号", "可以用来登录。"
        self.fields["password1"].help_text, self.fields["password2"].help_text = PASSWORD_RULES, ""

    def _post_clean(self) -> None:
        self.instance.must_change_password = True
        super()._post_clean()


class GivenPasswordForm(AdminPasswordChangeForm):
    """A password somebody else knows has to be changed at the next sign-in."""

    def save(self, commit: bool = True) -> User:
        self.user.must_change_password = True
        return super().save(commit)


class MembershipInline(GrantsRoles, admin.TabularInline):
    model = Membership
    extra = 0
    fields = ["role", "organisation", "title", "from_date", "until_date"]
    autocomplete_fields = ["organisation"]
    can_delete = False

    def get_queryset(self, request: HttpRequest) -> QuerySet:
        return super().get_queryset(request).select_related("organisation")

    def has_add_permission(self, request: HttpRequest, obj: Any = None) -> bool:
        # Nobody gives a role to himself.
        return super().has_add_permission(request, obj) and (obj != request.user or request.user.is_superuser)

    def has_change_permission(self, request: HttpRequest, obj: Any = None) -> bool:
        # Ending a role has its own page; here it is only granted.
        return False


@admin.register(User)
class UserAdmin(Kept, DjangoUserAdmin):
    form = UserForm
    add_form = NewUserForm
    # Django's own adds a line of English above the form.
    add_form_template = None
    change_password_form = GivenPasswordForm
    list_display = ["name", "username", "masked_phone", "roles_today", "is_active", "is_staff", "last_login"]
    list_filter = ["is_active", "is_staff", "memberships__role", "memberships__organisation__kind"]
    search_fields = ["name", "pinyin_key", "username"]
    search_help_text = "按姓名、拼音、用户名或完整手机号查找"
    ordering = ["pinyin_key"]
    filter_horizontal = ["groups"]
    readonly_fields = ["masked_phone", "new_password", "last_login", "date_joined"]
    actions = ["close", "reopen", "unlock", "reset_second_factor"]
    fieldsets = [
        (None, {"fields": ["username", "name", "pinyin_key"]}),
        ("联系方式", {"fields": ["masked_phone", "new_phone", "email"]}),
        ("账号", {"fields": ["is_active", "must_change_password", "new_password", "last_login", "date_joined"]}),
        ("管理后台", {"fields": ["is_staff", "groups"]}),
    ]
    add_fieldsets = [
        (None, {"fields": ["username", "name", "new_phone", "email", "password1", "password2"]}),
    ]

    def get_queryset(self, request: HttpRequest) -> QuerySet:
        return super().get_queryset(request).with_memberships()

    def get_inlines(self, request: HttpRequest, obj: User | None) -> list[type[admin.TabularInline]]:
        # Roles are checked against what the person already holds, so the person comes first.
        return [MembershipInline] if obj else []

    def get_readonly_fields(self, request: HttpRequest, obj: User | None = None) -> list[str]:
        closed = [] if guards_administrators(request.user) else ["is_staff", "groups"]
        return [*self.readonly_fields, *closed]

    def has_change_permission(self, request: HttpRequest, obj: User | None = None) -> bool:
        if obj is not None and not guards_administrators(request.user) and _is_guarded(obj):
            return False
        return super().has_change_permission(request, obj)

    def get_search_results(self, request: HttpRequest, queryset: QuerySet, search_term: str) -> tuple[QuerySet, bool]:
        number = normalise_phone(search_term)
        if is_phone(number):
            return queryset.filter(phone_hash=User.hash_phone(number)), False
        return super().get_search_results(request, queryset, search_term)

    def log_change(self, request: HttpRequest, obj: User, message: Any) -> Any:
        # Django's own page for a new password ends here and nowhere else.
        if request.resolver_match.url_name == "auth_user_password_change":
            note(request, obj, "修改", ["password"])
        return super().log_change(request, obj, message)

    @admin.display(description="手机号")
    def masked_phone(self, obj: User) -> str:
        return masked(obj.phone) or "—"

    @admin.display(description="密码")
    def new_password(self, obj: User) -> str:
        return mark_safe('<a href="../password/">重新设置密码</a>，本人下次登录时须自行修改。')

    @admin.display(description="现任角色")
    def roles_today(self, obj: User) -> str:
        return "；".join(obj.role_lines) or "—"

    @admin.action(description="停用所选账号", permissions=["change"])
    def close(self, request: HttpRequest, queryset: QuerySet) -> None:
        self._for_each(request, queryset.exclude(pk=request.user.pk), _close, "已停用")

    @admin.action(description="启用所选账号", permissions=["change"])
    def reopen(self, request: HttpRequest, queryset: QuerySet) -> None:
        self._for_each(request, queryset, _reopen, "已启用")

    @admin.action(description="解除登录锁定", permissions=["change"])
    def unlock(self, request: HttpRequest, queryset: QuerySet) -> None:
        self._for_each(request, queryset, lambda user: axes.utils.reset(username=user.username), "已解除登录锁定")

    @admin.action(description="重置动态口令", permissions=["change"])
    def reset_second_factor(self, request: HttpRequest, queryset: QuerySet) -> None:
        self._for_each(request, queryset, second_factor.remove, "已重置动态口令")

    def _for_each(self, request: HttpRequest, users: QuerySet, act: Any, done: str) -> None:
        allowed = [user for user in users if self.has_change_permission(request, user)]
        for user in allowed:
            act(user)
            note(request, user, "修改", [done])
        refused = len(users) - len(allowed)
        self.message_user(request, f"{len(allowed)} 个账号{done}。")
        if refused:
            text = f"{refused} 个管理员账号只能由安全管理员办理，未作改动。"
            self.message_user(request, text, messages.WARNING)


def _is_guarded(user: User) -> bool:
    return user.is_superuser or user.memberships.filter(role__in=THREE_ADMINISTRATORS).exists()


def _close(user: User) -> None:
    user.is_active = False
    user.save(update_fields=["is_active"])


def _reopen(user: User) -> None:
    user.is_active = True
    user.save(update_fields=["is_active"])
