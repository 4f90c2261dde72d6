"""What the office said against the grouping, as the next grouping follows it."""

from collections import Counter, defaultdict
from collections.abc import Iterable, Mapping

from django.db import connection

from liaison_stations.models import MatterCorrection
from liaison_stations.states.matter import CorrectionKind

Paper = tuple[int | None, int | None]


def one_at_a_time() -> None:
    """Grouping and correcting wait for each other until the transaction ends."""
    with connection.cursor() as cursor:
        cursor.execute("SELECT pg_advisory_xact_lock(hashtext('liaison_stations.group_matters'))")


def stacks() -> dict[Paper, list[MatterCorrection]]:
    """Keys of letter and record → what was said about it and not taken back, the newest last.

    Taking back undoes the newest alone: what was said before it counts again.
    """
    rows = MatterCorrection.objects.select_related("source", "target", "by").order_by("at", "pk")
    said: dict[Paper, list[MatterCorrection]] = defaultdict(list)
    for row in rows:
        stack = said[row.letter_id, row.record_id]
        if row.kind != CorrectionKind.BACK:
            stack.append(row)
        elif stack:
            stack.pop()
    return {paper: stack for paper, stack in said.items() if stack}


def standing() -> dict[Paper, MatterCorrection]:
    """Keys of letter and record → the correction about it that counts."""
    return {paper: stack[-1] for paper, stack in stacks().items()}


def followed(keys: Iterable[int], pins: Mapping[int, MatterCorrection], before: Mapping[int, int]) -> int | None:
    """The group that all of these go to, because two groups were joined: most of those known stand there already.

    One letter moved by hand draws nobody after it.
    """
    joined = {key: pins[key].target_id for key in keys if key in pins}
    where = Counter(found for key in keys if (found := joined.get(key) or before.get(key)))
    best, times = max(where.items(), key=lambda one: one[1], default=(0, 0))
    return best if best in joined.values() and 2 * times > where.total() else None
