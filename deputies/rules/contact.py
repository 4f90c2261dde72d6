"""Who arranges which member contacts which deputy, and who writes down that he did."""

from datetime import date
from typing import Any

from deputies import people
from deputies.rules.register import KEEPERS, WHOLE_REGISTER
from foundation.workdays.clock import today
from foundation.workflow import Verdict, when

NOT_THE_OFFICE = "联系代表的安排由代表联络工作机构登记。"
NOT_THE_MEMBER = "联系情况由负责联系的常委会组成人员登记，或者由代表联络工作机构代为登记。"
OVER = "这项联系安排已经终止。"


def may_open_contacts(user: Any, obj: Any = None, *, on: date | None = None) -> Verdict:
    """The congress's own people, and every deputy for his own contact person."""
    allowed = user.is_authenticated and (user.has_role(*WHOLE_REGISTER) or people.mandates_of(user, on or today()))
    return when(allowed, "联系代表的安排由常委会组成人员、代表和人大机关工作人员查阅。", "role")


def may_open_coverage(user: Any, obj: Any = None, *, on: date | None = None) -> Verdict:
    """How far each member has come: the congress's own people."""
    allowed = user.is_authenticated and user.has_role(*WHOLE_REGISTER)
    return when(allowed, "联系代表情况统计由人大机关查阅。", "role")


def may_assign_contacts(user: Any, obj: Any = None, *, on: date) -> Verdict:
    return when(user.is_authenticated and user.has_role(*KEEPERS, on=on), NOT_THE_OFFICE, "role")


def may_end_contact(user: Any, contact: Any, *, on: date) -> Verdict:
    return may_assign_contacts(user, on=on) & when(contact.until_date is None, OVER)


def may_change_contact(user: Any, contact: Any, *, on: date) -> Verdict:
    """Another member takes over."""
    return may_end_contact(user, contact, on=on)


def may_record_visit(user: Any, contact: Any, *, on: date) -> Verdict:
    """The member in person, or the office from his paper; also for days before the arrangement ended."""
    return when(_is_his(user, contact, on), NOT_THE_MEMBER, "role")


def may_note_outcome(user: Any, visit: Any, *, on: date) -> Verdict:
    return (
        when(_is_his(user, visit.contact, on), NOT_THE_MEMBER, "role")
        & when(visit.raised, "这次联系没有登记代表反映的问题。")
        & when(not visit.outcome, "处理情况已经登记并告知代表。")
    )


def _is_his(user: Any, contact: Any, on: date) -> bool:
    return user.is_authenticated and (contact.member_id == user.pk or user.has_role(*KEEPERS, on=on))
