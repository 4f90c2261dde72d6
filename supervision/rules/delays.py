"""Who asks for more time, until when, and who decides."""

from datetime import date
from typing import Any

from foundation.workflow import Verdict, when
from supervision.rules.house import LEADERS, acts_for
from supervision.states.delay import DELAY_FLOW

TOO_LATE = "期限届满前才能申请延期；期限已过的，请尽快办理并在报告中说明逾期原因。"


def may_ask_delay(user: Any, subject: Any, *, on: date) -> Verdict:
    """The unit, before its last day has passed, and no more often than the local rule allows."""
    verdict = acts_for(user, subject.unit_id, on) & when(subject.can_wait(), "现在不在办理期间，不需要申请延期。")
    if not verdict:
        return verdict
    running = when(on <= subject.due_on, TOO_LATE, "date")
    waiting = when(not subject.delays.waiting().exists(), "已有一件延期申请等待决定。")
    return running & waiting & when(subject.delays_left(on) > 0, "延期次数已经用完，不能再次延期。")


def may_decide_delay(user: Any, delay: Any, verb: str, *, on: date) -> Verdict:
    """The leader in charge of the unit; any of the leaders where none is in charge."""
    return in_charge(user, delay.subject.unit, on) & DELAY_FLOW.verdict(verb, delay.state)


def may_grant_delay(user: Any, delay: Any, *, on: date) -> Verdict:
    return may_decide_delay(user, delay, "grant_delay", on=on)


def may_refuse_delay(user: Any, delay: Any, *, on: date) -> Verdict:
    return may_decide_delay(user, delay, "refuse_delay", on=on)


def in_charge(user: Any, unit: Any, on: date) -> Verdict:
    """Whether this person is the chair or vice-chair who is in charge of the unit."""
    leads = user.is_authenticated and user.has_role(*LEADERS, on=on)
    mine = leads and unit.leader_in_charge_id in (None, user.pk)
    return when(mine, "延期由分管该单位的主任、副主任决定。", "role")
