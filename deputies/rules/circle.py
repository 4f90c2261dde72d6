"""Who asks a circle, who answers, who ends it."""

from datetime import date
from typing import Any

from deputies import people
from deputies.rules.register import may_open_register
from deputies.states.circle import MATTER_FLOW
from foundation.workflow import Verdict, when

NOT_A_DEPUTY = "咨询由在任代表提出。"
NOT_A_MEMBER = "由该专业代表小组的代表答复，提出咨询的代表本人不答复。"


def may_open_circles(user: Any) -> Verdict:
    """Whoever reads the register."""
    return may_open_register(user)


def may_ask_circle(user: Any, circle: Any, *, on: date) -> Verdict:
    """A serving deputy; the circle must have somebody else in it."""
    serves = user.is_authenticated and bool(people.mandates_of(user, on))
    return when(serves, NOT_A_DEPUTY, "role") & when(
        _others(user, circle, on), "该小组目前没有其他代表，请选择另一个专业代表小组，或者请联络工作机构补充成员。"
    )


def may_answer_matter(user: Any, matter: Any, *, on: date) -> Verdict:
    """A member of the circle on the day, never who asked."""
    asked_it = matter.deputy.user_id == getattr(user, "pk", None)
    inside = user.is_authenticated and not asked_it and _inside(user, matter.circle, on)
    return when(inside, NOT_A_MEMBER, "role") & MATTER_FLOW.verdict("answer_matter", matter.state)


def may_close_matter(user: Any, matter: Any, *, on: date) -> Verdict:
    own = user.is_authenticated and matter.deputy.user_id == user.pk
    return when(own, "由提出咨询的代表办结。", "role") & MATTER_FLOW.verdict("close_matter", matter.state)


def _inside(user: Any, circle: Any, on: date) -> bool:
    return circle.places.on(on).filter(deputy__user=user).exists()


def _others(user: Any, circle: Any, on: date) -> bool:
    return circle.places.on(on).exclude(deputy__user=user).exists()
