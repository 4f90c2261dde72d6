from datetime import datetime
from typing import Any

from django.db import transaction
from django.utils import timezone

from deputies import rules
from deputies.models import Deputy, DeputyContact, Mandate
from deputies.transitions._roles import settle_roles
from foundation.audit import record
from foundation.workflow import announce, lock


@transaction.atomic
def enrol(deputy: Deputy, mandate: Mandate, *, by: Any, at: datetime, phone: str = "", email: str = "") -> Mandate:
    """Enters a person (unsaved, or known from an earlier term) with a mandate, and the contact where one is given.

    Whoever has an account from an earlier seat is a deputy there again.

    `by` None is the portal itself, which sets up a register. Refused: not a keeper; ValidationError for a second
    mandate at the same level and for a telephone that is another deputy's.
    """
    if by is not None:
        rules.may_keep_register(by, on=timezone.localdate(at)).require()
    if deputy.pk is None:
        deputy.full_clean(exclude=["user", "pinyin_key"])
        deputy.save()
    else:
        deputy = lock(Deputy, deputy)
    if phone or email:
        _save_contact(deputy, phone, email)
    mandate.deputy = deputy
    mandate.full_clean()
    mandate.save()
    settle_roles(deputy, by=by, at=at)
    record("deputies.enrol", mandate, by=by, at=at, summary=f"登记{mandate}。")
    announce("deputies.enrol", mandate, by=by, at=at)
    return mandate


def _save_contact(deputy: Deputy, phone: str, email: str) -> None:
    contact = DeputyContact.objects.filter(deputy=deputy).first() or DeputyContact(deputy=deputy)
    contact.phone, contact.email = phone or contact.phone, email or contact.email
    contact.clean()
    contact.validate_constraints()
    contact.save()
