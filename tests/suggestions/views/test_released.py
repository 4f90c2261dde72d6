"""Where mail of before leads a unit that was released: a sentence, and nothing of the case."""

from datetime import timedelta

import pytest

from suggestions.models import Suggestion
from suggestions.states import UnitRole
from suggestions.transitions.decide_objection import decide_objection
from suggestions.transitions.raise_objection import raise_objection


@pytest.fixture
def released(road, cast):
    """Transport had the case, education has it now."""
    part = road.part(road.assigned())
    why = {"legal_basis": "职责规定", "reason": "不属本局职责。", "proposed_unit": cast.education}
    objection = raise_objection(part, by=cast.feng, at=road.at(), **why)
    decide_objection(objection, by=cast.he, at=road.at(), accept=True, unit=cast.education, note="同意。")
    return part


def addresses(part) -> list[tuple[str, object]]:
    return [("detail", part.suggestion), ("assignment", part)]


@pytest.mark.parametrize("who", ["feng", "chen"])
def test_a_released_unit_is_told_so_and_nothing_of_the_case(cast, released, visit, words, who):
    for name, obj in addresses(released):
        answer = visit(getattr(cast, who), name, obj)

        assert answer.status_code == 410
        assert "承办任务已经解除" in words(answer)
        assert "请与代表工作机构联系" in words(answer)
        paper = released.suggestion
        for word in (paper.title, paper.number_text, paper.lead.deputy.name, cast.education.name, paper.facts):
            assert word not in words(answer)


def test_who_never_had_it_meets_what_a_stranger_meets(cast, released, visit, signed_in):
    for who in (cast.stranger, cast.jiang):
        for name, obj in addresses(released):
            assert visit(who, name, obj).status_code == 404


def test_who_left_the_unit_meets_what_a_stranger_meets(road, cast, released, visit):
    cast.feng.memberships.update(until_date=road.day - timedelta(days=1))

    assert visit(cast.feng, "detail", released.suggestion).status_code == 404


def test_the_new_unit_and_one_that_came_back_open_the_case(road, cast, released, visit):
    assert visit(cast.wu, "detail", released.suggestion).status_code == 200
    paper = Suggestion.objects.get()
    days = {"first_assigned_on": road.day, "assigned_on": road.day, "assigned_at": road.at()}
    paper.assignments.create(unit=cast.transport, role=UnitRole.CO, assigned_by=cast.he, **days)

    assert visit(cast.feng, "detail", paper).status_code == 200
    assert visit(cast.feng, "assignment", released).status_code == 302
