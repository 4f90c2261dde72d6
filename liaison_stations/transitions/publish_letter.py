"""A letter and its answer become public as a checked copy, and are taken off in one step."""

from collections.abc import Collection
from datetime import datetime
from typing import Any

from django.db import transaction
from django.db.models import Max

from foundation.privacy.redaction import RULE, is_redaction, plain_lines
from foundation.workflow import Refused, lock
from liaison_stations.models import Letter, LetterEvent, PublicLetter
from liaison_stations.notices import office_letters as notices
from liaison_stations.rules import office_letters as rules
from liaison_stations.states.handling import LetterCheck
from liaison_stations.states.letter import EventKind
from liaison_stations.transitions._hands import opened
from liaison_stations.transitions._letter import filled, note

ERASED = "（已删除）"


@transaction.atomic
def publish_letter(
    pk: Any,
    *,
    title: str,
    text: str,
    answer: str,
    checked: Collection[str],
    by: Any,
    at: datetime,
    version: int | None = None,
) -> Letter:
    """The next copy: the originals with words covered. Refused where one was rewritten or a point is unchecked."""
    letter = opened("publish_letter", pk, rules.may_publish_letter, by, at, version)
    if missing := [point.label for point in LetterCheck if point not in checked]:
        raise Refused(f"请逐项核对后勾选：{'、'.join(missing)}。", "input")
    event = answer_of(letter)
    if event is None:
        raise Refused("没有可以公开的答复。", "state")
    originals = {"title": letter.title, "text": letter.text, "answer": event.text}
    wanted = {"title": title, "text": text, "answer": answer}
    words = {name: _covered(name, originals[name], wanted[name]) for name in originals}
    last = letter.public_copies.aggregate(last=Max("version"))["last"] or 0
    facts = {"speaker": event.speaker, "checked": list(LetterCheck.values), "made_by": by, "made_at": at}
    letter.public_copy = PublicLetter.objects.create(letter=letter, version=last + 1, **words, **facts)
    letter.published_at = at
    letter.bump("public_copy", "published_at")
    note("publish_letter", letter, f"公开来信和答复（第{last + 1}版）。", by=by, at=at)
    notices.letter_published(letter, by=by, at=at)
    return letter


@transaction.atomic
def unpublish_letter(pk: Any, *, reason: str, by: Any, at: datetime, version: int | None = None) -> Letter:
    """Off the public pages at once, with the reason; the copy stays on file (L24)."""
    letter = opened("unpublish_letter", pk, rules.may_unpublish_letter, by, at, version)
    take_down(letter, filled(reason, "请写明撤下的理由。", "reason"), by=by, at=at)
    return letter


def take_down(letter: Letter, reason: str, *, by: Any, at: datetime) -> None:
    """Also called when the writer takes his consent back, and when the letter is erased."""
    letter.published_at = None
    letter.bump("published_at")
    note("unpublish_letter", letter, f"撤下公开：{reason}", by=by, at=at)
    notices.letter_unpublished(letter, reason, by=by, at=at)


def forget_copies(letter: Letter, *, by: Any, at: datetime) -> None:
    """The letter is erased: so are the words of its copies."""
    fresh = lock(Letter, letter)
    if fresh.is_public:
        take_down(fresh, "来信已经删除。", by=by, at=at)
    fresh.public_copies.update(title=ERASED, text=ERASED, answer=ERASED)


def withdraw_copy(letter: Letter, *, by: Any, at: datetime) -> None:
    """The writer agrees no longer: off at once, nobody has to act."""
    fresh = lock(Letter, letter)
    if fresh.is_public:
        take_down(fresh, "来信人不再同意公开。", by=by, at=at)


def answer_of(letter: Letter) -> LetterEvent | None:
    """The last answer its writer was given."""
    event = letter.events.filter(kind=EventKind.ANSWERED).last()
    if event is not None:
        event.letter = letter
    return event


def _covered(name: str, original: str, wanted: str) -> str:
    words = plain_lines(wanted)
    if not is_redaction(original, words):
        raise Refused(RULE, "input", field=name)
    return words
