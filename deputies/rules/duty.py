"""Who opens a performance file, and who confirms what stands in it."""

from datetime import date
from typing import Any

from deputies import people
from deputies.rules.register import KEEPERS, may_see_particulars
from deputies.states import DUTY_FLOW, Approver, Level
from foundation.accounts.roles import Role
from foundation.workflow import Verdict, allow, refuse

NOT_THE_APPROVER = "自报的履职记录由代表小组召集人或者代表联络工作机构核实，本人不能核实自己的记录。"
FILE_IS_CLOSED = "履职档案由代表本人、所在代表团团长、代表小组召集人和人大机关工作人员查阅。"


def may_open_file(user: Any, deputy: Any) -> Verdict:
    """The deputy himself, who leads his delegation or group, his township's clerk, and the congress's own people."""
    return allow() if may_see_particulars(user, deputy) else refuse(FILE_IS_CLOSED, "role")


def may_open_duty(user: Any, entry: Any) -> Verdict:
    """One line, and the evidence that hangs on it."""
    return may_open_file(user, entry.deputy)


def may_confirm_duty(user: Any, entry: Any, *, on: date) -> Verdict:
    """The office, or the convener of the deputy's group where the kind says so; nobody his own."""
    allowed = not is_own(user, entry) and _confirms(user, entry, on)
    return (allow() if allowed else refuse(NOT_THE_APPROVER, "role")) & DUTY_FLOW.verdict("confirm_duty", entry.state)


def is_own(user: Any, entry: Any) -> bool:
    """Whether the line is about this person, in his own account or in the hand of a substitute."""
    own = entry.deputy.user_id
    return own is not None and own in {user.pk, getattr(getattr(user, "acted_by", None), "pk", None)}


def _confirms(user: Any, entry: Any, on: date) -> bool:
    if user.has_role(*KEEPERS, on=on):
        return True
    seats = list(entry.deputy.mandates.all())
    if entry.level == Level.TOWNSHIP:
        return _keeps_township(user, seats, on)
    if entry.kind.approver != Approver.GROUP or not user.has_role(Role.GROUP_CONVENER, on=on):
        return False
    return bool(people.groups_of(user, on) & {seat.group_id for seat in seats})


def _keeps_township(user: Any, seats: list[Any], on: date) -> bool:
    offices = user.organisations(Role.TOWNSHIP_CLERK, on=on)
    held = {people.township_office_of(seat) for seat in seats if seat.level == Level.TOWNSHIP}
    return bool(offices & held)
