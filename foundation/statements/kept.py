"""Statements that are long to compose and the same each time the same person asks on the same day."""

from collections.abc import Callable, Hashable
from dataclasses import dataclass, field
from functools import lru_cache
from typing import Any

from django.core.exceptions import EmptyResultSet
from django.db import connection
from django.db.models import QuerySet

# Some twenty kilobytes each.
MOST_KEPT = 500


@dataclass(frozen=True)
class Statement:
    """`compose` answers a queryset of plain values, and may depend on nothing but what is in `key`: it is asked once.

    What the rows say is never kept, only the words of the question.
    """

    key: Hashable
    compose: Callable[[], QuerySet] = field(compare=False)

    def text(self) -> str:
        """The question; empty where nothing can be found."""
        return _text(self)

    def rows(self) -> list[tuple[Any, ...]]:
        """What the database answers now. One query, or none where nothing can be found."""
        text = self.text()
        if not text:
            return []
        with connection.cursor() as cursor:
            cursor.execute(text)
            return cursor.fetchall()


@lru_cache(maxsize=MOST_KEPT)
def _text(statement: Statement) -> str:
    try:
        return connection.ops.compose_sql(*statement.compose().query.sql_with_params())
    except EmptyResultSet:
        return ""


def forget() -> None:
    """Composes everything anew; for tests, which change the rules a process lives by."""
    _text.cache_clear()
