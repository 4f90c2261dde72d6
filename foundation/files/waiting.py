"""Files somebody has chosen for a form that came back with a mistake: kept under the form's own token for a while.

They pass the same checks as any upload and are drawn anew. Nobody opens them: whoever has the token sees their names,
and sending the form gives them to what was sent.
"""

from collections.abc import Collection, Iterable
from datetime import datetime, timedelta

from django.core.exceptions import ValidationError
from django.core.files.uploadedfile import UploadedFile
from django.db import transaction
from django.db.models import Model

from foundation.files.models import Basket, StoredFile
from foundation.files.store import files_of, remove_upload, share_as, store_upload
from foundation.vault.lookup import lookup_hash

KIND = "waiting"
# As long as the page it was chosen on is taken (foundation.intake.tickets): nothing is lost without a word.
HOURS = 12
AT_ONCE = 200


@transaction.atomic
def put_aside(
    token: str,
    uploads: Iterable[UploadedFile],
    *,
    most: int,
    accept: Collection[str] | None,
    at: datetime,
    newest_alone: bool = False,
) -> None:
    """Keeps what passes the checks, up to `most` together with what is there; the same picture twice is kept once.

    What does not pass is left out: its mistake stands at its field. With `newest_alone`, for a field of one file, what
    was chosen last takes the place of what was there.
    """
    basket, _ = Basket.objects.select_for_update().get_or_create(
        token_hash=_hash(token), defaults={"expires_at": at + timedelta(hours=HOURS)}
    )
    there = {stored.sha256: stored for stored in files_of(basket)}
    for upload in uploads:
        if len(there) >= most and not newest_alone:
            return
        try:
            stored = store_upload(upload, owner=basket, kind=KIND, by=None, at=at, accept=accept)
        except ValidationError:
            continue
        if stored.sha256 in there:
            remove_upload(stored, by=None, at=at)
            continue
        for old in there.values() if newest_alone else ():
            remove_upload(old, by=None, at=at)
        there = {stored.sha256: stored} if newest_alone else {**there, stored.sha256: stored}


def waiting(token: str, at: datetime) -> list[StoredFile]:
    """What is kept under this token; nothing once its time is over."""
    basket = Basket.objects.filter(token_hash=_hash(token), expires_at__gt=at).first()
    return list(files_of(basket)) if basket else []


def hand_over(files: Iterable[StoredFile], owner: Model, *, kind: str) -> None:
    """Gives `owner` the files; the basket goes with `forget`."""
    for stored in files:
        share_as(stored, owner, kind=kind, name=stored.name)


@transaction.atomic
def forget(token: str, *, at: datetime) -> None:
    """The form was sent: nothing waits under its token any longer."""
    for basket in Basket.objects.filter(token_hash=_hash(token)):
        _empty(basket, at)


def forget_old(*, at: datetime) -> int:
    """Takes away what nobody came back for; answers how many baskets."""
    baskets = list(Basket.objects.filter(expires_at__lte=at).order_by("expires_at")[:AT_ONCE])
    for basket in baskets:
        with transaction.atomic():
            _empty(basket, at)
    return len(baskets)


def _empty(basket: Basket, at: datetime) -> None:
    for stored in files_of(basket):
        remove_upload(stored, by=None, at=at)
    basket.delete()


def _hash(token: str) -> str:
    return lookup_hash(token, "files.waiting")
