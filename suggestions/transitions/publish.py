from collections.abc import Collection, Mapping
from datetime import datetime
from typing import Any

from django.db import transaction

from foundation.audit.models import Visibility
from foundation.workflow import Refused
from suggestions import notices
from suggestions.models import Suggestion
from suggestions.rules import may_publish, may_renew_copy, may_unpublish
from suggestions.transitions.beats import day_of, note, open_suggestion
from suggestions.transitions.public_copies import make_copy

NO_WORDS: Mapping[str, str] = {}


@transaction.atomic
def publish(
    pk: Any,
    *,
    by: Any,
    at: datetime,
    version: int | None = None,
    secrecy_note: str,
    checked: Collection[str],
    words: Mapping[str, str] = NO_WORDS,
    pictures: Collection[str] = (),
) -> Suggestion:
    """The office opens an answered suggestion to the public: a checked copy of it, with the deputy's consent.

    The copy has the text and the replies their units marked open, with words covered where `words` say so. Deputy and
    units hear of it.
    """
    suggestion = open_suggestion(pk, version)
    may_publish(by, suggestion, on=day_of(at)).require()
    copy = make_copy(suggestion, words, pictures=pictures, checked=checked, secrecy_note=secrecy_note, by=by, at=at)
    suggestion.published_at, suggestion.published_by, suggestion.secrecy_note = at, by, secrecy_note
    suggestion.bump("published_at", "published_by", "secrecy_note", "public_copy", "unchecked_since")
    note("publish", suggestion, "向社会公开。", by=by, at=at, visibility=Visibility.PUBLIC, copy=copy.number)
    notices.published(suggestion, by=by, at=at)
    return suggestion


@transaction.atomic
def renew_copy(
    pk: Any,
    *,
    by: Any,
    at: datetime,
    version: int | None = None,
    secrecy_note: str,
    checked: Collection[str],
    words: Mapping[str, str] = NO_WORDS,
    pictures: Collection[str] = (),
) -> Suggestion:
    """The office checks what has come since the publication, or covers more words: the next version of the copy."""
    suggestion = open_suggestion(pk, version)
    may_renew_copy(by, suggestion, on=day_of(at)).require()
    copy = make_copy(suggestion, words, pictures=pictures, checked=checked, secrecy_note=secrecy_note, by=by, at=at)
    suggestion.secrecy_note = secrecy_note
    suggestion.bump("secrecy_note", "public_copy", "unchecked_since")
    note("renew_copy", suggestion, f"更新公开内容（第{copy.number}版）。", by=by, at=at, copy=copy.number)
    notices.copy_renewed(suggestion, by=by, at=at)
    return suggestion


@transaction.atomic
def unpublish(pk: Any, *, by: Any, at: datetime, version: int | None = None, reason: str) -> Suggestion:
    """The office takes a suggestion off the public pages again, and says why. The copy stays on file."""
    suggestion = open_suggestion(pk, version)
    may_unpublish(by, suggestion, on=day_of(at)).require()
    if not reason.strip():
        raise Refused("请写明撤下原因。", "input")
    suggestion.published_at, suggestion.unchecked_since = None, None
    suggestion.bump("published_at", "unchecked_since")
    note("unpublish", suggestion, f"撤下公开：{reason}", by=by, at=at)
    notices.unpublished(suggestion, reason, by=by, at=at)
    return suggestion
