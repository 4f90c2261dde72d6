from datetime import datetime
from typing import Any

from django.db import transaction

from suggestions import notices
from suggestions.models import Suggestion
from suggestions.models.text_version import text_hash
from suggestions.rules import may_save_draft
from suggestions.states import CosignerState, Kind, Origin
from suggestions.transitions.beats import day_of, note, open_suggestion
from suggestions.transitions.wording import check_earlier, check_wording, keep_text


@transaction.atomic
def save_draft(
    pk: Any, *, by: Any, at: datetime, version: int | None = None, autosave: bool = False, **wording: Any
) -> Suggestion:
    """The lead changes his text. Refused after submission, and when the page is older than the last save (F36).

    Who had confirmed the former text is asked again. Once the paper was submitted every saved text is kept; an
    autosave leaves neither version nor event.
    """
    suggestion = open_suggestion(pk, version)
    may_save_draft(by, suggestion, on=day_of(at)).require()
    check_wording(wording)
    check_earlier(wording, by)
    before = text_hash(suggestion)
    for name, value in wording.items():
        setattr(suggestion, name, value)
    suggestion.origin = Origin.MOTION if suggestion.kind == Kind.MOTION else Origin.SUGGESTION
    suggestion.saved_at = at
    suggestion.bump(*wording, "origin", "saved_at")
    if text_hash(suggestion) != before:
        _ask_again(suggestion, by=by, at=at)
    if not autosave:
        _keep(suggestion, by=by, at=at)
    return suggestion


def _ask_again(suggestion: Suggestion, *, by: Any, at: datetime) -> None:
    for cosigner in suggestion.cosigners.filter(state=CosignerState.CONFIRMED).select_related("mandate__deputy"):
        cosigner.state, cosigner.text_hash = CosignerState.INVITED, ""
        cosigner.times_asked += 1
        cosigner.save(update_fields=["state", "text_hash", "times_asked"])
        cosigner.suggestion = suggestion
        notices.cosign_asked_again(cosigner, by=by, at=at)


def _keep(suggestion: Suggestion, *, by: Any, at: datetime) -> None:
    if suggestion.submitted_at is None:
        return
    kept = keep_text(suggestion, by=by, at=at)
    if kept:
        note("save_draft", suggestion, f"修改文本，留存第{kept.number}版。", by=by, at=at, version=kept.number)
