"""Who stores a content holds it by its hash; who takes one away has to have it alone."""

from django.db import connection

_KEY = "hashtextextended('files.content ' || %s, 0)"


def hold(sha256: str) -> None:
    """Keeps the content from being taken away until the transaction ends; others may store the same one meanwhile."""
    with connection.cursor() as cursor:
        cursor.execute(f"SELECT pg_advisory_xact_lock_shared({_KEY})", [sha256])


def seize(sha256: str) -> bool:
    """Has the content alone until the transaction ends; False, without waiting, while somebody is storing it."""
    with connection.cursor() as cursor:
        cursor.execute(f"SELECT pg_try_advisory_xact_lock({_KEY})", [sha256])
        return bool(cursor.fetchone()[0])
