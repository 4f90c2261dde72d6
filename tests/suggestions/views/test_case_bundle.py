"""The papers of a case come in one statement whose plan the server keeps."""

import pytest
from django.db import connection
from django.test.utils import CaptureQueriesContext

from foundation.deadlines.models import Deadline
from foundation.statements.bundle import KEYS, Bundle, Shape
from suggestions.cards.lines import BESIDES
from suggestions.cards.open_rows import STORY
from suggestions.models import Round
from suggestions.views.case import FILE


def kept_plans() -> int:
    with connection.cursor() as cursor:
        cursor.execute("SELECT count(*) FROM pg_prepared_statements WHERE statement LIKE '%rounds%'")
        return cursor.fetchone()[0]


def test_each_case_gets_its_own_papers_from_one_kept_plan(road):
    first, second = road.replied(), road.replied()
    before = kept_plans()

    for paper in (first, second, first, second):
        assert [turn.pk for turn in FILE.fetch(key=paper.pk)["rounds"]] == [Round.objects.get(suggestion=paper).pk]
    assert kept_plans() - before == 1


def test_the_log_of_queries_shows_what_was_asked(road):
    paper = road.registered()

    for _ in range(4):
        with CaptureQueriesContext(connection) as log:
            FILE.fetch(key=paper.pk)
        assert len(log) == 1
        assert f"{paper.pk}::bigint" in log[0]["sql"]


def test_days_moments_and_missing_relations_come_as_themselves(road) -> None:
    paper = road.replied()
    clocks = Deadline.objects.filter(subject_id__in=KEYS).select_related("limit", "organisation").defer("derivation")
    keys = [paper.pk, *paper.assignments.values_list("pk", flat=True)]

    found = Bundle({"clocks": (clocks, ())}).fetch(keys=keys)["clocks"]

    plain = Deadline.objects.filter(subject_id__in=keys).select_related("limit", "organisation").order_by("pk")
    assert [(row.due_on, row.met_at, row.limit.name, row.organisation) for row in found] == [
        (row.due_on, row.met_at, row.limit.name, row.organisation) for row in plain
    ]
    assert None in {row.organisation for row in found}
    assert all("derivation" in row.get_deferred_fields() for row in found)


@pytest.mark.parametrize("bundle", [FILE, STORY, BESIDES])
def test_every_row_fits_into_one_object(bundle: Bundle) -> None:
    # PostgreSQL takes a hundred arguments in a call.
    for rows, further in bundle.kinds.values():
        assert widest(Shape.of(rows)) + len(further) <= 50


def widest(shape: Shape) -> int:
    """The most columns of one object, of this row or of one that comes along."""
    return max(len(shape.fields) + len(shape.related), *map(widest, shape.related.values()), 0)
