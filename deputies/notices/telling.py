"""How one event of the matrix becomes messages."""

from collections.abc import Iterable
from datetime import date, datetime
from typing import Any

from django.db.models import Model
from django.utils import timezone

from deputies.notices.matrix import MATRIX
from foundation import notices as post
from foundation.accounts.models import Substitute
from foundation.accounts.people import people_with
from foundation.accounts.roles import Role


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
) -> None:
    """Sends one event to the people named (accounts or their keys; None is passed over) and to their substitutes.

    The clerks hear when that is nobody (L4); whoever acted does not hear of himself. `mark` tells two messages of one
    event about one thing apart.
    """
    entry, on = MATRIX[event], timezone.localdate(at)
    found = {getattr(person, "pk", person) for person in people} - {None}
    post.tell(
        _with_substitutes(found, on) - {getattr(by, "pk", None)},
        kind=entry.kind,
        subject=about,
        title=title,
        body=body,
        url=url or about.get_absolute_url(),
        cause=f"{entry.kind}:{about._meta.label_lower}:{about.pk}:{mark}:{at:%Y%m%d%H%M%S%f}",
        at=at,
        by=by,
    )


def _with_substitutes(found: set[int], on: date) -> set[int]:
    found = found or set(people_with(Role.CLERK, on=on).values_list("pk", flat=True))
    standing = Substitute.objects.active_on(on).filter(principal__in=found, substitute__is_active=True)
    return found | set(standing.values_list("substitute", flat=True))
