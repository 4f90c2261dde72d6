"""Rows of several kinds in one statement that is compiled once: every row as JSON, revived as its model.

A case page shows a dozen kinds of papers, every page asks who its reader is. A query for each kind would cost a round
trip, and composing a query anew for each page takes longer than the database does. So does planning it: the server is
given the keys as parameters and keeps the plan with the connection (docs/adr/0005).
"""

import json
import re
from collections import defaultdict
from collections.abc import Callable, Iterable, Mapping
from dataclasses import dataclass
from datetime import date
from functools import cached_property
from types import SimpleNamespace
from typing import Any, cast

import psycopg
from django.db import connection, models
from django.db.backends.postgresql.base import CursorMixin
from django.db.backends.utils import CursorWrapper
from django.db.models import CharField, Model, QuerySet, Value
from django.db.models.functions import JSONObject

from foundation.vault.fields import EncryptedTextField

# These stand in the composed statement where what is given to `fetch` belongs; no row has them.
KEY = -987654321
KEYS = [-987654322]
DAY = date(9876, 12, 31)
PLACES = (
    (re.compile(rf"{KEY}\b"), "%(key)s::bigint"),
    (re.compile(rf"IN \(\s*{KEYS[0]}\)"), "= ANY(%(keys)s::bigint[])"),
    (re.compile(rf"'{DAY}'::date"), "%(day)s::date"),
)
# What JSON hands over as Python has it; everything else is read by its field.
AS_IN_JSON = (models.CharField, models.TextField, models.IntegerField, models.BooleanField, models.ForeignKey)


class Bundle:
    """Kinds of rows by name: for each a queryset, and further columns by path.

    The querysets say KEY, KEYS or DAY where `fetch` is given `key`, `keys` or `day`. What they follow with
    select_related and what they annotate comes along, annotations as JSON has them; columns they leave behind, and
    encrypted ones, are fetched if somebody asks after all.
    """

    def __init__(self, kinds: Mapping[str, tuple[QuerySet, tuple[str, ...]]]) -> None:
        self.kinds = kinds

    def fetch(self, **given: Any) -> dict[str, list[Any]]:
        """Every row by the name of its kind, in order of key. One query."""
        found: dict[str, list[Model]] = {name: [] for name in self.kinds}
        with _keeping_plans() as cursor:
            cursor.execute(self._statement, given)
            for name, row in cursor.fetchall():
                found[name].append(self._shapes[name].revive(json.loads(row)))
        return {name: sorted(rows, key=lambda row: row.pk) for name, rows in found.items()}

    @cached_property
    def _shapes(self) -> dict[str, "Shape"]:
        return {name: Shape.of(rows) for name, (rows, _) in self.kinds.items()}

    @cached_property
    def _statement(self) -> str:
        parts = [self._part(name) for name in self.kinds]
        composed = parts[0].union(*parts[1:], all=True) if parts[1:] else parts[0]
        # All that is the same each time becomes text.
        text = connection.ops.compose_sql(*composed.query.sql_with_params()).replace("%", "%%")
        for place, parameter in PLACES:
            text = place.sub(parameter, text)
        return text

    def _part(self, name: str) -> QuerySet:
        rows, further = self.kinds[name]
        columns = self._shapes[name].columns() | {path: path for path in (*further, *rows.query.annotation_select)}
        kind = Value(name, output_field=CharField())
        return rows.order_by().annotate(_kind=kind).values_list("_kind", JSONObject(**columns))


def by(column: str, rows: Iterable[Any]) -> dict[Any, list[Any]]:
    """The rows by what stands in `column`; an empty list where nothing does."""
    found: dict[Any, list[Any]] = defaultdict(list)
    for row in rows:
        found[getattr(row, column)].append(row)
    return found


def give(row: Model, name: str, rows: list[Any]) -> None:
    """Makes `row.<name>.all()` answer `rows`, as prefetch_related would have done."""
    manager = getattr(row, name)
    known = manager.all()
    known._result_cache, known._prefetch_done = rows, True
    for other in rows:
        setattr(other, manager.field.name, row)
    vars(row).setdefault("_prefetched_objects_cache", {})[name] = known


class PlanKeepingCursor(CursorMixin, psycopg.Cursor):
    """Binds on the server, which keeps the plan; Django's own cursor sends every statement as new text."""

    def execute(self, statement: str, parameters: dict[str, Any], **how: Any) -> Any:
        try:
            return super().execute(statement, parameters, **how)
        finally:
            # What the log of queries shows: the driver remembers no text for a plan that was kept.
            shown = {name: _shown(value) for name, value in parameters.items()}
            self._query = cast(Any, SimpleNamespace(query=(statement % shown).encode()))


def _shown(value: Any) -> str:
    if isinstance(value, int):
        return str(value)
    return f"'{value}'" if isinstance(value, date) else "'{{{}}}'".format(",".join(map(str, value)))


def _keeping_plans() -> CursorWrapper:
    connection.ensure_connection()
    return connection._prepare_cursor(PlanKeepingCursor(connection.connection))


@dataclass(frozen=True)
class Shape:
    """Which columns of a model are fetched, and which related rows with it."""

    model: type[Model]
    fields: tuple[Any, ...]
    related: dict[str, "Shape"]

    @classmethod
    def of(cls, rows: QuerySet) -> "Shape":
        """As the queryset says by select_related, only and defer."""
        followed = rows.query.select_related
        return cls._of(rows.model, followed if isinstance(followed, dict) else {}, rows.query.get_select_mask())

    @classmethod
    def _of(cls, model: type[Model], followed: dict[str, Any], mask: dict[Any, Any]) -> "Shape":
        fields = tuple(field for field in model._meta.concrete_fields if _is_fetched(field, mask))
        steps: dict[str, Any] = {name: model._meta.get_field(name) for name in followed}
        related = {
            name: cls._of(step.related_model, followed[name], mask.get(step, {})) for name, step in steps.items()
        }
        return cls(model, fields, related)

    def columns(self, path: str = "") -> dict[str, Any]:
        """What the JSON of one row is made of; a related row is an object inside it."""
        own = {field.attname: f"{path}{field.attname}" for field in self.fields}
        inner = {name: JSONObject(**shape.columns(f"{path}{name}__")) for name, shape in self.related.items()}
        return own | inner

    def revive(self, row: dict[str, Any]) -> Model:
        """The row as its model, with what came along."""
        others = {name: (shape, row.pop(name)) for name, shape in self.related.items()}
        values = [read(row.pop(name)) if read else row.pop(name) for name, read in self._readers]
        instance = self.model.from_db(connection.alias, self._names, values)
        for name, (shape, other) in others.items():
            instance._state.fields_cache[name] = shape.revive(other) if other[shape._key] is not None else None
        vars(instance).update(row)
        return instance

    @property
    def _key(self) -> str:
        return self.model._meta.pk.attname

    @cached_property
    def _names(self) -> list[str]:
        return [field.attname for field in self.fields]

    @cached_property
    def _readers(self) -> list[tuple[str, Callable[[Any], Any] | None]]:
        return [(field.attname, None if isinstance(field, AS_IN_JSON) else field.to_python) for field in self.fields]


def _is_fetched(field: Any, mask: dict[Any, Any]) -> bool:
    """Neither left behind, nor encrypted, nor computed by the database."""
    return not (isinstance(field, EncryptedTextField) or field.generated or (mask and field not in mask))
