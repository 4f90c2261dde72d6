from datetime import date, datetime
from typing import Any

from django.core.exceptions import ValidationError
from django.db import transaction
from django.utils import timezone

from deputies import rules
from deputies.models import Deputy, DeputyContact, Mandate, MandateStatusChange
from deputies.transitions._roles import settle_roles
from foundation.audit import record
from foundation.workflow import announce, lock


@transaction.atomic
def enrol(
    deputy: Deputy,
    mandate: Mandate,
    *,
    by: Any,
    at: datetime,
    phone: str = "",
    email: str = "",
    announcement_no: str = "",
    announced_on: date | None = None,
) -> Mandate:
    """Enters a person (unsaved, or known from an earlier term) with a mandate, and the contact where one is given.

    Whoever has an account from an earlier seat is a deputy there again.

    `by` None is the portal itself, which sets up a register. Refused: not a keeper, a sealed term; ValidationError for
    a second mandate at the same level (选举法 48), for a by-election without its day and announcement, and for a
    telephone that is another deputy's.
    """
    on = timezone.localdate(at)
    if by is not None:
        rules.may_enrol(by, mandate.term, on=on).require()
        _check(mandate, announcement_no, announced_on, on=on)
    if deputy.pk is None:
        deputy.full_clean(exclude=["user", "pinyin_key"])
        deputy.save()
    else:
        deputy = lock(Deputy, deputy)
        _refuse_second_seat(deputy, mandate)
    if phone or email:
        save_contact(deputy, phone, email)
    mandate.deputy = deputy
    mandate.announcement_no, mandate.announced_on = announcement_no, announced_on
    mandate.full_clean()
    mandate.save()
    if mandate.by_election and announced_on:
        _note_election(mandate, by=by, at=at)
    settle_roles(deputy, by=by, at=at)
    record("deputies.enrol", mandate, by=by, at=at, summary=f"登记{mandate}。")
    announce("deputies.enrol", mandate, by=by, at=at)
    return mandate


def _check(mandate: Mandate, announcement_no: str, announced_on: date | None, *, on: date) -> None:
    """A by-election is a fact with a day and an announcement; nobody is elected in the days to come."""
    faults = {}
    if mandate.by_election and mandate.elected_on is None:
        faults["elected_on"] = "补选的代表，请填写当选日期。"
    if mandate.elected_on and mandate.elected_on > on:
        faults["elected_on"] = "当选日期不能晚于今天。"
    if mandate.by_election and not announcement_no.strip():
        faults["announcement_no"] = "补选的代表，请填写常委会公告的文号。"
    if mandate.by_election and (announced_on is None or announced_on > on):
        faults["announced_on"] = "请填写公告日期，公告日期不能晚于今天。"
    if faults:
        raise ValidationError(faults)


def _refuse_second_seat(deputy: Deputy, mandate: Mandate) -> None:
    """One person sits in one congress of a level at a time (选举法 48); another level is another matter."""
    held = Mandate.objects.overlapping(deputy, mandate.term, mandate.level).select_related("term__congress").first()
    if held:
        where = f"{held.term.congress}{held.term}"
        raise ValidationError(
            f"{deputy.name}在{where}已有{held.get_level_display()}一级的代表职务，任期重叠，不能再登记"
            f"（选举法第四十八条）；原职务已经终止的，请先在其页面办理终止代表资格。"
        )


def _note_election(mandate: Mandate, *, by: Any, at: datetime) -> None:
    MandateStatusChange.objects.create(
        mandate=mandate,
        from_status=mandate.status,
        to_status=mandate.status,
        effective_on=mandate.elected_on,
        announcement_no=mandate.announcement_no,
        announced_on=mandate.announced_on,
        by=by,
        at=at,
    )


def save_contact(deputy: Deputy, phone: str, email: str) -> None:
    """Replaces what is given; ValidationError for a telephone that is another deputy's."""
    contact = DeputyContact.objects.filter(deputy=deputy).first() or DeputyContact(deputy=deputy)
    contact.phone, contact.email = phone or contact.phone, email or contact.email
    contact.clean()
    contact.validate_constraints()
    contact.save()
