"""A room's kinds of message as one table, and how one of its events becomes messages."""

from collections.abc import Iterable
from dataclasses import dataclass, replace
from datetime import datetime
from typing import Any

from django.db.models import Model
from django.utils import timezone

from foundation.accounts.people import people_with, with_substitutes
from foundation.accounts.roles import Role
from foundation.notices import api
from foundation.notices.registry import register_kind


@dataclass(frozen=True)
class Event:
    """One kind of message: its name, and whether it may be switched off. The table gives it heading and kind."""

    key: str
    name: str
    statutory: bool = True
    heading: str = ""
    kind: str = ""


class Matrix(dict[str, Event]):
    """The events of `room` by key; a text among the rows is the inbox's heading of those after it."""

    def __init__(self, room: str, *rows: str | Event) -> None:
        super().__init__()
        heading = ""
        for row in rows:
            if isinstance(row, str):
                heading = row
            else:
                self[row.key] = replace(row, heading=heading, kind=f"{room}.{row.key}")

    def register(self, order: int) -> None:
        """Makes every event known to the inbox, in order from `order` on."""
        for place, event in enumerate(self.values(), order):
            register_kind(event.kind, name=event.name, statutory=event.statutory, order=place, heading=event.heading)

    def tell(
        self,
        event: str,
        people: Iterable[Any],
        about: Model,
        title: str,
        *,
        by: Any,
        at: datetime,
        body: str = "",
        url: str = "",
        mark: object = "",
        cause: str = "",
    ) -> None:
        """Sends one event to the people named (accounts or their keys; None is passed over) and to their substitutes.

        The clerks hear when that is nobody (L4); whoever acted does not hear of himself. `mark` tells two messages of
        one event about one thing apart. Messages of one `cause` reach a person once, whenever and about whatever.
        """
        kind, on = self[event].kind, timezone.localdate(at)
        found = {getattr(person, "pk", person) for person in people} - {None}
        found = found or set(people_with(Role.CLERK, on=on).values_list("pk", flat=True))
        api.tell(
            with_substitutes(found, on) - {getattr(by, "pk", None)},
            kind=kind,
            subject=about,
            title=title,
            body=body,
            url=url or about.get_absolute_url(),
            cause=f"{kind}:{cause or f'{about._meta.label_lower}:{about.pk}:{mark}:{at:%Y%m%d%H%M%S%f}'}",
            at=at,
            by=by,
        )
