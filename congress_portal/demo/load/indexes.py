"""The index of the search is dropped for a large load and built once at its end: kept up row by row it is slow."""

from collections.abc import Iterator
from contextlib import contextmanager

from django.contrib.postgres.indexes import GinIndex
from django.db import connection

from suggestions.models import Suggestion

WORTH_IT = 2000


@contextmanager
def rebuilt_after(rows: int) -> Iterator[None]:
    """Within this block a load of `rows` suggestions is not slowed down by their search index."""
    found = [index for index in Suggestion._meta.indexes if isinstance(index, GinIndex)] if rows >= WORTH_IT else []
    with connection.schema_editor(atomic=False) as editor:
        for index in found:
            editor.remove_index(Suggestion, index)
    yield
    with connection.cursor() as cursor:
        # A table cannot be altered while foreign keys of its new rows wait to be checked.
        cursor.execute("SET CONSTRAINTS ALL IMMEDIATE")
    with connection.schema_editor(atomic=False) as editor:
        for index in found:
            editor.add_index(Suggestion, index)
