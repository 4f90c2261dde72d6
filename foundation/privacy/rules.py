"""Who looks at a purge, who asks for it and who confirms it: never the same person."""

from datetime import date
from typing import Any

from foundation.accounts.roles import Role
from foundation.privacy.states import PurgeState
from foundation.workflow import Verdict, allow, refuse, when

OFFICE = (Role.CLERK, Role.SECRETARY)
READERS = (*OFFICE, Role.AUDIT_ADMIN)


def hand_of(user: Any) -> Any:
    """The person at the keyboard, also while he acts for somebody else."""
    return getattr(user, "acted_by", None) or user


def may_open_purges(user: Any, obj: Any = None, *, on: date | None = None) -> Verdict:
    """The office and the audit administrator."""
    allowed = user.is_authenticated and user.has_role(*READERS)
    return when(allowed, "到期个人信息由代表联络工作机构清除，审计管理员可以查看。", "role")


def may_ask_purge(user: Any, order: Any, *, on: date) -> Verdict:
    return _office(user) & when(order.state == PurgeState.DUE, "已经提请，不用重复提请。", "state")


def may_return_purge(user: Any, order: Any, *, on: date) -> Verdict:
    """Whoever asked may take it back, whoever should confirm may send it back."""
    return _office(user) & _asked(order)


def may_confirm_purge(user: Any, order: Any, *, on: date) -> Verdict:
    """Somebody else than who asked, whichever of the two acts for another."""
    verdict = _office(user) & _asked(order)
    if verdict and order.asked_by_id in (user.pk, hand_of(user).pk):
        return refuse("清除须由两人办理：您已提请，请另一位同事确认。", "role")
    return verdict


def _asked(order: Any) -> Verdict:
    return when(order.state == PurgeState.ASKED, "这次清除还没有提请，或者已经确认。", "state")


def _office(user: Any) -> Verdict:
    if user.is_authenticated and user.has_role(*OFFICE):
        return allow()
    return refuse("到期个人信息由代表联络工作机构清除。", "role")
