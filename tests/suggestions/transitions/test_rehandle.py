import pytest
from django.db import DatabaseError, transaction

from suggestions.states import AssignmentState, SuggestionState, UnitRole
from suggestions.transitions.mediate import mediate
from suggestions.transitions.resolve_mediation import resolve_mediation

pytestmark = pytest.mark.django_db


def test_everybody_works_again_and_nothing_of_the_first_round_is_lost(road, clocks):
    paper = road.dissatisfied(road.on(road.with_co_unit(), "replied"))

    lead, co = road.part(paper), road.part(paper, UnitRole.CO)
    assert lead.state == co.state == AssignmentState.ACKNOWLEDGED
    assert clocks(lead) == {"re_reply": "2026-04-02"}
    assert clocks(co) == {"co_opinion_redo": "2026-03-09"}
    again = road.replied_again(paper)
    assert again.state == SuggestionState.REPLIED
    assert [row.round.number for row in lead.replies.order_by("pk")] == [1, 2]
    assert [row.round.number for row in co.opinions.order_by("pk")] == [1, 2]


def test_a_round_interrupted_by_mediation_goes_on(road, cast, clocks):
    paper = road.drafted(road.contacted(road.dissatisfied()))
    paper = mediate(paper, by=cast.he, at=road.at(), reason="双方意见分歧。").suggestion
    meeting = {"held_on": road.day, "participants": "双方", "record": "继续办理。", "resolution": "rehandle"}

    resolve_mediation(paper, by=cast.he, at=road.at(), **meeting)

    part = road.part(paper)
    assert (road.fresh(paper).state, part.state) == (SuggestionState.REHANDLING, AssignmentState.DRAFTED)
    assert paper.rounds.count() == 2
    assert clocks(part) == {"re_reply": "2026-04-02"}
    assert road.replied(road.signed(road.fresh(paper))).state == SuggestionState.REPLIED


def test_a_round_is_never_rewritten(road):
    turn = road.dissatisfied().rounds.get(number=1)

    for act in (lambda: type(turn).objects.filter(pk=turn.pk).update(because="别的"), turn.delete):
        with pytest.raises(DatabaseError), transaction.atomic():
            act()
