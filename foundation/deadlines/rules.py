"""Who may look at clocks and who may move them."""

from typing import Any

from foundation.accounts.roles import Role
from foundation.deadlines import registry
from foundation.deadlines.models import Deadline
from foundation.workflow import Verdict, allow, refuse

KEEPERS = (Role.SECRETARY, Role.SYSTEM_ADMIN)
OFFICE = (Role.CLERK, Role.SECRETARY)


def may_see(user: Any, deadline: Deadline) -> Verdict:
    """Whoever may see the object, and whoever keeps the limits; default closed."""
    if user.is_authenticated and (may_recompute(user) or _subject_visible(user, deadline)):
        return allow()
    return refuse("您不能查看这一期限。", "role")


def may_recompute(user: Any) -> Verdict:
    """The committee secretary keeps the rules, the system administrator keeps the calendar."""
    if user.is_authenticated and user.has_role(*KEEPERS):
        return allow()
    return refuse("只有委员会秘书和系统管理员可以重新计算期限。", "role")


def may_try_limits(user: Any) -> Verdict:
    """The office counts what another limit would have meant."""
    if user.is_authenticated and user.has_role(*OFFICE):
        return allow()
    return refuse("期限试算由代表联络工作机构使用。", "role")


def _subject_visible(user: Any, deadline: Deadline) -> bool:
    if not registry.known(deadline.kind):
        return False
    kind = registry.kind_of(deadline.kind)
    return kind.verdict(user, kind.fetch([deadline]).get(deadline.pk))
