"""What is told of keeping in touch."""

from datetime import datetime
from typing import Any

from django.utils import timezone

from deputies.models import ContactVisit, MemberContact
from deputies.notices.matrix import tell
from foundation.accounts.people import people_with
from foundation.accounts.roles import Role
from foundation.web.chinese import date_text


def contact_assigned(contact: MemberContact, *, by: Any, at: datetime) -> None:
    """The member and the deputy."""
    body = f"自{date_text(contact.from_date)}起。{contact.basis}"
    _both("contact_assigned", contact, f"联系代表安排：{contact}", by=by, at=at, body=body)


def contact_ended(contact: MemberContact, *, by: Any, at: datetime) -> None:
    body = f"至{date_text(contact.until_date)}。{contact.end_reason}"
    _both("contact_ended", contact, f"联系代表安排终止：{contact}", by=by, at=at, body=body)


def contact_visited(visit: ContactVisit, *, by: Any, at: datetime) -> None:
    """Deputy and contact person; the clerks where something was raised."""
    contact = visit.contact
    people = {contact.deputy.user_id, contact.member_id}
    if visit.raised:
        people |= set(people_with(Role.CLERK, on=timezone.localdate(at)).values_list("pk", flat=True))
    title = f"联系记录：{visit}"
    body = visit.raised or visit.words
    tell("contact_visited", people, contact, title, by=by, at=at, body=body, mark=visit.pk)


def contact_outcome(visit: ContactVisit, *, by: Any, at: datetime) -> None:
    """Who raised it, and his contact person."""
    contact, title = visit.contact, f"反映问题的处理情况：{visit}"
    people = {contact.deputy.user_id, contact.member_id}
    tell("contact_outcome", people, contact, title, by=by, at=at, body=visit.outcome, mark=visit.pk)


def _both(event: str, contact: MemberContact, title: str, **how: Any) -> None:
    tell(event, {contact.member_id, contact.deputy.user_id}, contact, title, **how)
