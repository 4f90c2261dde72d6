"""What a unit is told when the office presses it."""

from datetime import datetime
from typing import Any

from suggestions.models import Press
from suggestions.notices.telling import tell_of
from suggestions.rules.words import day_word


def pressed(row: Press, *, by: Any, at: datetime) -> None:
    part = row.assignment
    title, body = pressed_words(row)
    tell_of("pressed", part.suggestion, title, by=by, at=at, body=body, assignment=part, mark=f"u{row.pk}")


def pressed_words(row: Press) -> tuple[str, str]:
    """(title, text) of the message; shown to the office before it is sent."""
    paper = row.assignment.suggestion
    body = f"{row.assignment.unit}承办的{paper}，“{row.limit_name}”期限为{day_word(row.due_on)}，现已逾期，请抓紧办理。"
    return f"催办：{paper}", f"{body}{row.note}"
