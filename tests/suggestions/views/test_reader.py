"""The case page shows exactly the papers that `visible_to` opens, though it asks the database for them only once."""

from datetime import timedelta
from typing import Any

import pytest

from suggestions.models import Appeal, Extension, Objection, PaperRating, Suggestion
from suggestions.states import AssignmentState, Grade, UnitRole
from suggestions.transitions.make_plan import make_plan
from suggestions.transitions.split import propose_split
from suggestions.views.case import FILE, PAPERS, with_names
from suggestions.views.reader import Reader
from tests.cast import PEOPLE
from tests.suggestions.road import Road


def objected(road: Road) -> Suggestion:
    """A unit asked to be relieved and was; the deputy objects as well, another unit wants more time."""
    paper = road.with_co_unit()
    lead, other = road.part(paper), road.part(paper, UnitRole.CO)
    words = {
        "legal_basis": "三定",
        "reason": "不属本单位",
        "proposed_unit": road.cast.court,
        "raised_by": road.cast.feng,
    }
    for part in (lead, other):
        Objection.objects.create(assignment=part, raised_at=road.at(), **words)
    Appeal.objects.create(
        suggestion=paper, assignment=lead, reason="应由法院承办", raised_by=road.cast.lin, raised_at=road.at()
    )
    until = road.day + timedelta(days=100)
    Extension.objects.create(
        assignment=lead, reason="涉及用地", until=until, requested_by=road.cast.feng, requested_at=road.at()
    )
    return paper


def released(road: Road) -> Suggestion:
    """The former unit has nothing to do with it any more."""
    paper = objected(road)
    part = road.part(paper)
    type(part).objects.filter(pk=part.pk).update(state=AssignmentState.OBJECTED)
    type(part).objects.filter(pk=part.pk).update(state=AssignmentState.RELEASED)
    return paper


def on_paper(road: Road) -> Suggestion:
    """The office has entered a rating from paper."""
    paper = road.replied()
    grades = {"attitude": Grade.SATISFIED, "result": Grade.SATISFIED}
    entered = {"entered_by": road.cast.he, "entered_at": road.at()}
    PaperRating.objects.create(suggestion=paper, round=paper.current_round(), **grades, **entered)
    return paper


def planned(road: Road) -> Suggestion:
    """The lead unit has told how it will go about it."""
    paper = road.handling(road.with_co_unit())
    step = {"what": "现场察看", "who": "运输科", "due_on": road.day}
    make_plan(road.part(paper), by=road.cast.feng, at=road.at(), steps=[step])
    return paper


def to_split(road: Road) -> Suggestion:
    """The office asks the deputy to let two matters be taken apart."""
    paper = road.registered()
    parts = [{"title": f"关于分件{number}的建议", "facts": "案由。", "proposals": "办法。"} for number in (1, 2)]
    propose_split(paper, by=road.cast.he, at=road.at(), reason="涉及两个事项。", parts=parts)
    return paper


CASES = {
    "to be split": to_split,
    "consulted": lambda road: road.consulted(road.on(road.joint(), "replied")),
    "planned": planned,
    "handed in jointly": lambda road: road.submitted(road.joint()),
    "registered": lambda road: road.registered(),
    "objected": objected,
    "released": released,
    "drafted": lambda road: road.drafted(road.contacted(road.handling(road.with_co_unit()))),
    "signed": lambda road: road.signed(road.drafted(road.contacted(road.handling(road.with_co_unit())))),
    "separately": lambda road: road.signed(road.drafted(road.contacted(road.handling(road.separately())))),
    "promised": lambda road: road.tracking(),
    "rated on paper": on_paper,
    "in mediation": lambda road: road.mediation(),
}


@pytest.mark.parametrize("name", CASES)
def test_the_page_opens_what_the_rule_opens(name: str, road: Road) -> None:
    paper = CASES[name](road)
    readers = 0
    for person in PEOPLE:
        user = getattr(road.cast, person)
        seen = with_names(Suggestion.objects.visible_to(user), user).filter(pk=paper.pk).first()
        if seen is not None:
            readers += 1
            assert opened(seen, user) == allowed(seen, user), person
    assert readers > 1


def opened(paper: Suggestion, user: Any) -> dict[str, set[int]]:
    reader = Reader(user, paper)
    return {name: {row.pk for row in rows if reader.may_read(row)} for name, rows in papers_of(paper).items()}


def papers_of(paper: Suggestion) -> dict[str, list[Any]]:
    return {name: rows for name, rows in FILE.fetch(key=paper.pk).items() if name in PAPERS}


def allowed(paper: Suggestion, user: Any) -> dict[str, set[int]]:
    found = {}
    for name, (rows, _) in PAPERS.items():
        model = rows.model
        own = {"suggestion": paper} if hasattr(model, "suggestion") else {"assignment__suggestion": paper}
        papers = model.objects.filter(**own)
        # The texts of a paper are open to whoever may open the paper itself.
        found[name] = set((papers.visible_to(user) if name != "versions" else papers).values_list("pk", flat=True))
    return found


def test_the_cases_hold_every_kind_of_paper(road: Road) -> None:
    kinds = set()
    for make in CASES.values():
        kinds |= {name for name, rows in papers_of(make(road)).items() if rows}
    assert kinds == set(PAPERS)


def test_encrypted_columns_stay_behind(road: Road) -> None:
    paper = road.replied()
    [reply] = papers_of(paper)["replies"]
    assert reply.doc_number == "示交函〔2026〕12号"
    assert reply.delivered_at == paper.current_round().replied_at
    assert "contact_phone" in reply.get_deferred_fields()
