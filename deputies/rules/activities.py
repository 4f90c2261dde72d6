"""Who holds an activity, who may stay away from it, and who decides on that."""

from datetime import date
from typing import Any

from django.utils import timezone

from deputies import people
from deputies.rules.register import KEEPERS, WHOLE_REGISTER
from deputies.states import ACTIVITY_FLOW, RUNNING, TOLD, UPCOMING, ActivityState
from foundation.accounts.roles import Role
from foundation.web.chinese import date_text
from foundation.workflow import Verdict, when

PLANNERS = (*KEEPERS, Role.COMMITTEE, Role.TOWNSHIP_CLERK, Role.GROUP_CONVENER)
NOT_THE_HOLDER = "该活动由组织单位或者代表小组召集人办理。"
NOT_INVITED = "这次活动由被邀请的代表本人办理。"


def may_plan_activity(user: Any, obj: Any = None, *, on: date) -> Verdict:
    """Whoever holds activities at all: the liaison office, a committee, a township, the convener of a group."""
    allowed = user.is_authenticated and user.has_role(*PLANNERS, on=on)
    return when(allowed, "履职活动由人大机关、乡镇人大、街道工委和代表小组召集人组织。", "role")


def may_hold_for(user: Any, organiser: Any, group: Any, *, on: date) -> Verdict:
    """Whether this person may hold an activity in the name of that office or group."""
    reason = "只能以本单位或者本代表小组的名义组织活动，请重新选择。"
    return when(holds(user, getattr(organiser, "pk", None), group, on), reason, "role")


def holds(user: Any, organiser_id: int | None, group: Any, on: date) -> bool:
    """Whether an activity of that office or group is this person's to hold."""
    if not user.is_authenticated:
        return False
    if user.has_role(*KEEPERS, on=on):
        return True
    if organiser_id and organiser_id in user.organisations(Role.COMMITTEE, Role.TOWNSHIP_CLERK, on=on):
        return True
    return group is not None and _convenes(user, group, on)


def _convenes(user: Any, group: Any, on: date) -> bool:
    if user.has_role(Role.GROUP_CONVENER, on=on) and group.pk in people.groups_of(user, on):
        return True
    offices = user.organisations(Role.TOWNSHIP_CLERK, on=on)
    area = group.delegation.area if offices and group.delegation_id else None
    return bool(area and area.organisation_id in offices)


def may_run_activity(user: Any, activity: Any, *, on: date) -> Verdict:
    """Its organiser, in whatever state it is."""
    return when(holds(user, activity.organiser_id, activity.group, on), NOT_THE_HOLDER, "role")


def may_invite_deputies(user: Any, activity: Any, *, on: date) -> Verdict:
    return may_run_activity(user, activity, on=on) & ACTIVITY_FLOW.verdict("invite_deputies", activity.state)


def may_note_attendance(user: Any, activity: Any, *, on: date) -> Verdict:
    """From the day it is held on."""
    return (
        may_run_activity(user, activity, on=on)
        & ACTIVITY_FLOW.verdict("record_attendance", activity.state)
        & when(on >= activity.day, f"活动于{date_text(activity.day)}举行，届时再登记出席情况。", "date")
    )


def may_record_attendance(user: Any, invitation: Any, *, on: date) -> Verdict:
    return may_note_attendance(user, invitation.activity, on=on)


def may_check_in(user: Any, invitation: Any, *, on: date) -> Verdict:
    """The deputy in person, on the day."""
    activity = invitation.activity
    return (
        when(is_own(user, invitation), NOT_INVITED, "role")
        & ACTIVITY_FLOW.verdict("record_attendance", activity.state)
        & when(not invitation.came, "您已签到，不必重复签到。")
        & when(activity.day <= on <= last_day(activity), f"请在{date_text(activity.day)}活动现场签到。", "date")
    )


def may_correct_attendance(user: Any, invitation: Any, *, on: date) -> Verdict:
    """After the closing, with a reason."""
    closed = invitation.activity.state == ActivityState.CLOSED
    return may_run_activity(user, invitation.activity, on=on) & when(closed, "活动办结前请直接登记出席情况。")


def may_close_activity(user: Any, activity: Any, *, on: date) -> Verdict:
    return (
        may_run_activity(user, activity, on=on)
        & ACTIVITY_FLOW.verdict("close_activity", activity.state)
        & when(on >= last_day(activity), "活动结束后方可办结。", "date")
    )


def may_cancel_activity(user: Any, activity: Any, *, on: date) -> Verdict:
    return may_run_activity(user, activity, on=on) & ACTIVITY_FLOW.verdict("cancel_activity", activity.state)


def may_change_activity(user: Any, activity: Any, *, on: date) -> Verdict:
    """Time, place and content, until it is held."""
    before = when(activity.state in UPCOMING, "活动已举行、办结或者取消，不能再改时间、地点和内容。")
    return may_run_activity(user, activity, on=on) & before


def may_print_sheet(user: Any, activity: Any, *, on: date) -> Verdict:
    """The list to sign and the roll: once somebody is asked."""
    return may_run_activity(user, activity, on=on) & when(activity.state in TOLD, "还没有邀请代表，请先邀请。")


def may_take_notice(user: Any, activity: Any, *, on: date) -> Verdict:
    """The written notice: whoever finds the activity, unless it is called off."""
    return when(activity.state != ActivityState.CANCELLED, "活动已经取消，不再出具书面通知。")


def may_name_asked(user: Any, activity: Any, *, on: date) -> Verdict:
    """Who else is asked: the organiser and the congress's own house."""
    house = user.is_authenticated and user.has_role(*WHOLE_REGISTER, on=on)
    return when(house or holds(user, activity.organiser_id, activity.group, on), NOT_THE_HOLDER, "role")


def may_mark_spot(user: Any, activity: Any, *, on: date) -> Verdict:
    """Where the hall is, for kinds that check the place; until the activity is closed."""
    asked = when(activity.kind.place_metres is not None, "这类活动签到不核对位置，不需要标注会场。", "kind")
    open_still = when(activity.state in (*UPCOMING, *RUNNING), "活动已经办结或者取消，不再标注会场。")
    return may_run_activity(user, activity, on=on) & asked & open_still


def may_call_deputy(user: Any, invitation: Any, *, on: date) -> Verdict:
    """The telephone call beside the written notice (书面并电话通知)."""
    told = when(invitation.activity.state == ActivityState.ANNOUNCED, "活动已经举行或者取消，不必再电话通知。")
    return may_run_activity(user, invitation.activity, on=on) & told


def may_add_record(user: Any, activity: Any, *, on: date) -> Verdict:
    """What was done and said, with photographs; also after the closing (全程纪实)."""
    begun = when(activity.state != ActivityState.CANCELLED and on >= activity.day, "活动举行后再填写活动记录。", "date")
    return may_run_activity(user, activity, on=on) & begun


def may_answer(user: Any, invitation: Any, *, on: date) -> Verdict:
    """The deputy in person, until it is over."""
    activity = invitation.activity
    return (
        when(is_own(user, invitation), NOT_INVITED, "role")
        & when(activity.state == ActivityState.ANNOUNCED, "活动已经举行或者取消，不必再答复。")
        & when(not invitation.leaves.in_force().exists(), "您已申请请假；能够参加的，请先撤回请假。")
        & when(on <= last_day(activity), over(activity), "date")
    )


def may_open_activity(user: Any, activity: Any) -> Verdict:
    """Whoever finds it in his list: asked of its files."""
    if not user.is_authenticated:
        return when(False, "请先登录。", "role")
    on = timezone.localdate()
    if user.has_role(*WHOLE_REGISTER) or holds(user, activity.organiser_id, activity.group, on):
        return when(True, "")
    seen = activity.state in TOLD and type(activity)._default_manager.visible_to(user).filter(pk=activity.pk).exists()
    return when(seen, "该活动仅供组织单位和参加的代表查阅。", "role")


def may_open_record(user: Any, record: Any) -> Verdict:
    """Photographs and files of the record go with the activity."""
    return may_open_activity(user, record.activity)


def is_own(user: Any, invitation: Any) -> bool:
    """Whether the invitation is this person's own."""
    return user.is_authenticated and invitation.deputy.user_id == user.pk


def last_day(activity: Any) -> date:
    return timezone.localdate(activity.ends_at)


def over(activity: Any) -> str:
    if activity.state == ActivityState.CANCELLED:
        return "活动已经取消。"
    return (
        f"活动已于{date_text(last_day(activity))}结束，不能再办理。"
        "确有特殊情况的，请向组织单位书面说明，由组织单位更正出席情况。"
    )
