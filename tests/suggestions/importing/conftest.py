"""One import serves all tests of a module: each test works in a savepoint above it and takes its own changes back."""

from collections.abc import Iterator
from typing import Any

import pytest
from django.db import transaction

from foundation.documents.reading.report import ImportReport
from tests.suggestions.importing.workbooks import import_register, take


@pytest.fixture(scope="module")
def roster_of_module(django_db_setup: None, django_db_blocker: Any) -> Iterator[None]:
    with django_db_blocker.unblock(), transaction.atomic():
        import_register()
        yield
        transaction.set_rollback(True)


@pytest.fixture(scope="module")
def list_of_module(roster_of_module: None, django_db_blocker: Any) -> Iterator[ImportReport]:
    with django_db_blocker.unblock(), transaction.atomic():
        yield take()
        transaction.set_rollback(True)


@pytest.fixture
def registered(roster_of_module: None, db: None) -> None:
    """The roster of the sample is there."""


@pytest.fixture
def imported(list_of_module: ImportReport, db: None) -> ImportReport:
    """The sample list is there; answers its report."""
    return list_of_module
