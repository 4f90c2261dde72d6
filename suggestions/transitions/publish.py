from datetime import datetime
from typing import Any

from django.db import transaction

from foundation.audit.models import Visibility
from foundation.workflow import Refused
from suggestions import notices
from suggestions.models import Suggestion
from suggestions.rules import may_publish, may_unpublish
from suggestions.transitions.beats import day_of, note, open_suggestion


@transaction.atomic
def publish(pk: Any, *, by: Any, at: datetime, version: int | None = None, secrecy_note: str) -> Suggestion:
    """The office opens an answered suggestion to the public after its secrecy check and with the deputy's consent.

    Replies follow as far as their units marked them open. Deputy and units hear of it.
    """
    suggestion = open_suggestion(pk, version)
    may_publish(by, suggestion, on=day_of(at)).require()
    if not secrecy_note.strip():
        raise Refused("请写明保密审查意见。", "input")
    suggestion.published_at, suggestion.published_by, suggestion.secrecy_note = at, by, secrecy_note
    suggestion.bump("published_at", "published_by", "secrecy_note")
    note("publish", suggestion, "向社会公开。", by=by, at=at, visibility=Visibility.PUBLIC)
    notices.published(suggestion, by=by, at=at)
    return suggestion


@transaction.atomic
def unpublish(pk: Any, *, by: Any, at: datetime, version: int | None = None, reason: str) -> Suggestion:
    """The office takes a suggestion off the public pages again, and says why."""
    suggestion = open_suggestion(pk, version)
    may_unpublish(by, suggestion, on=day_of(at)).require()
    if not reason.strip():
        raise Refused("请写明撤下原因。", "input")
    suggestion.published_at = None
    suggestion.bump("published_at")
    note("unpublish", suggestion, f"撤下公开：{reason}", by=by, at=at)
    notices.unpublished(suggestion, reason, by=by, at=at)
    return suggestion
