"""The rows of one import, collected in memory and written together."""

from collections import defaultdict
from datetime import datetime
from typing import Any

import pgtrigger
from django.db.models import Model

from foundation.audit.models import Event
from foundation.audit.recording import build
from foundation.deadlines.bulk import ClockBatch
from foundation.search.models import Fingerprint
from suggestions.models import (
    Assignment,
    Commitment,
    Cosigner,
    Rating,
    Reply,
    Round,
    Suggestion,
    TextVersion,
)

# Parents before children.
ORDER = (Suggestion, TextVersion, Cosigner, Assignment, Round, Reply, Rating, Commitment)
# A correction may lead against the stream; what somebody does in the portal may not.
FLOW_GUARDS = ("suggestions.Suggestion:suggestion_state_flow", "suggestions.Assignment:assignment_state_flow")


class Batch:
    """New rows by model, changed rows with their fields, clocks and events."""

    def __init__(self, clocks: ClockBatch) -> None:
        self.clocks = clocks
        self._new: dict[type[Model], list[Any]] = defaultdict(list)
        self._changed: dict[Any, set[str]] = {}
        self._events: list[tuple[Any, dict[str, Any]]] = []

    def add(self, row: Any) -> Any:
        """A new row; what it points at may still be unsaved."""
        self._new[type(row)].append(row)
        return row

    def change(self, row: Any, **values: Any) -> None:
        """Sets fields of a row, new or on record."""
        for name, value in values.items():
            setattr(row, name, value)
        if row.pk:
            self._changed.setdefault(row, set()).update(values)

    def note(self, verb: str, suggestion: Suggestion, summary: str, *, by: Any, at: datetime, **facts: Any) -> None:
        """An event of the suggestion's timeline, dated as it happened."""
        self._events.append((suggestion, {"verb": verb, "summary": summary, "by": by, "at": at, **facts}))

    def save(self) -> None:
        """Writes everything, inside the caller's transaction."""
        for suggestion in self._new[Suggestion]:
            suggestion.refresh_search()
        for model in ORDER:
            model._base_manager.bulk_create(self._new[model])
        Fingerprint.objects.renew(self._new[Suggestion])
        with pgtrigger.ignore(*FLOW_GUARDS):
            for row, fields in self._changed.items():
                _save(row, fields)
        self.clocks.save()
        Event.objects.bulk_create(build(facts.pop("verb"), suggestion, **facts) for suggestion, facts in self._events)


def _save(row: Any, fields: set[str]) -> None:
    if hasattr(row, "bump"):
        row.bump(*fields)
    else:
        row.save(update_fields=fields)
