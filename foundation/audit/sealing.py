"""Chains recorded events, in one short job: writers never wait for each other."""

from django.db import connection, transaction

from foundation.audit.chain import SEALED_COLUMNS, START, link
from foundation.audit.models import Event, Seal

BATCH = 2000
# Any number will do, as long as nothing else in the portal uses it.
_LOCK = 7_302_014

_FILL = """
UPDATE audit_event AS event SET seq = new.seq, prev_hash = new.prev_hash, hash = new.hash
FROM unnest(%s::bigint[], %s::bigint[], %s::text[], %s::text[]) AS new(id, seq, prev_hash, hash)
WHERE event.id = new.id
"""


def seal_events() -> int:
    """Seals what has been committed; answers how many events. A second sealer at the same time does nothing."""
    total = 0
    while sealed := _seal_batch():
        total += sealed
    return total


@transaction.atomic
def _seal_batch() -> int:
    if not _alone():
        return 0
    rows = list(Event.objects.filter(seq=None).order_by("id").values(*SEALED_COLUMNS)[:BATCH])
    if rows:
        _write(rows)
    return len(rows)


def _write(rows: list[dict]) -> None:
    seq, hash_ = head()
    ids, seqs, before, after = [], [], [], []
    for number, row in enumerate(rows, start=seq + 1):
        ids.append(row["id"])
        seqs.append(number)
        before.append(hash_)
        hash_ = link(hash_, number, row)
        after.append(hash_)
    with connection.cursor() as cursor:
        cursor.execute(_FILL, [ids, seqs, before, after])
    Seal.objects.create(first_seq=seqs[0], last_seq=seqs[-1], head_hash=hash_)


def head() -> tuple[int, str]:
    """(number, hash) of the last sealed event; (0, START) before the first."""
    last = Event.objects.exclude(seq=None).order_by("-seq").first()
    return (last.seq or 0, last.hash or START) if last else (0, START)


def _alone() -> bool:
    with connection.cursor() as cursor:
        cursor.execute("SELECT pg_try_advisory_xact_lock(%s)", [_LOCK])
        return cursor.fetchone()[0]
