"""A letter on paper or a call, entered for a citizen by somebody of the house."""

from datetime import datetime
from typing import Any

from django.db import transaction

from foundation.files.store import store_upload
from foundation.intake.models import ConsentText
from liaison_stations.models import Letter
from liaison_stations.rules import office_letters as rules
from liaison_stations.transitions._letter import day_of
from liaison_stations.transitions.box import PICTURES, SCAN
from liaison_stations.transitions.post_letter import Writer, post_letter
from liaison_stations.transitions.writer import PURPOSE_CONTACT, PURPOSE_PUBLISH


@transaction.atomic
def enter_letter(
    *, scan: Any = None, writer: Writer, public_wish: bool = False, by: Any, at: datetime, **words: Any
) -> tuple[Letter, str]:
    """The letter and its query code, to be told to the writer; a scan of the paper is kept with it."""
    on = day_of(at)
    rules.may_enter_letter(by, on=on).require()
    wanted = [PURPOSE_PUBLISH] * public_wish + [PURPOSE_CONTACT] * bool(writer.name or writer.phone or writer.address)
    consents = list(ConsentText.objects.on(on, *wanted).values()) if wanted else []
    letter, code = post_letter(**words, writer=writer, public_wish=public_wish, consents=consents, by=by, at=at)
    if scan:
        store_upload(scan, owner=letter, kind=SCAN, by=by, at=at, accept=PICTURES)
    return letter, code
