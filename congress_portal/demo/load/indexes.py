"""The indexes of the search are dropped for a large load and built once at its end: kept up by rows they are slow."""

from collections.abc import Iterator
from contextlib import contextmanager

from django.contrib.postgres.indexes import GinIndex
from django.db import connection
from django.db.models import Index, Model

from foundation.search.models import Fingerprint
from suggestions.models import PublicCopy, Suggestion

WORTH_IT = 2000


@contextmanager
def rebuilt_after(rows: int) -> Iterator[None]:
    """Within this block a load of `rows` suggestions is not slowed down by their search indexes."""
    found = list(_search_indexes()) if rows >= WORTH_IT else []
    with connection.schema_editor(atomic=False) as editor:
        for model, index in found:
            editor.remove_index(model, index)
    with connection.cursor() as cursor:
        # A paper and its public copy name each other, whichever is written first.
        cursor.execute("SET CONSTRAINTS ALL DEFERRED")
    yield
    with connection.cursor() as cursor:
        # A table cannot be altered while foreign keys of its new rows wait to be checked.
        cursor.execute("SET CONSTRAINTS ALL IMMEDIATE")
    with connection.schema_editor(atomic=False) as editor:
        for model, index in found:
            editor.add_index(model, index)


def _search_indexes() -> Iterator[tuple[type[Model], Index]]:
    for model in (Suggestion, PublicCopy, Fingerprint):
        yield from ((model, index) for index in model._meta.indexes if isinstance(index, GinIndex))
