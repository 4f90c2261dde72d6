"""Many rows in one statement that says which of them were new."""

from collections.abc import Sequence
from typing import Any

from django.db import connection
from django.db.models import Model


def insert_new(
    model: type[Model], columns: Sequence[str], rows: Sequence[Sequence[Any]], *, returning: Sequence[str]
) -> list[tuple[Any, ...]]:
    """Inserts `rows` (values in the order of `columns`, field names) and answers `returning` of those that were new.

    Rows that meet a unique key of the table are passed over. `bulk_create(ignore_conflicts=True)` does the same without
    telling which were written, at three times the processor time. Fields without a value in `columns` need a database
    default or NULL.
    """
    if not rows:
        return []
    names = ", ".join(_column(model, name) for name in columns)
    arrays = ", ".join(f"%s::{_array(model, name)}" for name in columns)
    back = ", ".join(_column(model, name) for name in returning)
    statement = (
        f"INSERT INTO {model._meta.db_table} ({names}) SELECT * FROM unnest({arrays}) "
        f"ON CONFLICT DO NOTHING RETURNING {back}"
    )
    with connection.cursor() as cursor:
        cursor.execute(statement, [list(values) for values in zip(*rows, strict=True)])
        return cursor.fetchall()


def _column(model: type[Model], name: str) -> str:
    return f'"{model._meta.get_field(name).column}"'


def _array(model: type[Model], name: str) -> str:
    # A cast to varchar(60) would cut a longer text in silence; text lets the column itself refuse it.
    kind = model._meta.get_field(name).db_type(connection) or "text"
    return f"{'text' if kind.startswith('varchar') else kind}[]"
