"""Who may try other rate limits on the forms of yesterday."""

from typing import Any

from foundation.accounts.roles import Role
from foundation.workflow import Verdict, when

OFFICE = (Role.CLERK, Role.SECRETARY)


def may_try_rates(user: Any) -> Verdict:
    """The office counts what other numbers would have meant; the rows themselves the secretary keeps."""
    return when(user.is_authenticated and user.has_role(*OFFICE), "限速试算由代表联络工作机构使用。", "role")
