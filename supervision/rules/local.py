"""Who keeps the people, the plan and the meetings of a street committee or township presidium."""

from datetime import date
from typing import Any

from django.utils import timezone

from foundation.accounts.roles import Role
from foundation.workflow import Verdict, allow, refuse, when
from supervision.rules.house import OFFICE, READERS, may_manage
from supervision.states.local import LOCAL_MEETING_FLOW, LOCAL_YEAR_FLOW, LocalYearState

Y = LocalYearState
NOT_THE_KEEPER = "由本乡镇人大、街道工委工作人员办理，代表联络工作机构可以代办。"
OVER = "年度工作已经归档。"


def may_list_local(user: Any, obj: Any = None, *, on: date | None = None) -> Verdict:
    """The door of the pages: the house, townships and streets, deputies."""
    if not user.is_authenticated:
        return refuse("请先登录。", "role")
    if user.has_role(*READERS, Role.TOWNSHIP_CLERK, Role.DEPUTY):
        return allow()
    return refuse("乡镇街道人大工作由人大机关、乡镇街道和担任成员的代表查阅。", "role")


def may_open_bodies(user: Any, obj: Any = None, *, on: date | None = None) -> Verdict:
    """The office enters the houses whose work is followed."""
    return may_manage(user, obj, on=on)


def keeps(user: Any, body: Any, on: date) -> Verdict:
    """The clerk of the house, or the office in his place."""
    if not user.is_authenticated:
        return refuse("请先登录。", "role")
    own = body.organisation_id in user.organisations(Role.TOWNSHIP_CLERK, on=on)
    return when(own or user.has_role(*OFFICE, on=on), NOT_THE_KEEPER, "role")


def may_keep_body(user: Any, body: Any, *, on: date) -> Verdict:
    """Adding members, calling meetings, drafting the year's plan."""
    return keeps(user, body, on)


def may_end_local_member(user: Any, member: Any, *, on: date) -> Verdict:
    return keeps(user, member.body, on) & when(member.until_date is None, "这位成员已经免去。")


def may_hold_local_meeting(user: Any, meeting: Any, *, on: date) -> Verdict:
    """On its day or later."""
    return _meets("hold_local_meeting", user, meeting, on) & when(
        on >= timezone.localdate(meeting.starts_at), "会议还没有召开，请在会后登记。", "date"
    )


def may_cancel_local_meeting(user: Any, meeting: Any, *, on: date) -> Verdict:
    return _meets("cancel_local_meeting", user, meeting, on)


def _meets(verb: str, user: Any, meeting: Any, on: date) -> Verdict:
    return keeps(user, meeting.body, on) & LOCAL_MEETING_FLOW.verdict(verb, meeting.state)


def may_add_item(user: Any, plan: Any, *, on: date) -> Verdict:
    """While it is drafted or carried out; afterwards the year is told."""
    return keeps(user, plan.body, on) & when(plan.state in (Y.DRAFT, Y.FILED), OVER)


def may_finish_item(user: Any, item: Any, *, on: date) -> Verdict:
    return _item(user, item, on) & when(item.plan.state == Y.FILED, "请先报送计划，再登记完成情况。")


def may_drop_item(user: Any, item: Any, *, on: date) -> Verdict:
    return _item(user, item, on) & when(item.plan.state in (Y.DRAFT, Y.FILED), OVER)


def _item(user: Any, item: Any, on: date) -> Verdict:
    return keeps(user, item.plan.body, on) & when(item.is_open, "这个事项已经完成或者不再安排。")


def may_file_plan(user: Any, plan: Any, *, on: date) -> Verdict:
    return keeps(user, plan.body, on) & LOCAL_YEAR_FLOW.verdict("file_local_plan", plan.state)


def may_report_year(user: Any, plan: Any, *, on: date) -> Verdict:
    return keeps(user, plan.body, on) & LOCAL_YEAR_FLOW.verdict("report_local_year", plan.state)


def may_return_report(user: Any, plan: Any, *, on: date) -> Verdict:
    return may_manage(user, plan, on=on) & LOCAL_YEAR_FLOW.verdict("return_local_report", plan.state)


def may_archive_year(user: Any, plan: Any, *, on: date) -> Verdict:
    return may_manage(user, plan, on=on) & LOCAL_YEAR_FLOW.verdict("archive_local_year", plan.state)


def may_open_local_paper(user: Any, row: Any) -> Verdict:
    """Asked of files: whoever finds the meeting or the year."""
    seen = user.is_authenticated and type(row)._default_manager.visible_to(user).filter(pk=row.pk).exists()
    return when(seen, "由人大机关、本乡镇街道和担任成员的代表查阅。", "role")
