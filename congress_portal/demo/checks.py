"""The printed password of the demonstration opens nothing in production."""

from collections.abc import Sequence
from typing import Any

from django.conf import settings
from django.core.checks import CheckMessage, Error, Tags, register
from django.db import DatabaseError, connections

from congress_portal.demo import district
from congress_portal.demo.signins import SIGN_INS
from deputies.models import Congress
from foundation.accounts.models import User


@register(Tags.database)
def no_demonstration_accounts(databases: Sequence[str] | None = None, **kwargs: Any) -> list[CheckMessage]:
    """portal.E007: accounts of the demonstration are open where production settings are in force."""
    if not getattr(settings, "REQUIRE_SETTINGS", False) or "default" not in (databases or []) or not _has_tables():
        return []
    found = open_accounts()
    if not found:
        return []
    hint = "请改用没有载入演示数据的数据库；演示数据不能用于正式环境，演示密码是公开的。"
    return [Error(f"数据库中有演示区的帐号：{'、'.join(found[:5])}等{len(found)}个。", hint=hint, id="portal.E007")]


def open_accounts() -> list[str]:
    """User names of the demonstration, where its district was written, that can still sign in."""
    if not district.exists():
        return []
    names = [one.username for one in SIGN_INS]
    rows = User.objects.filter(username__in=names, is_active=True)
    return sorted(rows.values_list("username", flat=True))


def _has_tables() -> bool:
    try:
        return {User._meta.db_table, Congress._meta.db_table} <= set(connections["default"].introspection.table_names())
    except DatabaseError:
        return False
