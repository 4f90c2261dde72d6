"""The tables of a test database, made of the models as they are.

Going through the migrations takes each process of a run some twenty seconds longer. That both ways lead to the same
tables, constraints, indexes and triggers (`shape`) is seen where a whole portal is started (test_runner.py).
"""

from typing import Any

import pgtrigger
import pytest
from django.db import connection
from django.db.models.signals import post_migrate, pre_migrate
from pghistory.models import Context

ONCE = "tests.plugins.tables"
# Columns, constraints, indexes and triggers; names that Django makes up for keys and indexes are left out.
SHAPE = (
    """SELECT table_name, column_name, data_type, is_nullable, column_default, character_maximum_length,
       numeric_precision, numeric_scale FROM information_schema.columns WHERE table_schema = 'public'""",
    """SELECT conrelid::regclass::text, contype::text, pg_get_constraintdef(oid), condeferrable, condeferred,
       CASE WHEN contype IN ('c', 'x') THEN conname END
       FROM pg_constraint WHERE connamespace = 'public'::regnamespace AND conrelid <> 0""",
    """SELECT tablename, regexp_replace(indexdef, 'INDEX \\S+ ', 'INDEX ') FROM pg_indexes
       WHERE schemaname = 'public'""",
    """SELECT tgrelid::regclass::text, tgname::text, pg_get_triggerdef(oid) FROM pg_trigger WHERE NOT tgisinternal""",
)


def shape(cursor: Any, tables: set[str]) -> set[tuple[Any, ...]]:
    """What a database consists of, as far as it belongs to these tables."""
    found: set[tuple[Any, ...]] = set()
    for question in SHAPE:
        cursor.execute(question)
        found |= {tuple(row) for row in cursor.fetchall() if row[0] in tables}
    return found


@pytest.fixture(scope="session")
def django_db_use_migrations() -> bool:
    """pytest-django's switch."""
    return False


@pytest.fixture(scope="session")
def django_db_modify_db_settings(django_db_modify_db_settings_parallel_suffix: None) -> None:
    """What migrations would do besides, as soon as there is a database."""
    watch()


def watch() -> None:
    """To be called before a database is made of the models alone (`TEST["MIGRATE"] = False`)."""
    pre_migrate.connect(_extend, dispatch_uid=ONCE)
    post_migrate.connect(_guard, dispatch_uid=ONCE)


def _extend(**signal: Any) -> None:
    pre_migrate.disconnect(dispatch_uid=ONCE)
    with connection.cursor() as cursor:
        cursor.execute("CREATE EXTENSION IF NOT EXISTS btree_gist")


def _guard(**signal: Any) -> None:
    """Before the first reference row is loaded, so that its history begins with it."""
    post_migrate.disconnect(dispatch_uid=ONCE)
    Context.install_pgh_attach_context_func()
    pgtrigger.install()
