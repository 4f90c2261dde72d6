"""The whole road in one breath: every state can be reached by the transitions alone."""

from suggestions.states import SuggestionState


def test_the_main_road_ends_closed(road, told, clocks):
    paper = road.closed()

    assert paper.state == SuggestionState.CLOSED
    assert paper.ending == "rated"
    assert clocks(paper) == {}
    assert told(paper)[:4] == ["create_draft", "submit", "register", "assign"]


def test_two_bad_ratings_lead_to_mediation(road):
    assert road.mediation().state == SuggestionState.MEDIATION


def test_a_promise_is_tracked(road):
    assert road.tracking().state == SuggestionState.TRACKING
