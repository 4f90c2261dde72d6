"""What the database itself refuses, whoever sends it."""

from itertools import product

import pytest
from django.db import DatabaseError, IntegrityError, connection, transaction

from suggestions.models import Assignment, Rating, RefusalGround, Suggestion, TextVersion
from suggestions.states import ASSIGNMENT_FLOW, SUGGESTION_FLOW

pytestmark = pytest.mark.django_db


def moved(model, row, field_values):
    """Whether one UPDATE goes through; undone either way."""
    try:
        with transaction.atomic():
            model.objects.filter(pk=row.pk).update(**field_values)
            transaction.set_rollback(True)
    except DatabaseError as error:
        if "Invalid transition" not in str(error):
            raise
        return False
    return True


def put(model, row, state):
    """Sets a state past the trigger, as an import would insert it."""
    with connection.cursor() as cursor:
        cursor.execute("SET LOCAL session_replication_role = replica")
        cursor.execute(f"UPDATE {model._meta.db_table} SET state = %s WHERE id = %s", [state, row.pk])
        cursor.execute("SET LOCAL session_replication_role = DEFAULT")


@pytest.mark.parametrize(
    ("model", "flow", "start"),
    [(Suggestion, SUGGESTION_FLOW, "closed"), (Assignment, ASSIGNMENT_FLOW, "assigned")],
    ids=["suggestion", "assignment"],
)
def test_every_update_that_is_no_edge_is_refused_and_every_edge_goes_through(road, model, flow, start):
    row = road.closed() if model is Suggestion else road.closed().assignments.get()
    # So that no other constraint speaks first.
    if model is Suggestion:
        Suggestion.objects.filter(pk=row.pk).update(refusal_ground=RefusalGround.objects.first())
    for source, target in product(flow.states.values, repeat=2):
        put(model, row, source)
        wanted = source == target or (source, target) in flow.moves()

        assert moved(model, row, {"state": target}) == wanted, f"{source} → {target}"


def test_versions_of_the_text_are_never_changed(road):
    version = road.submitted().versions.get()

    for act in (lambda: TextVersion.objects.update(title="改"), version.delete):
        with pytest.raises(DatabaseError, match="Cannot"), transaction.atomic():
            act()


def test_a_paper_that_was_handed_in_cannot_be_deleted(road):
    paper = road.submitted()

    with pytest.raises(DatabaseError, match="Cannot"), transaction.atomic():
        Suggestion.objects.filter(pk=paper.pk)._raw_delete("default")


def test_no_two_ratings_of_one_round_and_none_without_its_reason(road, register):
    paper = road.closed()
    known = paper.ratings.get()
    facts = {"suggestion": paper, "rated_by": register.lin, "rated_at": road.at(), "attitude": "satisfied"}

    with pytest.raises(IntegrityError), transaction.atomic():
        Rating.objects.create(round=known.round, result="satisfied", **facts)
    with pytest.raises(IntegrityError, match="rating_reasoned"), transaction.atomic():
        Rating.objects.create(round=known.round, result="dissatisfied", **facts)


def test_one_lead_and_no_unit_twice(road, cast):
    part = road.part(road.with_co_unit())
    facts = {"suggestion": part.suggestion, "first_assigned_on": road.day, "assigned_on": road.day}

    for wrong in ({"unit": cast.court, "role": "lead"}, {"unit": cast.education, "role": "separate"}):
        with pytest.raises(IntegrityError), transaction.atomic():
            Assignment.objects.create(assigned_at=road.at(), **facts, **wrong)
