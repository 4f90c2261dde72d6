"""Corrections in the register: the person's particulars, and what a seat is attached to."""

from datetime import datetime
from typing import Any

from django.core.files.uploadedfile import UploadedFile
from django.db import transaction
from django.utils import timezone

from deputies import rules
from deputies.models import Deputy, Mandate
from deputies.transitions.enrol import save_contact
from foundation.audit import record
from foundation.files.store import files_of, remove_upload, store_upload
from foundation.workflow import lock

PHOTO = "photo"
PICTURES = ("jpg", "jpeg", "png", "webp")


@transaction.atomic
def amend_deputy(
    pk: Any,
    *,
    by: Any,
    at: datetime,
    version: int | None = None,
    phone: str = "",
    email: str = "",
    photo: UploadedFile | None = None,
    **values: Any,
) -> Deputy:
    """Writes the person's fields named in `values`; telephone, e-mail and photograph only where one is given.

    The event names the columns and not what stood there: the row's history keeps that. Nothing changed, nothing is
    written. Refused: not a keeper; ValidationError for a certificate or telephone that is another deputy's.
    """
    deputy = lock(Deputy, pk, version=version)
    rules.may_amend(by, deputy, on=timezone.localdate(at)).require()
    changed = [name for name, value in values.items() if getattr(deputy, name) != value]
    for name in changed:
        setattr(deputy, name, values[name])
    if "name" in changed:
        deputy.pinyin_key = ""
    deputy.full_clean(exclude=["user", "pinyin_key"])
    if phone or email:
        save_contact(deputy, phone, email)
    if photo:
        _replace_photo(deputy, photo, by=by, at=at)
    told = [str(Deputy._meta.get_field(name).verbose_name) for name in changed]
    told += [label for label, given in (("联系电话", phone), ("电子邮箱", email), ("照片", photo)) if given]
    if told:
        deputy.set_pinyin()
        deputy.bump(*changed, "pinyin_key", "pinyin_initials")
        summary = f"更正{deputy.name}的{'、'.join(told)}。"
        record("deputies.amend", deputy, by=by, at=at, summary=summary, visibility="office")
    return deputy


@transaction.atomic
def amend_seat(pk: Any, *, by: Any, at: datetime, version: int | None = None, **values: Any) -> Mandate:
    """Writes delegation, group, constituency and offices of a seat; term, level and person of a seat never change.

    Refused: not a keeper, the term is sealed; ValidationError for a place of another term.
    """
    mandate = lock(Mandate, pk, version=version)
    rules.may_amend_seat(by, mandate, on=timezone.localdate(at)).require()
    changed = [name for name, value in values.items() if getattr(mandate, name) != value]
    for name in changed:
        setattr(mandate, name, values[name])
    mandate.full_clean()
    if changed:
        mandate.bump(*changed)
        told = "、".join(str(Mandate._meta.get_field(name).verbose_name) for name in changed)
        record("deputies.amend_seat", mandate, by=by, at=at, summary=f"更正{mandate}的{told}。", visibility="office")
    return mandate


def _replace_photo(deputy: Deputy, photo: UploadedFile, *, by: Any, at: datetime) -> None:
    """One photograph per person; a published page keeps the copy it was signed off with."""
    earlier = list(files_of(deputy, PHOTO))
    store_upload(photo, owner=deputy, kind=PHOTO, by=by, at=at, accept=PICTURES)
    for stored in earlier:
        remove_upload(stored, by=by, at=at)
