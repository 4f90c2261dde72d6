"""A deputy's public page: what he says to it, the office's sign-off, and taking it off again."""

from collections.abc import Iterable
from datetime import datetime
from typing import Any

from django.core.exceptions import ValidationError
from django.core.files.uploadedfile import UploadedFile
from django.db import transaction
from django.utils import timezone

from deputies import notices, rules
from deputies.models import Deputy, PublicPage
from deputies.states import Consent, PageState
from deputies.transitions.amend import PHOTO
from foundation.audit import record
from foundation.files.store import files_of, remove_upload, share_as, store_upload
from foundation.privacy.masking import mask_numbers
from foundation.workflow import lock

PAPER = "consent"


def page_of(deputy: Deputy) -> PublicPage:
    """The page of a deputy, made hidden and unasked where there is none: his short address is fixed from then on."""
    return PublicPage.objects.get_or_create(deputy=deputy)[0]


@transaction.atomic
def say_consent(
    pk: Any,
    *,
    by: Any,
    at: datetime,
    agrees: bool,
    note: str = "",
    paper: UploadedFile | None = None,
    version: int | None = None,
) -> PublicPage:
    """The deputy says whether photograph and words may be public; a no takes the published ones away at once.

    The office enters what came on paper, with a note of it. Refused: somebody else; ValidationError for the office
    without a note. The other side hears.
    """
    page = lock(PublicPage, pk, version=version)
    rules.may_say_consent(by, page, on=timezone.localdate(at)).require()
    on_paper = page.deputy.user_id != by.pk
    if on_paper and not note.strip():
        raise ValidationError({"note": "请写明书面意见的来源，如“2026年3月5日书面同意书”。"})
    page.consent = Consent.GIVEN if agrees else Consent.REFUSED
    page.consented_at, page.consent_note = at, note
    if not agrees:
        _forget_copies(page, by=by, at=at)
    page.bump("consent", "consented_at", "consent_note", "profile")
    if paper:
        # Kept with the person: files of the page itself may be public.
        store_upload(paper, owner=page.deputy, kind=PAPER, by=by, at=at)
    summary = f"{page.deputy.name}{'' if agrees else '不'}同意公开照片和个人简介{'（书面）' if on_paper else ''}。"
    record("deputies.say_consent", page, by=by, at=at, summary=summary, visibility="office")
    notices.consent_said(page, by=by, at=at)
    return page


@transaction.atomic
def publish_page(pk: Any, *, by: Any, at: datetime, version: int | None = None) -> PublicPage:
    """The office signs off what stands there now: basics and figures, and with consent photograph and words.

    Refused: not the office, not serving here; ValidationError where the words give a telephone or identity number away.
    """
    page = lock(PublicPage, pk, version=version)
    rules.may_publish_page(by, page, on=timezone.localdate(at)).require()
    words = page.deputy.profile if page.has_consent else ""
    if mask_numbers(words) != words:
        raise ValidationError(f"{page.deputy.name}的个人简介中有电话或者证件号码，请先在登记信息中删去，再审核公开。")
    page.profile, page.state, page.hidden_reason = words, PageState.SHOWN, ""
    page.signed_by, page.signed_at = getattr(by, "acted_by", None) or by, at
    page.bump("profile", "state", "hidden_reason", "signed_by", "signed_at")
    _copy_photo(page, by=by, at=at)
    record("deputies.publish_page", page, by=by, at=at, summary=f"审核公开{page}。", visibility="office")
    notices.page_published(page, by=by, at=at)
    return page


@transaction.atomic
def publish_pages(deputies: Iterable[Deputy], *, by: Any, at: datetime) -> int:
    """Signs off several at once, all or none; how many. Each is checked as if it were alone."""
    return len([publish_page(page_of(deputy), by=by, at=at) for deputy in deputies])


@transaction.atomic
def hide_page(pk: Any, *, by: Any, at: datetime, reason: str, version: int | None = None) -> PublicPage:
    """Takes the page off the public site; the address stays. Refused: not the office, not public."""
    page = lock(PublicPage, pk, version=version)
    rules.may_hide_page(by, page, on=timezone.localdate(at)).require()
    page.state, page.hidden_reason = PageState.HIDDEN, reason
    page.bump("state", "hidden_reason")
    record("deputies.hide_page", page, by=by, at=at, summary=f"撤下{page}：{reason}", visibility="office")
    notices.page_hidden(page, by=by, at=at)
    return page


def _copy_photo(page: PublicPage, *, by: Any, at: datetime) -> None:
    """The photograph as it is in the register now, as a file of the page; only with consent."""
    present = files_of(page.deputy, PHOTO).last() if page.has_consent else None
    shown = list(files_of(page, PHOTO))
    if present and [stored.sha256 for stored in shown] == [present.sha256]:
        return
    for stored in shown:
        remove_upload(stored, by=by, at=at)
    if present:
        share_as(present, page, kind=PHOTO, name=present.name)


def _forget_copies(page: PublicPage, *, by: Any, at: datetime) -> None:
    page.profile = ""
    for stored in files_of(page, PHOTO):
        remove_upload(stored, by=by, at=at)
