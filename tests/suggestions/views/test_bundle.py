"""The papers of a case come in one statement whose plan the server keeps."""

from django.db import connection
from django.test.utils import CaptureQueriesContext

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
        assert [turn.pk for turn in FILE.fetch(paper.pk)["rounds"]] == [Round.objects.get(suggestion=paper).pk]
    assert kept_plans() - before == 1


def test_the_log_of_queries_shows_what_was_asked(road):
    paper = road.registered()

    for _ in range(4):
        with CaptureQueriesContext(connection) as log:
            FILE.fetch(paper.pk)
        assert len(log) == 1
        assert f"{paper.pk}::bigint" in log[0]["sql"]
