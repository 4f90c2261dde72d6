"""The usual kind of clock: it runs on rows of one model and is owed while they stand in a certain state.

A room says which rows owe it and whom it reminds; that it ends with the state, is seen by whoever sees the row and is
fetched in one query is the same everywhere.
"""

from collections.abc import Callable, Mapping, Sequence
from functools import partial
from typing import Any

from foundation.deadlines.lights import Light
from foundation.deadlines.models import Deadline
from foundation.deadlines.registry import Message, Recipients, register_kind
from foundation.web.chinese import date_text

# Lookups of the rows that still owe the clock; a function where they turn on the day.
Owed = Mapping[str, Any] | Callable[[], Mapping[str, Any]]


def words(clock: Deadline, row: Any, light: Light) -> tuple[str, str, str]:
    """Title, body and address of a reminder that needs no words of its own."""
    body = f"{clock.limit.name}，期限{date_text(clock.due_on)}，{light.text}。"
    return f"{clock.limit.name}{light.text}：{row}", body, row.get_absolute_url()


def register_owed(
    key: str, name: str, model: Any, owed: Owed, *, recipients: Recipients, message: Message = words
) -> None:
    """Registers a kind whose rows (`model.objects.with_names()`) owe it as long as `owed` finds them.

    Called once by a room's registration. Seen by whoever `model.objects.visible_to(user)` lets see the row.
    """
    register_kind(
        key,
        name=name,
        subject_model=model,
        recipients=recipients,
        message=message,
        still_due=partial(_still_due, model, owed),
        subjects=partial(_rows, model),
        may_view=lambda user, row: bool(_seen(model, user, [row])),
        visible_among=partial(_seen, model),
    )


def _still_due(model: Any, owed: Owed, clocks: Sequence[Deadline]) -> set[int]:
    rows = model.objects.filter(pk__in={clock.subject_id for clock in clocks}, **(owed() if callable(owed) else owed))
    waiting = set(rows.order_by().values_list("pk", flat=True))
    return {clock.pk for clock in clocks if clock.subject_id in waiting}


def _rows(model: Any, clocks: Sequence[Deadline]) -> Mapping[int, Any]:
    found = model.objects.with_names().in_bulk({clock.subject_id for clock in clocks})
    return {clock.pk: found[clock.subject_id] for clock in clocks if clock.subject_id in found}


def _seen(model: Any, user: Any, rows: Sequence[Any]) -> set[int]:
    if not rows:
        return set()
    found = model.objects.visible_to(user).filter(pk__in={row.pk for row in rows})
    return set(found.order_by().values_list("pk", flat=True))
