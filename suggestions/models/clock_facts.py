"""The clock of an object, out of what a page has read already or out of the database."""

from typing import Any

from foundation.deadlines.models import Deadline


def running_clock(obj: Any, *kinds: str) -> Deadline | None:
    """The open clock of one of `kinds` that falls due first, or None.

    A page that has read the whole case puts the clocks of `obj` beside it as `clocks`; then this costs no query.
    """
    if "clocks" not in vars(obj):
        rows = Deadline.objects.open().of(obj).filter(kind__in=kinds)
        return rows.select_related("limit").order_by("due_on").first()
    mine = [clock for clock in obj.clocks if clock.is_open and clock.kind in kinds]
    return min(mine, key=lambda clock: clock.due_on, default=None)
