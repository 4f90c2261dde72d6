"""Who of the standing committee contacts which deputies: arranged, handed over, ended."""

from collections.abc import Iterable
from datetime import date, datetime, timedelta
from typing import Any

from django.db import transaction
from django.utils import timezone

from deputies.models import Deputy, Mandate, MemberContact
from deputies.notices import contact as notices
from deputies.rules.contact import may_assign_contacts, may_change_contact, may_end_contact
from deputies.states.contact import SC_ROLES
from foundation.accounts.models import User
from foundation.accounts.people import people_with
from foundation.audit import record
from foundation.web.chinese import date_text
from foundation.workflow import Refused, lock


@transaction.atomic
def assign_contacts(
    *, by: Any, at: datetime, member: User, deputies: Iterable[Deputy], from_date: date, basis: str
) -> list[MemberContact]:
    """From `from_date` on `member` contacts these deputies. He and they hear.

    Refused: not the office, nobody chosen, no member of the committee on that day, himself, a deputy without a seat on
    that day, or one who has a contact person already.
    """
    may_assign_contacts(by, on=timezone.localdate(at)).require()
    # Locked in one order, so that two clerks never wait for each other.
    wanted = sorted({deputy.pk for deputy in deputies})
    locked = [lock(Deputy, pk) for pk in wanted]
    if not locked:
        raise Refused("请至少选择一名代表。", "input", field="deputies")
    _check_member(member, from_date)
    return [_arrange(member, deputy, from_date, basis, by=by, at=at) for deputy in locked]


@transaction.atomic
def change_contact(
    pk: Any, *, by: Any, at: datetime, version: int | None = None, member: User, from_date: date, reason: str
) -> MemberContact:
    """Another member takes the deputy over on `from_date`; the earlier arrangement ends the day before."""
    deputy = lock(Deputy, MemberContact.objects.get(pk=getattr(pk, "pk", pk)).deputy_id)
    contact = lock(MemberContact, pk, version=version)
    may_change_contact(by, contact, on=timezone.localdate(at)).require()
    if member == contact.member:
        raise Refused("请选择另一位常委会组成人员。", "input", field="member")
    _check_member(member, from_date)
    _end(contact, from_date - timedelta(days=1), reason, by=by, at=at)
    return _arrange(member, deputy, from_date, reason, by=by, at=at)


@transaction.atomic
def end_contact(
    pk: Any, *, by: Any, at: datetime, version: int | None = None, until_date: date, reason: str
) -> MemberContact:
    """Ends the arrangement with `until_date`; member and deputy hear. Refused before a visit that was recorded."""
    contact = lock(MemberContact, pk, version=version)
    may_end_contact(by, contact, on=timezone.localdate(at)).require()
    _end(contact, until_date, reason, by=by, at=at)
    notices.contact_ended(contact, by=by, at=at)
    return contact


def _check_member(member: User, day: date) -> None:
    if not people_with(SC_ROLES, on=day).filter(pk=member.pk).exists():
        raise Refused(
            f"{member.name}在{date_text(day)}不是常委会组成人员，请另选人员或者日期。", "input", field="member"
        )


def _arrange(member: User, deputy: Deputy, from_date: date, basis: str, *, by: Any, at: datetime) -> MemberContact:
    if not basis.strip():
        raise Refused("请写明安排的依据或者理由。", "input", field="basis")
    if deputy.user_id == member.pk:
        raise Refused(f"{member.name}不能联系本人，请去掉。", "input", field="deputies")
    if not Mandate.objects.serving_on(from_date).filter(deputy=deputy).exists():
        raise Refused(f"{deputy.name}在{date_text(from_date)}没有在任的代表职务。", "input", field="deputies")
    later = MemberContact.objects.filter(deputy=deputy).in_days(from_date, date.max).select_related("member").first()
    if later is not None:
        until = f"至{date_text(later.until_date)}" if later.until_date else ""
        words = f"{deputy.name}自{date_text(later.from_date)}{until}已由{later.member.name}联系，"
        raise Refused(f"{words}请先在该项安排中办理“更换联系人”或者“终止”。", "input", field="deputies")
    facts = {"from_date": from_date, "basis": basis.strip(), "recorded_by": by, "recorded_at": at}
    contact = MemberContact.objects.create(member=member, deputy=deputy, **facts)
    summary = f"自{date_text(from_date)}起由{member.name}联系{deputy.name}代表。"
    record("deputies.assign_contact", contact, by=by, at=at, summary=summary)
    notices.contact_assigned(contact, by=by, at=at)
    return contact


def _end(contact: MemberContact, until: date, reason: str, *, by: Any, at: datetime) -> None:
    if not reason.strip():
        raise Refused("请写明理由。", "input", field="reason")
    if until < contact.from_date:
        raise Refused(f"该项安排自{date_text(contact.from_date)}起，新的日期应当在其后。", "input", field="until_date")
    if contact.visits.filter(on__gt=until).exists():
        raise Refused(f"{date_text(until)}以后已有联系记录，请核对日期。", "input", field="until_date")
    contact.until_date, contact.end_reason = until, reason.strip()
    contact.bump("until_date", "end_reason")
    summary = f"联系安排至{date_text(until)}终止：{reason.strip()}"
    record("deputies.end_contact", contact, by=by, at=at, summary=summary)
