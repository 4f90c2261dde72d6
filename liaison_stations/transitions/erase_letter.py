"""A letter is erased: its key, its words, its writer and its photographs; a tombstone says that and why."""

from datetime import datetime
from typing import Any

from django.db import transaction

from foundation.files.store import files_of, remove_upload
from foundation.privacy.erasing import erase
from foundation.workflow import Refused, lock
from liaison_stations.models import Letter, LetterKey
from liaison_stations.states.letter import OPEN, LetterState
from liaison_stations.transitions._letter import filled, note

WORDS = ("sealed_title", "sealed_text", "sealed_place", "same_hash")
WRITER = ("sealed_name", "sealed_phone", "sealed_email", "sealed_address")


@transaction.atomic
def erase_letter(pk: Any, *, reason: str, by: Any, at: datetime) -> Letter:
    """Whoever calls has asked who may. Refused while somebody still works on it; what is erased stays erased.

    Number, state, dates and rating stay, so that no count of a year changes.
    """
    letter = lock(Letter, pk)
    why = filled(reason, "请写明删除的理由。", "reason")
    if letter.erased_at is not None:
        raise Refused("这封信已经删除。", "state")
    if letter.state in (*OPEN, LetterState.IN_SUGGESTION):
        raise Refused("这封信还在办理，办结后才能删除；联系方式可以由来信人随时删除。", "state")
    for stored in files_of(letter):
        remove_upload(stored, by=by, at=at)
    letter.events.update(sealed_text="")
    erase(letter.writer, WRITER, reason=why, by=by, at=at)
    letter.latitude = letter.longitude = None
    letter.shape, letter.spam_reasons = [], []
    letter.bump("latitude", "longitude", "shape", "spam_reasons")
    erase(letter, WORDS, reason=why, by=by, at=at)
    LetterKey.objects.filter(letter=letter).delete()
    note("erase_letter", letter, f"删除来信内容：{why}。", by=by, at=at)
    return letter
