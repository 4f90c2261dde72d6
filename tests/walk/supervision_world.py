"""Supervision in the world of the walk, part by part."""

from datetime import datetime

from tests.walk import (
    advice_world,
    ballot_world,
    clue_world,
    handed_world,
    interpellation_world,
    local_world,
    opinion_world,
    plan_world,
    problem_world,
    project_world,
    question_world,
    seat_world,
    survey_world,
    undertaking_world,
)
from tests.walk.cases import World

PARTS = (
    project_world,
    problem_world,
    opinion_world,
    ballot_world,
    undertaking_world,
    survey_world,
    local_world,
    plan_world,
    question_world,
    advice_world,
    interpellation_world,
    seat_world,
    clue_world,
    handed_world,
)


def tell(world: World, at: datetime) -> None:
    """Every part keeps its own file."""
    for part in PARTS:
        part.tell(world, at)
