"""Empties the demonstration's database: every table goes and comes back empty."""

from django.conf import settings
from django.core.cache import cache
from django.core.management import CommandError, call_command
from django.db import connection


def start_over() -> None:
    """Drops all tables and migrates anew. CommandError outside the embedded database: somebody's real data."""
    if not settings.EMBEDDED_DATABASE:
        raise CommandError("--fresh 会清空全部数据，只用于内置的演示数据库。使用自己的数据库时，请另建一个空库。")
    with connection.cursor() as cursor:
        # One statement to the server, so that breaking it off leaves everything or nothing.
        cursor.execute("drop schema public cascade; create schema public")
    call_command("migrate", verbosity=0, interactive=False)
    # Figures and filter choices of rows that are gone.
    cache.clear()
