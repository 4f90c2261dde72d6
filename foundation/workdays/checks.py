from collections.abc import Sequence
from typing import Any

from django.core.checks import CheckMessage, Tags, Warning, register
from django.db import connections
from django.db.utils import DatabaseError

from foundation.workdays.clock import today
from foundation.workdays.loading import missing_years


@register(Tags.database)
def official_notice_loaded(databases: Sequence[str] | None = None, **kwargs: Any) -> list[CheckMessage]:
    """workdays.W001: the holiday notice of this year, from November on also of the next, has to be loaded."""
    if "default" not in (databases or []) or not _has_tables():
        return []
    return [
        Warning(
            f"{year}年节假日安排尚未录入，涉及该年的期限均按周一至周五推算并标注“暂定”。",
            hint="请在管理后台“年度节假日安排”中点击“录入年度安排”，粘贴国务院办公厅通知全文。",
            id="workdays.W001",
        )
        for year in missing_years(today())
    ]


def _has_tables() -> bool:
    try:
        return "workdays_calendaryear" in connections["default"].introspection.table_names()
    except DatabaseError:
        return False
