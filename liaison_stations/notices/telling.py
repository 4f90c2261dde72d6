"""How one event of the matrix becomes messages."""

from collections.abc import Iterable
from datetime import datetime
from typing import Any

from django.db.models import Model
from django.utils import timezone

from foundation import notices as post
from foundation.accounts.people import people_with, with_substitutes
from foundation.accounts.roles import Role
from liaison_stations.notices.matrix import MATRIX


def tell(
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

    The clerks hear when that is nobody (L4); whoever acted does not hear of himself. `mark` tells two messages of one
    event about one thing apart. Messages of one `cause` reach a person once, whenever and about whichever they are.
    """
    entry, on = MATRIX[event], timezone.localdate(at)
    found = {getattr(person, "pk", person) for person in people} - {None}
    found = found or set(people_with(Role.CLERK, on=on).values_list("pk", flat=True))
    post.tell(
        with_substitutes(found, on) - {getattr(by, "pk", None)},
        kind=entry.kind,
        subject=about,
        title=title,
        body=body,
        url=url or about.get_absolute_url(),
        cause=f"{entry.kind}:{cause or f'{about._meta.label_lower}:{about.pk}:{mark}:{at:%Y%m%d%H%M%S%f}'}",
        at=at,
        by=by,
    )
