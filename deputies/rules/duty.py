"""Who opens a performance file, and who confirms what stands in it."""

from datetime import date
from typing import Any

from deputies import people
from deputies.rules.register import KEEPERS, WHOLE_REGISTER, may_see_particulars
from deputies.states import DUTY_FLOW, Approver, DutyState, Level
from foundation.accounts.roles import Role
from foundation.workflow import Verdict, allow, refuse, when

NOT_THE_APPROVER = "自报的履职记录由代表小组召集人或者代表联络工作机构核实，本人不能核实自己的记录。"
NOT_THE_OFFICE = "履职记录由代表联络工作机构登记和更正。"
FILE_IS_CLOSED = "履职档案由代表本人、所在代表团团长、代表小组召集人和人大机关工作人员查阅。"

# Whose work it is to read the files of others.
FILE_READERS = (*WHOLE_REGISTER, Role.DELEGATION_HEAD, Role.GROUP_CONVENER, Role.TOWNSHIP_CLERK)
# What the deputy may contradict: what counts, what was not taken, what was taken out.
OPEN_TO_OBJECTION = (DutyState.CONFIRMED, DutyState.DECLINED, DutyState.STRUCK)


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


def may_report_duty(user: Any, *, on: date) -> Verdict:
    """A serving deputy reports what no other room has entered for him."""
    return when(people.mandates_of(user, on), "自报履职记录由在任代表本人办理。", "role")


def may_enter_duty(user: Any, deputy: Any, *, on: date) -> Verdict:
    """The office enters what nobody reports: honours, penalties, what came on paper."""
    return when(user.has_role(*KEEPERS, on=on), NOT_THE_OFFICE, "role")


def may_decline_duty(user: Any, entry: Any, *, on: date) -> Verdict:
    """Whoever may confirm it."""
    return may_confirm_duty(user, entry, on=on)


def may_take_back_duty(user: Any, entry: Any, *, on: date) -> Verdict:
    """The deputy himself, until somebody has confirmed or declined it."""
    return when(is_own(user, entry), "只有代表本人可以撤回自报的履职记录。", "role") & DUTY_FLOW.verdict(
        "take_back_duty", entry.state
    )


def may_correct_duty(user: Any, entry: Any, *, on: date) -> Verdict:
    """The office; what came out of another room as well, with a reason the deputy reads."""
    return when(user.has_role(*KEEPERS, on=on), NOT_THE_OFFICE, "role") & DUTY_FLOW.verdict("correct_duty", entry.state)


def may_object_duty(user: Any, entry: Any, *, on: date) -> Verdict:
    """The deputy against what stands in his file, or does not, once at a time."""
    return (
        when(is_own(user, entry), "只有代表本人可以对自己的履职记录提出异议。", "role")
        & when(entry.state in OPEN_TO_OBJECTION, "待核实的记录可以撤回后重新填报。")
        & when(not entry.has_open_objection(), "您已提出异议，请等待代表联络工作机构答复。")
    )


def may_answer_objection(user: Any, objection: Any, *, on: date) -> Verdict:
    """The office."""
    return when(user.has_role(*KEEPERS, on=on), NOT_THE_OFFICE, "role") & when(objection.is_open, "这份异议已经答复。")
