"""How the copy everybody reads is made from a case. Called by verbs only."""

from collections.abc import Collection, Mapping
from datetime import datetime
from typing import Any

from django.db.models import Max

from foundation.files.names import extension_of
from foundation.files.store import share_as
from foundation.privacy.redaction import RULE, is_redaction, plain_lines
from foundation.workflow import Refused
from suggestions.models import PublicCopy, PublicReply, Reply, Suggestion, open_pictures, open_texts
from suggestions.models.public_copy import REPLY_FIELDS
from suggestions.models.text_version import TEXT_FIELDS
from suggestions.states import CheckPoint


def make_copy(
    suggestion: Suggestion,
    words: Mapping[str, str],
    *,
    pictures: Collection[str],
    checked: Collection[str],
    secrecy_note: str,
    by: Any,
    at: datetime,
) -> PublicCopy:
    """The next version of the public copy, kept and made the standing one; the caller saves the suggestion.

    `words` are the texts by their keys (`open_texts`), each the original with words covered; what is left out is taken
    as proposed. `pictures` are keys of attached pictures that are opened too, under names that say nothing; no other
    attachment ever is, because nobody can cover what it contains. Refused without all checks, without a note, and
    where a text was rewritten.
    """
    if missing := [point.label for point in CheckPoint if point not in checked]:
        raise Refused(f"请逐项核对后勾选：{'、'.join(missing)}。", "input")
    if not secrecy_note.strip():
        raise Refused("请写明保密审查意见。", "input", field="secrecy_note")
    read = _read(suggestion, words)
    last = suggestion.public_copies.aggregate(last=Max("number"))["last"] or 0
    copy = PublicCopy.objects.create(
        suggestion=suggestion,
        number=last + 1,
        **{name: read.get(name, "") for name in TEXT_FIELDS},
        checked=list(CheckPoint.values),
        secrecy_note=secrecy_note,
        made_by=by,
        made_at=at,
    )
    PublicReply.objects.bulk_create(_reply(copy, reply, read) for reply in suggestion.open_replies())
    _open_pictures(suggestion, copy, pictures)
    suggestion.public_copy, suggestion.unchecked_since = copy, None
    return copy


def await_check(reply: Reply, *, at: datetime) -> None:
    """A reply delivered on a published case waits for its check before it is public too."""
    suggestion = reply.assignment.suggestion
    if reply.publish and suggestion.published_at and not suggestion.unchecked_since:
        suggestion.unchecked_since = at
        suggestion.bump("unchecked_since")


def _open_pictures(suggestion: Suggestion, copy: PublicCopy, wanted: Collection[str]) -> None:
    """Pictures lost place, time and camera when they were uploaded (`foundation.files.images`)."""
    found = [picture for picture in open_pictures(suggestion) if str(picture.pk) in {str(key) for key in wanted}]
    if len(found) != len(wanted):
        raise Refused("所选图片已有变化，请刷新后重新选择。", "input", field="pictures")
    for place, picture in enumerate(found, 1):
        share_as(picture, copy, kind="public", name=f"附件{place}.{extension_of(picture.name)}")


def _read(suggestion: Suggestion, words: Mapping[str, str]) -> dict[str, str]:
    """What everybody will read, by key."""
    read = {}
    for text in open_texts(suggestion):
        read[text.key] = plain_lines(words.get(text.key, text.proposed))
        if not is_redaction(text.original, read[text.key]):
            raise Refused(f"“{text.section}：{text.label}”{RULE}", "input", field=text.key)
    return read


def _reply(copy: PublicCopy, reply: Reply, read: Mapping[str, str]) -> PublicReply:
    def of(name: str) -> str:
        return read.get(f"reply-{reply.pk}-{name}", "")

    places = range(1, len(reply.points) + 1)
    points = [{"point": of(f"point-{place}"), "answer": of(f"answer-{place}")} for place in places]
    return PublicReply(copy=copy, reply=reply, points=points, **{name: of(name) for name in REPLY_FIELDS})
