"""A real table for the paper road, made and dropped by hand because no app owns it."""

from collections.abc import Iterator

import pytest
from django.db import connection, models

from foundation.workflow.models import Versioned
from tests.foundation.workflow.papers import PAPER_FLOW, PaperState


class Paper(Versioned):
    title = models.CharField(max_length=50)
    state = models.CharField(max_length=20, choices=PaperState, default=PaperState.DRAFT)

    class Meta:
        app_label = "papers"
        db_table = "workflow_test_paper"
        triggers = [PAPER_FLOW.fsm_trigger("state")]


@pytest.fixture(scope="session")
def _paper_table(django_db_setup: None, django_db_blocker: object) -> Iterator[None]:
    with django_db_blocker.unblock():
        with connection.schema_editor() as editor:
            editor.create_model(Paper)
        for trigger in Paper._meta.triggers:
            trigger.install(Paper)
    yield
    with django_db_blocker.unblock(), connection.schema_editor() as editor:
        editor.delete_model(Paper)


@pytest.fixture
def paper_model(_paper_table: None, db: None) -> Iterator[type[Paper]]:
    """The Paper model with its table and trigger."""
    yield Paper
    Paper.objects.all().delete()
