"""Who reads of absences from sessions, and who says what was done about them (代表法 62 (3))."""

from datetime import date
from typing import Any

from deputies.rules.register import KEEPERS, LEADERS
from foundation.workflow import Verdict, when

ABSENCE_READERS = (*KEEPERS, *LEADERS)


def may_read_absences(user: Any) -> Verdict:
    allowed = user.is_authenticated and user.has_role(*ABSENCE_READERS)
    return when(allowed, "缺席代表大会会议的情况由代表联络工作机构掌握。", "role")


def may_handle_absence(user: Any, absence: Any, *, on: date) -> Verdict:
    """The liaison office, once."""
    return (
        when(user.is_authenticated and user.has_role(*KEEPERS, on=on), "由代表联络工作机构处理。", "role")
        & when(absence.withdrawn_at is None, "出席情况已经更正，不再需要处理。")
        & when(absence.handled_at is None, "处理情况已经登记。")
    )
