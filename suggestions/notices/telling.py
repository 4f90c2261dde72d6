"""How one event of the matrix becomes messages."""

from collections.abc import Iterable
from datetime import datetime
from typing import Any

from django.db.models import Model
from django.utils import timezone

from foundation import notices as post
from suggestions.models import Assignment, AssignmentMeeting, Cosigner, KeySupervision, Suggestion
from suggestions.notices.hearers import Scene, people, with_substitutes
from suggestions.notices.matrix import MATRIX


def tell_of(
    event: str,
    about: Suggestion | AssignmentMeeting,
    title: str,
    *,
    by: Any,
    at: datetime,
    body: str = "",
    assignment: Assignment | None = None,
    cosigner: Cosigner | None = None,
    key: KeySupervision | None = None,
    mark: object = "",
) -> None:
    """Sends one event of the matrix. `mark` tells two messages of one event on one suggestion apart."""
    entry = MATRIX[event]
    scene = Scene(about, timezone.localdate(at), assignment=assignment, cosigner=cosigner, key=key)
    part = mark or getattr(assignment or cosigner, "pk", "")
    post.tell(
        people(entry.hearers, scene, besides=by),
        kind=entry.kind,
        subject=about,
        title=title,
        body=body,
        url=about.get_absolute_url() if entry.leads else "",
        cause=f"{entry.kind}:{about.pk}:{part}:{at:%Y%m%d%H%M%S%f}",
        at=at,
        by=None if entry.nameless else by,
    )


def tell_people(
    event: str,
    people: Iterable[Any],
    about: Model | None,
    title: str,
    *,
    by: Any,
    at: datetime,
    body: str = "",
    url: str = "",
    mark: object = "",
) -> None:
    """Sends one event about a thing that is no suggestion to the people named, and to those who stand in for them.

    The clerks hear when that is nobody (L4).
    """
    entry, on = MATRIX[event], timezone.localdate(at)
    subject = f"{about._meta.label_lower}:{about.pk}" if about else ""
    post.tell(
        with_substitutes({getattr(person, "pk", person) for person in people}, on) - {getattr(by, "pk", by)},
        kind=entry.kind,
        subject=about,
        title=title,
        body=body,
        url=url or about.get_absolute_url(),
        cause=f"{entry.kind}:{subject}:{mark}:{at:%Y%m%d%H%M%S%f}",
        at=at,
        by=by,
    )
