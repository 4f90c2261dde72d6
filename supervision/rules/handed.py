"""Who hands tasks down, who answers, who accepts."""

from datetime import date
from typing import Any

from foundation.accounts.roles import Role
from foundation.workflow import Verdict, refuse, when
from supervision.rules.house import READERS, may_manage
from supervision.states.handed import HANDED_FLOW, HandedSource, HandedState

NOT_THE_ANSWERER = "由承办单位的工作人员办理。"


def may_list_handed(user: Any, obj: Any = None, *, on: date | None = None) -> Verdict:
    """The door: the house, townships and streets."""
    if not user.is_authenticated:
        return refuse("请先登录。", "role")
    return when(user.has_role(*READERS, Role.TOWNSHIP_CLERK), "交办事项由人大机关和乡镇街道办理。", "role")


def may_hand_down(user: Any, obj: Any = None, *, on: date | None = None) -> Verdict:
    return may_manage(user, obj, on=on)


def _answers(verb: str, user: Any, task: Any, on: date) -> Verdict:
    roles = (Role.TOWNSHIP_CLERK, Role.COMMITTEE, Role.CLERK, Role.SECRETARY)
    own = user.is_authenticated and task.answerer_id in user.organisations(*roles, on=on)
    return when(own, NOT_THE_ANSWERER, "role") & HANDED_FLOW.verdict(verb, task.state)


def may_take_handed(user: Any, task: Any, *, on: date) -> Verdict:
    return _answers("take_handed", user, task, on)


def may_note_handed(user: Any, task: Any, *, on: date) -> Verdict:
    """Progress, while it is under way."""
    return _answers("report_handed", user, task, on)


def may_report_handed(user: Any, task: Any, *, on: date) -> Verdict:
    return _answers("report_handed", user, task, on)


def may_return_handed(user: Any, task: Any, *, on: date) -> Verdict:
    return _judges("return_handed", user, task, on)


def may_send_handed_up(user: Any, task: Any, *, on: date) -> Verdict:
    """Only what came from above goes up."""
    upper = when(task.source == HandedSource.UPPER, "本级交办的事项不用报送上级，请直接办结。")
    return _judges("send_handed_up", user, task, on) & upper


def may_bounce_handed(user: Any, task: Any, *, on: date) -> Verdict:
    return _judges("bounce_handed", user, task, on)


def may_close_handed(user: Any, task: Any, *, on: date) -> Verdict:
    """What came from above is over when the upper congress has accepted it."""
    sent = task.source == HandedSource.DISTRICT or task.state != HandedState.REPORTED
    return _judges("close_handed", user, task, on) & when(sent, "上级交办的事项，请先报送上级。")


def may_cancel_handed(user: Any, task: Any, *, on: date) -> Verdict:
    return _judges("cancel_handed", user, task, on)


def _judges(verb: str, user: Any, task: Any, on: date) -> Verdict:
    return may_manage(user, task, on=on) & HANDED_FLOW.verdict(verb, task.state)


def may_open_handed_paper(user: Any, task: Any) -> Verdict:
    seen = user.is_authenticated and type(task)._default_manager.visible_to(user).filter(pk=task.pk).exists()
    return when(seen, "由人大机关和承办单位查阅。", "role")
