"""What the planner is told about searched columns."""

from typing import Any

from django.apps import apps
from django.db import connections

from foundation.search.models import Searchable

# With 100, PostgreSQL's own measure, it knows the thousand commonest pairs of characters and takes a word of every
# twentieth paper for one in two hundred: "the newest 20" then cost 16 ms instead of 2. Five times as many cost ANALYZE
# some seconds at 100,000 papers, and a search 0.1 ms.
TARGET = 500


def keep_figures(using: str = "default", **kwargs: Any) -> None:
    """Has PostgreSQL keep the frequency of enough words; run after every migrate."""
    with connections[using].cursor() as cursor:
        for model in filter(_is_searched, apps.get_models()):
            table = connections[using].ops.quote_name(model._meta.db_table)
            cursor.execute(f"ALTER TABLE IF EXISTS {table} ALTER COLUMN search_vector SET STATISTICS {TARGET}")


def _is_searched(model: type) -> bool:
    return issubclass(model, Searchable)
