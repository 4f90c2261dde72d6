"""What publishing has in common: copies in which words are only covered, and taking off with a reason."""

from datetime import datetime
from typing import Any, TypeVar

from foundation.privacy.redaction import RULE, is_redaction, plain_lines
from foundation.workflow import Refused
from supervision.models.published import Published
from supervision.transitions._beats import filled, note

Row = TypeVar("Row", bound=Published)


def take_off(row: Row, verb: str, reason: str, by: Any, at: datetime) -> Row:
    """Off the public pages; the reason stays on the timeline."""
    why = filled(reason, "请写明撤下的理由。", "reason")[:200]
    row.published_at = None
    row.bump("published_at")
    note(verb, row, f"撤下公开：{why}", by=by, at=at)
    return row


def covered(field: str, original: str, copy: str) -> str:
    """The copy. Refused where words were rewritten instead of covered."""
    if not is_redaction(original, copy):
        raise Refused(RULE, "input", field=field)
    return plain_lines(copy)
