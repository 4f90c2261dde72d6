"""How a dictionary is filled without touching what an office has written."""

from collections.abc import Iterable, Mapping
from typing import Any

from django.db import models

LAW = "《中华人民共和国全国人民代表大会和地方各级人民代表大会代表法》"


def add(model: type[models.Model], key: str, rows: Iterable[Mapping[str, Any]]) -> None:
    """A key that has any row already belongs to the office, whatever the row says."""
    known = set(model._default_manager.values_list(key, flat=True))
    model._default_manager.bulk_create([model(**row) for row in rows if row[key] not in known], ignore_conflicts=True)
