"""Writing events and reading them back as a timeline."""

from collections.abc import Iterable
from datetime import datetime
from typing import Any

from django.contrib.contenttypes.models import ContentType
from django.db import models
from django.utils import timezone

from foundation.audit.models import Event, Visibility

SYSTEM_NAME = "系统"


def record(
    verb: str,
    obj: models.Model,
    *,
    by: Any,
    at: datetime,
    summary: str = "",
    data: dict[str, Any] | None = None,
    visibility: str = Visibility.PARTIES,
    on_behalf_of: Any = None,
) -> Event:
    """Writes that `by` (None: the system) did `verb` ("suggestions.assign") to `obj` at the moment `at`.

    Call it in the transaction of the change. `summary` is a Chinese sentence; `data` holds what is needed to
    understand it later, never personal data. Raises ValueError for a naive `at` or an unknown visibility.
    """
    event = build(verb, obj, by=by, at=at, summary=summary, data=data, visibility=visibility, on_behalf_of=on_behalf_of)
    event.save(force_insert=True)
    return event


def build(
    verb: str,
    obj: models.Model,
    *,
    by: Any,
    at: datetime,
    summary: str = "",
    data: dict[str, Any] | None = None,
    visibility: str = Visibility.PARTIES,
    on_behalf_of: Any = None,
) -> Event:
    """The event of `record`, not yet saved: for a `bulk_create` of many."""
    if timezone.is_naive(at):
        raise ValueError("an event needs an aware time")
    if getattr(by, "acted_by", None) is not None:
        # A substitute works with his principal's rights: the hand is his, the right the principal's.
        by, on_behalf_of = by.acted_by, by
    return Event(
        verb=verb,
        at=at,
        actor=by,
        actor_name=name_of(by),
        on_behalf_of=on_behalf_of,
        subject_type=ContentType.objects.get_for_model(obj),
        subject_id=str(obj.pk),
        subject_label=str(obj)[:200],
        summary=summary,
        data=data or {},
        visibility=Visibility(visibility),
    )


def name_of(user: Any) -> str:
    """The name as it was at the time, because people marry and leave."""
    if user is None:
        return SYSTEM_NAME
    return (getattr(user, "name", "") or user.get_username())[:100]


def last_hand(obj: models.Model) -> tuple[datetime, Any] | None:
    """When the last event of `obj` happened and the key of whoever did it (None: the system)."""
    return timeline(obj).order_by("-at", "-id").values_list("at", "actor").first()


def timeline(obj: models.Model, *, visibility: Iterable[str] | None = None) -> models.QuerySet[Event]:
    """The events of `obj` in order of happening; `visibility` limits them to these levels."""
    subject = ContentType.objects.get_for_model(obj)
    events = Event.objects.filter(subject_type=subject, subject_id=str(obj.pk))
    events = events.select_related("on_behalf_of").order_by("at", "id")
    return events if visibility is None else events.filter(visibility__in=set(visibility))
