"""Who reports on public feeling, who passes it on, who answers."""

from datetime import date
from typing import Any

from deputies.rules.register import KEEPERS, LEADERS
from deputies.rules.training import serves
from deputies.states import FEELING_FLOW
from foundation.accounts.roles import DUTY_ROLES, Role
from foundation.workflow import Verdict, when

ANSWERING = (*DUTY_ROLES, Role.GOVERNMENT_OFFICE)
NOT_THE_OFFICE = "社情民意由代表联络工作机构接收、转办和反馈。"


def may_report_feeling(user: Any, obj: Any = None, *, on: date) -> Verdict:
    return when(serves(user, on), "社情民意由在任代表反映。", "role")


def may_report_again(user: Any, feeling: Any, *, on: date) -> Verdict:
    """The deputy in person, after it was sent back."""
    own = user.is_authenticated and feeling.deputy.user_id == user.pk
    return when(own, "由反映情况的代表本人补充。", "role") & FEELING_FLOW.verdict("report_again", feeling.state)


def may_return_feeling(user: Any, feeling: Any, *, on: date) -> Verdict:
    return _office("return_feeling", user, feeling, on)


def may_receive_feeling(user: Any, feeling: Any, *, on: date) -> Verdict:
    return _office("receive_feeling", user, feeling, on)


def may_forward_feeling(user: Any, feeling: Any, *, on: date) -> Verdict:
    return _office("forward_feeling", user, feeling, on)


def may_recall_feeling(user: Any, feeling: Any, *, on: date) -> Verdict:
    return _office("recall_feeling", user, feeling, on)


def may_close_feeling(user: Any, feeling: Any, *, on: date) -> Verdict:
    return _office("close_feeling", user, feeling, on)


def may_answer_feeling(user: Any, feeling: Any, *, on: date) -> Verdict:
    """Whoever acts for the body it was passed on to."""
    bodies = user.organisations(*ANSWERING, on=on) if user.is_authenticated else set()
    return when(feeling.body_id in bodies, "由收到转办件的单位答复。", "role") & FEELING_FLOW.verdict(
        "answer_feeling", feeling.state
    )


def may_open_feeling(user: Any, feeling: Any) -> Verdict:
    """Asked of its files: whoever finds it in his list."""
    seen = user.is_authenticated and type(feeling)._default_manager.visible_to(user).filter(pk=feeling.pk).exists()
    return when(seen, "该件由反映的代表、代表联络工作机构和转办单位查阅。", "role")


def may_list_feelings(user: Any) -> Verdict:
    """Deputies, the office, the leaders, and bodies that may have something passed on to them."""
    allowed = user.is_authenticated and user.has_role(Role.DEPUTY, *KEEPERS, *LEADERS, *ANSWERING)
    return when(allowed, "社情民意由代表、代表联络工作机构和有关单位办理。", "role")


def _office(verb: str, user: Any, feeling: Any, on: date) -> Verdict:
    office = user.is_authenticated and user.has_role(*KEEPERS, on=on)
    return when(office, NOT_THE_OFFICE, "role") & FEELING_FLOW.verdict(verb, feeling.state)
