"""What the office said against the grouping, as the next grouping follows it."""

from collections import Counter
from collections.abc import Iterable, Mapping

from django.db import connection

from liaison_stations.models import MatterCorrection
from liaison_stations.states.matter import CorrectionKind

Paper = tuple[int | None, int | None]


def one_at_a_time() -> None:
    """Grouping and correcting wait for each other until the transaction ends."""
    with connection.cursor() as cursor:
        cursor.execute("SELECT pg_advisory_xact_lock(hashtext('liaison_stations.group_matters'))")


def standing() -> dict[Paper, MatterCorrection]:
    """Keys of letter and record → the newest correction about it, where it was not taken back."""
    rows = MatterCorrection.objects.select_related("target").order_by("at", "pk")
    newest = {(row.letter_id, row.record_id): row for row in rows}
    return {paper: row for paper, row in newest.items() if row.kind != CorrectionKind.BACK}


def followed(keys: Iterable[int], pins: Mapping[int, MatterCorrection], before: Mapping[int, int]) -> int | None:
    """The group that all of these go to, because two groups were joined: most of those known stand there already.

    One letter moved by hand draws nobody after it.
    """
    joined = {key: pins[key].target_id for key in keys if key in pins}
    where = Counter(found for key in keys if (found := joined.get(key) or before.get(key)))
    best, times = max(where.items(), key=lambda one: one[1], default=(0, 0))
    return best if best in joined.values() and 2 * times > where.total() else None
