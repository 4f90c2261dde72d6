"""A deputy's fixed contacts with voters are his; the office counts them and opens a name only with a kept reason."""

from datetime import date
from typing import Any

from deputies import people
from deputies.rules.register import KEEPERS, LEADERS
from foundation.workdays.clock import today
from foundation.workflow import Verdict, when

OWN_ONLY = "固定联系选民由代表本人登记和查看。"


def may_keep_voters(user: Any, obj: Any = None, *, on: date | None = None) -> Verdict:
    """A deputy with a seat on the day; `obj`, a contact or a visit, must be his own."""
    serves = user.is_authenticated and people.mandates_of(user, on or today())
    own = obj is None or obj.deputy.user_id == getattr(user, "pk", None)
    return when(serves and own, OWN_ONLY, "role")


def may_end_voter(user: Any, contact: Any, *, on: date) -> Verdict:
    return may_keep_voters(user, contact, on=on) & when(contact.until_date is None, "已经停止联系这位选民。")


def may_amend_voter(user: Any, contact: Any, *, on: date) -> Verdict:
    """The deputy in person: a substitute does not read the names of his voters."""
    own_hand = when(getattr(user, "acted_by", None) is None, "选民的个人信息由代表本人更正。", "role")
    return may_end_voter(user, contact, on=on) & own_hand


def may_take_back_voter_visit(user: Any, visit: Any, *, on: date) -> Verdict:
    return may_keep_voters(user, visit, on=on) & when(visit.taken_back_at is None, "这条记录已经撤回。")


def may_reveal_voter(user: Any, contact: Any) -> Verdict:
    """The deputy in person, and the office with a purpose that is written down."""
    own = user.is_authenticated and contact.deputy.user_id == user.pk
    allowed = own or (user.is_authenticated and user.has_role(*KEEPERS))
    return when(allowed and not contact.is_erased, "选民的个人信息仅供联系的代表本人查看。", "role")


def may_count_voters(user: Any, obj: Any = None, *, on: date | None = None) -> Verdict:
    """Numbers only, by deputy."""
    allowed = user.is_authenticated and user.has_role(*KEEPERS, *LEADERS)
    return when(allowed, "代表联系选民情况由代表联络工作机构和常委会领导查阅。", "role")


def may_open_voters_of(user: Any, obj: Any = None, *, on: date | None = None) -> Verdict:
    """The masked list of one deputy."""
    return when(user.is_authenticated and user.has_role(*KEEPERS), OWN_ONLY, "role")
