"""Who holds a reception day, who signs up, who answers; who arranges the turns of sitting in."""

from datetime import date
from typing import Any

from deputies import people
from deputies.rules.activities import holds, may_run_activity
from deputies.rules.register import KEEPERS, WHOLE_REGISTER
from deputies.states import ActivityState
from foundation.web.chinese import date_text
from foundation.workdays.clock import today
from foundation.workflow import Verdict, when

FORUM = "forum"
HELD = (ActivityState.HELD, ActivityState.CLOSED)
OFFICE = "由代表联络工作机构办理。"
NOT_THE_RECEIVER = "由接待人答复，或者由代表联络工作机构登记答复。"


def may_open_receptions(user: Any) -> Verdict:
    """Every deputy, and the congress's own people."""
    known = user.is_authenticated and (user.has_role(*WHOLE_REGISTER) or people.mandates_of(user, today()))
    return when(known, "代表接待日由代表和人大机关工作人员查阅。", "role")


def may_hold_reception(user: Any, obj: Any = None, *, on: date) -> Verdict:
    return when(user.is_authenticated and user.has_role(*KEEPERS, on=on), OFFICE, "role")


def may_sign_up(user: Any, day: Any, *, on: date) -> Verdict:
    """A serving deputy, once, until the day and while there are seats."""
    serves = user.is_authenticated and bool(people.mandates_of(user, on))
    taken = [row.deputy for row in day.sign_ups.select_related("deputy")]
    return (
        when(serves, "由在任代表报名。", "role")
        & when(day.activity.state == ActivityState.PLANNED, "名单已经确定，请与代表联络工作机构联系。")
        & when(on <= day.sign_up_until, f"报名已于{date_text(day.sign_up_until)}截止。", "date")
        & when(user.pk not in [deputy.user_id for deputy in taken], "您已报名。")
        & when(len(taken) < day.seats, "名额已满，请报名下一次接待日，或者与代表联络工作机构联系。")
    )


def may_confirm_sign_ups(user: Any, day: Any, *, on: date) -> Verdict:
    return (
        may_hold_reception(user, on=on)
        & when(day.activity.state == ActivityState.PLANNED, "名单已经确定。")
        & when(day.sign_ups.exists(), "还没有代表报名。")
    )


def may_answer_raised(user: Any, matter: Any, *, on: date) -> Verdict:
    """Who received, at a forum who holds it, or the office in writing."""
    activity = matter.activity
    day = getattr(activity, "reception", None)
    receives = user.is_authenticated and (
        user.has_role(*KEEPERS, on=on)
        or (day is None and holds(user, activity.organiser_id, activity.group, on))
        or (day is not None and day.receivers.filter(pk=user.pk).exists())
    )
    return when(receives, NOT_THE_RECEIVER, "role") & when(not matter.answer, "已经答复。")


def may_record_matter(user: Any, activity: Any, *, on: date) -> Verdict:
    """Whoever holds the forum, once it was held."""
    return (
        may_run_activity(user, activity, on=on)
        & when(activity.kind.code == FORUM, "只在座谈会登记代表意见；接待日的意见由代表报名时填写。")
        & when(activity.state in HELD, "座谈会举行、登记出席后再登记代表意见。")
    )


def may_open_turns(user: Any) -> Verdict:
    """Every deputy sees when his turn comes."""
    return may_open_receptions(user)
