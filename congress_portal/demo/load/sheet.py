"""Rows on their way into a table by COPY: ten times as fast as INSERT, under the same constraints and triggers."""

import json
from collections.abc import Callable, Iterator
from typing import Any

from django.db import connection, models

from foundation.vault.fields import EncryptedTextField

KEYS_AT_ONCE = 5000


class Sheet:
    """The rows of one model that wait to be written. Keys are taken from the table's own sequence beforehand."""

    def __init__(self, model: type[models.Model]) -> None:
        self.model = model
        self.fields = [field for field in model._meta.concrete_fields if not field.generated]
        self.defaults = {field.attname: field.get_default() for field in self.fields if not field.primary_key}
        self.makers = {field.attname: maker for field in self.fields if (maker := _maker(field))}
        self.rows: list[dict[str, Any]] = []
        self.written = 0
        self._keys = self._fresh_keys()

    def add(self, **values: Any) -> int:
        """Takes down one row (columns by attribute name, the rest by default) and answers its key."""
        key = next(self._keys)
        self.rows.append({**self.defaults, **values, "id": key})
        return key

    def amend(self, **values: Any) -> None:
        """Fills in columns of the row taken down last, such as the key of a row that needs this one's first."""
        self.rows[-1] |= values

    def flush(self) -> None:
        """Writes what waits."""
        columns = ", ".join(connection.ops.quote_name(field.column) for field in self.fields)
        names = [field.attname for field in self.fields]
        statement = f"COPY {connection.ops.quote_name(self.model._meta.db_table)} ({columns}) FROM STDIN"
        with connection.cursor() as cursor, cursor.copy(statement) as copy:
            for row in self.rows:
                copy.write_row([self._made(name, row[name]) for name in names])
        self.written += len(self.rows)
        self.rows.clear()

    def _made(self, name: str, value: Any) -> Any:
        maker = self.makers.get(name)
        return value if maker is None or value is None else maker(value)

    def _fresh_keys(self) -> Iterator[int]:
        sequence = f"pg_get_serial_sequence('{self.model._meta.db_table}', '{self.model._meta.pk.column}')"
        while True:
            with connection.cursor() as cursor:
                cursor.execute(f"SELECT nextval({sequence}) FROM generate_series(1, %s)", [KEYS_AT_ONCE])
                keys = [key for (key,) in cursor.fetchall()]
            yield from keys


def _maker(field: models.Field) -> Callable[[Any], Any] | None:
    """What turns a Python value into what COPY understands, where it does not by itself."""
    if isinstance(field, models.JSONField):
        return _json
    if isinstance(field, EncryptedTextField):
        return field.get_prep_value
    # The driver would write the name of a choice, not its value.
    return str if isinstance(field, models.CharField) else None


def _json(value: Any) -> str:
    """A text is JSON already: clocks share a few hundred derivations, each turned into text once."""
    return value if isinstance(value, str) else json.dumps(value, ensure_ascii=False)
