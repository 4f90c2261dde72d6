"""The five beats every transition is made of: lock, guard, change, record, tell. Parents are locked before children."""

from datetime import datetime
from typing import Any

from django.db.models import Model
from django.utils import timezone

from foundation import audit
from foundation.audit.models import Visibility
from foundation.workflow import Flow, announce, lock
from suggestions.models import Assignment, AssignmentMeeting, Suggestion
from suggestions.rules.words import day_word

day_of, chinese_day = timezone.localdate, day_word


def open_suggestion(pk: Any, version: int | None = None) -> Suggestion:
    """The suggestion, locked; StaleVersion when the page was opened before the last change."""
    return lock(Suggestion, pk, version=version)


def open_assignment(pk: Any, version: int | None = None) -> Assignment:
    """A unit's part with its suggestion, both locked in this order, so that two units never wait for each other."""
    suggestion = open_suggestion(_parent(Assignment, pk, "suggestion_id"))
    assignment = lock(Assignment, pk, version=version)
    assignment.suggestion = suggestion
    return assignment


def open_paper(model: type[Model], pk: Any) -> Any:
    """A paper of a suggestion (co-signature, paper rating) with its suggestion, both locked."""
    suggestion = open_suggestion(_parent(model, pk, "suggestion_id"))
    paper = lock(model, pk)
    paper.suggestion = suggestion
    return paper


def open_unit_paper(model: type[Model], pk: Any) -> Any:
    """A paper of a unit's part (objection, contact, opinion, extension, promise), with both parents locked."""
    assignment = open_assignment(_parent(model, pk, "assignment_id"))
    paper = lock(model, pk)
    paper.assignment = assignment
    if hasattr(paper, "suggestion_id"):
        paper.suggestion = assignment.suggestion
    return paper


def move(obj: Any, flow: Flow, verb: str, *fields: str, to: str | None = None) -> None:
    """Leads `obj` along its flow and saves the state with the named fields."""
    obj.state = flow.target(verb, obj.state, to=to)
    obj.bump("state", *fields)


def note(
    verb: str,
    subject: Suggestion | AssignmentMeeting,
    summary: str,
    *,
    by: Any,
    at: datetime,
    visibility: str = Visibility.PARTIES,
    **data: Any,
) -> None:
    """Writes the event on the timeline of the suggestion, or of the meeting, and lets the rooms above hear it."""
    audit.record(f"suggestions.{verb}", subject, by=by, at=at, summary=summary, data=data, visibility=visibility)
    announce(f"suggestions.{verb}", subject, by=by, at=at, **data)


def _parent(model: type[Model], pk: Any, name: str) -> int:
    """The key of the object a paper hangs on, which never changes."""
    if isinstance(pk, model):
        return getattr(pk, name)
    return model._base_manager.values_list(name, flat=True).get(pk=getattr(pk, "pk", pk))
