"""All papers of one case in one statement that is compiled once: every row as JSON, revived as its model.

A case page shows a dozen kinds of papers; a query for each would cost a dozen round trips, and composing even one
query of a dozen parts anew for each page takes longer than the database does. So does planning it: the server is given
the key as a parameter and keeps the plan with the connection.
"""

import json
from collections.abc import Iterable, Mapping
from functools import cache
from types import SimpleNamespace
from typing import Any

import psycopg
from django.db import connection
from django.db.backends.postgresql.base import CursorMixin
from django.db.backends.utils import CursorWrapper
from django.db.models import CharField, Model, QuerySet, Value
from django.db.models.functions import JSONObject

from foundation.vault.fields import EncryptedTextField

# Stands in the composed statement where the key of the case belongs; no row has it.
CASE = -987654321


class Bundle:
    """Kinds of papers by name: for each a queryset of the rows of the case `CASE`, and further columns by path."""

    def __init__(self, kinds: Mapping[str, tuple[QuerySet, tuple[str, ...]]]) -> None:
        self.kinds = kinds

    def fetch(self, case: int) -> dict[str, list[Any]]:
        """Every paper of the case by name of its kind, in order of key; encrypted columns stay behind."""
        with _keeping_plans() as cursor:
            cursor.execute(_compiled(self), {"case": case})
            found: dict[str, list[Model]] = {name: [] for name in self.kinds}
            for name, row in cursor.fetchall():
                found[name].append(_instance(self.kinds[name][0], json.loads(row)))
        return {name: sorted(papers, key=lambda paper: paper.pk) for name, papers in found.items()}


class PlanKeepingCursor(CursorMixin, psycopg.Cursor):
    """Binds on the server, which keeps the plan; Django's own cursor sends every statement as new text."""

    def execute(self, statement: str, parameters: dict[str, int], **how: Any) -> Any:
        try:
            return super().execute(statement, parameters, **how)
        finally:
            # What the log of queries shows: the driver remembers no text for a plan that was kept.
            self._query = SimpleNamespace(query=(statement % parameters).encode())


def _keeping_plans() -> CursorWrapper:
    connection.ensure_connection()
    return connection._prepare_cursor(PlanKeepingCursor(connection.connection))


@cache
def _compiled(bundle: Bundle) -> str:
    parts = [_part(name, rows, extra) for name, (rows, extra) in bundle.kinds.items()]
    composed = parts[0].union(*parts[1:], all=True).query.sql_with_params()
    # All that is the same for every case becomes text.
    text = connection.ops.compose_sql(*composed)
    return text.replace("%", "%%").replace(str(CASE), "%(case)s::bigint")


def _part(name: str, rows: QuerySet, extra: Iterable[str]) -> QuerySet:
    columns = {field.attname: field.attname for field in _columns(rows)} | {path: path for path in extra}
    kind = Value(name, output_field=CharField())
    return rows.order_by().annotate(_kind=kind).values_list("_kind", JSONObject(**columns))


def _columns(rows: QuerySet) -> list[Any]:
    """The columns that are fetched: neither deferred ones, nor what is encrypted or computed by the database."""
    left, _ = rows.query.deferred_loading
    fields = rows.model._meta.concrete_fields
    return [f for f in fields if not (isinstance(f, EncryptedTextField) or f.generated or f.name in left)]


def _instance(rows: QuerySet, row: dict[str, Any]) -> Model:
    """The row as its model; a column that stayed behind is fetched if somebody asks for it after all."""
    fields = _columns(rows)
    values = [_value(field, row.pop(field.attname)) for field in fields]
    instance = rows.model.from_db(connection.alias, [field.attname for field in fields], values)
    vars(instance).update(row)
    return instance


def _value(field: Any, value: Any) -> Any:
    # A list or a dict is a JSON column that the database has already opened.
    return value if isinstance(value, (list, dict)) else field.to_python(value)
