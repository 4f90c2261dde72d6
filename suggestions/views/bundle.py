"""All papers of one case in one query: related rows come as JSON columns of the case itself and are revived as models.

A case page shows a dozen kinds of papers; one prefetch for each would cost a dozen round trips.
"""

from collections.abc import Sequence
from typing import Any

from django.contrib.postgres.expressions import ArraySubquery
from django.db.models import Model, QuerySet
from django.db.models.functions import JSONObject

from foundation.vault.fields import EncryptedTextField


def packed(rows: QuerySet, *extra: str) -> ArraySubquery:
    """A column that holds every row of the correlated queryset `rows`: its own columns and the `extra` paths.

    Encrypted columns stay behind; ordering is that of `rows`.
    """
    fields = [field for field in rows.model._meta.concrete_fields if not isinstance(field, EncryptedTextField)]
    names = {field.attname: field.attname for field in fields} | {path: path for path in extra}
    return ArraySubquery(rows.values(packed_row=JSONObject(**names)))


def unpacked(model: type[Model], values: Sequence[dict[str, Any]] | None) -> list[Any]:
    """Instances of `model` made of a packed column; extra paths become attributes of the same name."""
    fields = {field.attname: field for field in model._meta.concrete_fields}
    return [_revived(model, fields, row) for row in values or ()]


def _revived(model: type[Model], fields: dict[str, Any], row: dict[str, Any]) -> Model:
    own = {name: _value(fields[name], value) for name, value in row.items() if name in fields}
    instance = model(**own)
    instance._state.adding = False
    for name in row.keys() - fields.keys():
        setattr(instance, name, row[name])
    return instance


def _value(field: Any, value: Any) -> Any:
    # A list or a dict is a JSON column that the database has already opened.
    return value if isinstance(value, (list, dict)) else field.to_python(value)
