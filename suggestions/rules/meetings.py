"""Who prepares and carries out an assignment meeting (交办会), and who urges many at once."""

from datetime import date
from typing import Any

from deputies.states import Level
from foundation.accounts.roles import Role
from foundation.workflow import Verdict, when
from suggestions.rules.words import NOT_THE_OFFICE, day_word
from suggestions.states import RowState


def may_call_meeting(user: Any, obj: Any = None, *, on: date) -> Verdict:
    """The liaison office, or a township's own; looking on is for the secretary too."""
    return when(user.is_authenticated and user.has_role(Role.CLERK, Role.TOWNSHIP_CLERK, on=on), NOT_THE_OFFICE, "role")


def may_open_meetings(user: Any, obj: Any = None, *, on: date) -> Verdict:
    """Whoever keeps papers of the district or of a township; which meetings he finds, `visible_to` says."""
    roles = (Role.CLERK, Role.SECRETARY, Role.TOWNSHIP_CLERK)
    return when(user.is_authenticated and user.has_role(*roles, on=on), NOT_THE_OFFICE, "role")


def may_keep_meeting(user: Any, meeting: Any, *, on: date) -> Verdict:
    """Confirming lines and taking them off again, until they are carried out."""
    if meeting.level == Level.TOWNSHIP:
        mine = meeting.township_id in user.organisations(Role.TOWNSHIP_CLERK, on=on)
    else:
        mine = user.has_role(Role.CLERK, on=on)
    return when(mine, NOT_THE_OFFICE, "role")


def may_change_meeting(user: Any, meeting: Any, *, on: date) -> Verdict:
    """The day counts for every paper of the meeting: it stands once the first was assigned."""
    begun = meeting.rows.filter(state__in=(RowState.WAITING, RowState.DONE)).exists()
    return may_keep_meeting(user, meeting, on=on) & when(not begun, "本次交办已经开始，不能再修改。")


def may_start_assigning(user: Any, meeting: Any, *, on: date) -> Verdict:
    """On the day of the meeting or later, while a confirmed line waits."""
    verdict = may_keep_meeting(user, meeting, on=on)
    if not verdict:
        return verdict
    waiting = meeting.rows.filter(state__in=(RowState.CONFIRMED, RowState.WAITING)).exists()
    return when(waiting, "没有已确认待交办的建议，请先确认承办单位。") & when(
        meeting.held_on <= on, f"交办日期为{day_word(meeting.held_on)}，到当日方可交办。", "date"
    )


def may_drop_row(user: Any, row: Any, *, on: date) -> Verdict:
    open_states = (RowState.CONFIRMED, RowState.FAILED)
    return may_keep_meeting(user, row.meeting, on=on) & when(row.state in open_states, "这件建议已交办或者正在交办。")
