"""How an event is bound to the one before it."""

import json
from datetime import UTC, datetime
from typing import Any

from django.core.serializers.json import DjangoJSONEncoder

from foundation.vault.lookup import lookup_hash

START = "0" * 64

# Everything a reader could see of an event; a column added later belongs to events sealed later.
SEALED_COLUMNS = (
    "id",
    "at",
    "recorded_at",
    "actor_id",
    "actor_name",
    "on_behalf_of_id",
    "verb",
    "subject_type_id",
    "subject_id",
    "subject_label",
    "summary",
    "data",
    "visibility",
)


def link(prev_hash: str, seq: int, row: dict[str, Any]) -> str:
    """The hash of an event under its number, after the hash before it: 64 hex digits.

    Keyed, so that somebody who can write to the database alone cannot make a new chain.
    """
    body = {column: _plain(row[column]) for column in SEALED_COLUMNS}
    text = json.dumps([prev_hash, seq, body], ensure_ascii=False, sort_keys=True, cls=DjangoJSONEncoder)
    return lookup_hash(text, "audit.chain")


def _plain(value: Any) -> Any:
    # One moment has one spelling, whatever the time zone of the connection.
    return value.astimezone(UTC).isoformat() if isinstance(value, datetime) else value
