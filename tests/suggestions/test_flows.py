"""Every edge and every non-edge of both flows, in the rules and in the database."""

from itertools import product

import pytest

from foundation.workflow import Refused
from suggestions.states import ASSIGNMENT_FLOW, OPEN, SUGGESTION_FLOW, SuggestionState

FLOWS = (SUGGESTION_FLOW, ASSIGNMENT_FLOW)
CASES = [(flow, verb, state) for flow in FLOWS for verb, state in product(flow.verbs, flow.states.values)]


@pytest.mark.parametrize(("flow", "verb", "state"), CASES, ids=lambda value: getattr(value, "name", value))
def test_a_verb_starts_where_the_rows_say_and_nowhere_else(flow, verb, state):
    targets = [target for known, source, target in flow.edges() if (known, source) == (verb, state)]

    verdict = flow.verdict(verb, state)

    assert bool(verdict) == bool(targets)
    if not targets:
        assert flow.states(state).label in verdict.reason
        with pytest.raises(Refused):
            flow.target(verb, state)
    for target in targets:
        assert flow.target(verb, state, to=target) == target


@pytest.mark.parametrize("flow", FLOWS, ids=lambda flow: flow.name)
def test_every_state_can_be_reached(flow):
    assert flow.unreachable() == set()


def test_only_finished_states_have_no_way_out():
    ends = {state for state in SuggestionState.values if SUGGESTION_FLOW.is_final(state)}

    assert ends == {SuggestionState.NOT_FILED, SuggestionState.CLOSED, SuggestionState.WITHDRAWN}
    assert not ends & set(OPEN)
