"""What people may read of street congresses and topical deliberations: opened by the office, taken off again."""

from collections.abc import Callable
from dataclasses import dataclass
from datetime import datetime
from typing import Any, Generic, TypeVar

from django.db import models, transaction

from foundation.privacy.redaction import RULE, is_redaction, plain_lines
from foundation.workflow import Refused, Verdict, lock
from liaison_stations.models import CouncilOpinion, Deliberation, StreetCongress, StreetMeeting
from liaison_stations.notices import council_publishing as notices
from liaison_stations.rules import council_publishing as rules
from liaison_stations.transitions._council import day_of, filled, note

Row = TypeVar("Row", bound=models.Model)
OPINION_WORDS = ("title", "text", "answer", "outcome")
HEADINGS = ("title", "topic")
DELIBERATION_WORDS = ("topic", "conclusion", "result")


@dataclass(frozen=True)
class Opening(Generic[Row]):
    """What differs among the four: the rows, the verb, who may, who hears."""

    model: type[Row]
    verb: str
    rule: Callable[..., Verdict]
    tell: Callable[..., None]


CONGRESS = Opening(StreetCongress, "publish_congress", rules.may_publish_congress, notices.congress_published)
MEETING = Opening(
    StreetMeeting, "publish_street_meeting", rules.may_publish_street_meeting, notices.street_meeting_published
)
OPINION = Opening(
    CouncilOpinion, "publish_council_opinion", rules.may_publish_council_opinion, notices.opinion_published
)
DELIBERATION = Opening(
    Deliberation, "publish_deliberation", rules.may_publish_deliberation, notices.deliberation_published
)


@transaction.atomic
def publish_congress(pk: Any, *, by: Any, at: datetime, version: int | None = None) -> StreetCongress:
    """Street, term and members by group, without telephone, age, sex or party; meetings and opinions one by one.

    The members hear, as they do of each meeting and opinion; whatever is opened once more with fewer words is not told.
    """
    return _publish(CONGRESS, pk, {}, by=by, at=at, version=version)


@transaction.atomic
def publish_street_meeting(pk: Any, *, by: Any, at: datetime, version: int | None = None) -> StreetMeeting:
    """Day, place, agenda and what was decided; never the minutes, nor who stayed away."""
    return _publish(MEETING, pk, {}, by=by, at=at, version=version)


@transaction.atomic
def publish_council_opinion(
    pk: Any,
    *,
    title: str,
    text: str,
    answer: str = "",
    outcome: str,
    by: Any,
    at: datetime,
    version: int | None = None,
) -> CouncilOpinion:
    """The checked copy of the opinion, of the answer and of what came of it. Refused where words were rewritten."""
    words = {"title": title, "text": text, "answer": answer, "outcome": outcome}
    return _publish(OPINION, pk, words, by=by, at=at, version=version)


@transaction.atomic
def publish_deliberation(
    pk: Any, *, topic: str, conclusion: str, result: str, by: Any, at: datetime, version: int | None = None
) -> Deliberation:
    """The checked copy of topic, agreement and result. Refused where words were rewritten."""
    words = {"topic": topic, "conclusion": conclusion, "result": result}
    return _publish(DELIBERATION, pk, words, by=by, at=at, version=version)


@transaction.atomic
def unpublish_congress(pk: Any, *, reason: str, by: Any, at: datetime, version: int | None = None) -> StreetCongress:
    """Off the public pages with its meetings and opinions."""
    return _unpublish(StreetCongress, "unpublish_congress", pk, reason, by, at, version)


@transaction.atomic
def unpublish_street_meeting(
    pk: Any, *, reason: str, by: Any, at: datetime, version: int | None = None
) -> StreetMeeting:
    return _unpublish(StreetMeeting, "unpublish_street_meeting", pk, reason, by, at, version)


@transaction.atomic
def unpublish_council_opinion(
    pk: Any, *, reason: str, by: Any, at: datetime, version: int | None = None
) -> CouncilOpinion:
    return _unpublish(CouncilOpinion, "unpublish_council_opinion", pk, reason, by, at, version)


@transaction.atomic
def unpublish_deliberation(pk: Any, *, reason: str, by: Any, at: datetime, version: int | None = None) -> Deliberation:
    """Off the public pages with its opinions."""
    return _unpublish(Deliberation, "unpublish_deliberation", pk, reason, by, at, version)


def _publish(kind: Opening[Row], pk: Any, words: dict[str, str], *, by: Any, at: datetime, version: int | None) -> Row:
    row: Any = lock(kind.model, pk, version=version)
    kind.rule(by, row, on=day_of(at)).require()
    is_new = not row.is_public
    for name, copy in words.items():
        setattr(row, f"public_{name}", _covered(name, getattr(row, name), copy))
    row.published_at, row.published_by = row.published_at or at, by
    row.bump("published_at", "published_by", *(f"public_{name}" for name in words))
    note(kind.verb, row, "在网上公开。", by=by, at=at)
    if is_new:
        kind.tell(row, by=by, at=at)
    return row


def _unpublish(model: type[Row], verb: str, pk: Any, reason: str, by: Any, at: datetime, version: int | None) -> Row:
    row: Any = lock(model, pk, version=version)
    rules.may_unpublish_council(by, row, on=day_of(at)).require()
    why = filled(reason, "请写明撤下的理由。", "reason")[:200]
    row.published_at = None
    row.bump("published_at")
    note(verb, row, f"撤下公开：{why}", by=by, at=at)
    return row


def _covered(name: str, original: str, copy: str) -> str:
    words = plain_lines(copy)
    if not is_redaction(original, words):
        raise Refused(RULE, "input", field=name)
    if name in HEADINGS and len(words) > 100:
        raise Refused("遮盖以后超过100个字，请用一个*号代替遮盖的字。", "input", field=name)
    return words
