"""A person who signs in."""

from collections.abc import Iterable
from datetime import date
from typing import Any

import pghistory
from django.contrib.auth.base_user import AbstractBaseUser
from django.contrib.auth.models import PermissionsMixin
from django.core.exceptions import ValidationError
from django.core.validators import RegexValidator
from django.db import models
from django.utils import timezone
from django.utils.functional import cached_property

from foundation.accounts.managers import UserManager
from foundation.accounts.phones import is_phone, normalise_phone
from foundation.accounts.pinyin import person_key
from foundation.accounts.roles import Role
from foundation.vault.fields import EncryptedTextField
from foundation.vault.lookup import lookup_hash
from foundation.workdays.clock import today

PHONE_PURPOSE = "accounts.phone"


@pghistory.track(exclude=["password", "last_login", "phone", "phone_hash"])
class User(AbstractBaseUser, PermissionsMixin):
    """Signs in by user name or telephone number. Never deleted: `is_active` off closes the account."""

    username = models.CharField(
        "用户名",
        max_length=64,
        unique=True,
        validators=[RegexValidator(r"^[\w.@-]+$", "用户名只能用汉字、字母、数字和 . _ - @，请去掉空格和其他符号。")],
        error_messages={"unique": "该用户名已被使用，请换一个。"},
    )
    name = models.CharField("姓名", max_length=50)
    phone = EncryptedTextField("手机号", blank=True, default="")
    phone_hash = models.CharField(
        max_length=64,
        unique=True,
        null=True,
        blank=True,
        editable=False,
        error_messages={"unique": "该手机号已登记在另一个账号上，请核对。"},
    )
    email = models.EmailField("电子邮箱", blank=True)
    pinyin_key = models.CharField("拼音排序", max_length=200, blank=True, db_index=True, help_text="留空时按姓名生成。")
    is_active = models.BooleanField("启用", default=True, help_text="停用后不能登录；账号不删除，以保留办理痕迹。")
    is_staff = models.BooleanField("可进入管理后台", default=False)
    must_change_password = models.BooleanField("下次登录须改密码", default=False)
    date_joined = models.DateTimeField("开通时间", default=timezone.now)

    USERNAME_FIELD = "username"
    REQUIRED_FIELDS = ["name"]

    objects = UserManager()

    # Set by the acting-for middleware on the principal's object: the person really at the keyboard.
    acted_by: "User | None" = None

    class Meta:
        verbose_name = "用户"
        verbose_name_plural = "用户"
        ordering = ["pinyin_key", "id"]

    def __str__(self) -> str:
        return self.name or self.username

    def get_full_name(self) -> str:
        return self.name

    def get_short_name(self) -> str:
        return self.name

    @staticmethod
    def hash_phone(typed: str) -> str:
        """The look-up hash of a telephone number as typed."""
        return lookup_hash(normalise_phone(typed), PHONE_PURPOSE)

    def clean(self) -> None:
        super().clean()
        self.phone = normalise_phone(self.phone)
        if self.phone and not is_phone(self.phone):
            raise ValidationError({"phone": "手机号应为 11 位数字（固定电话请带区号），请核对。"})
        self._derive()

    def save(self, **kwargs: Any) -> None:
        self._derive()
        fields = kwargs.get("update_fields")
        if fields is not None and "phone" in fields:
            kwargs["update_fields"] = {*fields, "phone_hash"}
        super().save(**kwargs)

    def _derive(self) -> None:
        self.phone = normalise_phone(self.phone)
        self.phone_hash = self.hash_phone(self.phone) if self.phone else None
        self.pinyin_key = self.pinyin_key or person_key(self.name)

    @cached_property
    def _all_memberships(self) -> list[Any]:
        return list(self.memberships.select_related("organisation").order_by("from_date", "id"))

    def memberships_on(self, day: date) -> list[Any]:
        """The memberships in force on `day`. One query for the life of this object, whatever is asked of it later.

        A closed account holds nothing.
        """
        held = self._all_memberships if self.is_active else []
        return [membership for membership in held if membership.is_active_on(day)]

    @property
    def roles(self) -> frozenset[str]:
        """The roles held today."""
        return frozenset(membership.role for membership in self.memberships_on(today()))

    def has_role(self, *roles: str, on: date | None = None) -> bool:
        """Whether any of `roles` is held on `on` (today by default)."""
        return any(membership.role in roles for membership in self.memberships_on(on or today()))

    def organisations(self, *roles: str, on: date | None = None) -> set[int]:
        """Ids of the organisations where any of `roles` (all roles by default) is held on `on` (today by default)."""
        held = [membership for membership in self.memberships_on(on or today()) if membership.organisation_id]
        return {membership.organisation_id for membership in held if not roles or membership.role in roles}

    def know_memberships(self, rows: Iterable[Any]) -> None:
        """Takes all memberships of this person, fetched along with him, so that nobody has to ask for them."""
        self.__dict__["_all_memberships"] = sorted(rows, key=lambda row: (row.from_date, row.pk))

    def forget_memberships(self) -> None:
        """Reads the memberships anew next time; for code that has just changed them."""
        self.__dict__.pop("_all_memberships", None)

    @property
    def role_lines(self) -> list[str]:
        """What the person is today, one line a membership: organisation and role."""
        return [membership.line for membership in self.memberships_on(today())]

    @property
    def posts(self) -> list[str]:
        """The same as short as in a greeting; who holds several roles in one post holds it once."""
        return list(dict.fromkeys(membership.post for membership in self.memberships_on(today())))

    @property
    def role_labels(self) -> list[str]:
        """The roles held today in Chinese, in the order of the role table."""
        return [role.label for role in Role if role in self.roles]
