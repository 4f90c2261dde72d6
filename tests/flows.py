"""Walking every edge of a flow, and trying every non-edge: the test each room runs over its transitions."""

from collections.abc import Callable
from typing import Any

import pytest

from foundation.workflow import Flow, Refused

Arrange = Callable[[str], Any]
Act = Callable[[Any], Any]


def edges_of(flow: Flow) -> list[tuple[str, str, str]]:
    """Every (verb, source, target) in a fixed order, for parametrize."""
    return sorted(flow.edges())


def non_edges_of(flow: Flow) -> list[tuple[str, str]]:
    """Every (verb, state) from which the verb may not start, in a fixed order, for parametrize."""
    return [(verb, state) for verb in flow.verbs for state in flow.states.values if state not in flow.sources(verb)]


def walk_every_edge(
    flow: Flow, *, arrange: Arrange, acts: dict[str, Act | dict[str, Act]], field: str = "state"
) -> list[str]:
    """Performs each edge on a fresh object and tries each non-edge on another; answers a line for each.

    `arrange(state)` makes an object in that state; `acts[verb](obj)` calls the transition as somebody who may and
    answers the object. A verb with several targets gives a dict from target to act.
    """
    walked = []
    missing = set(flow.verbs) - set(acts)
    assert not missing, f"no act for {sorted(missing)}"
    for verb, source, target in edges_of(flow):
        act = acts[verb][target] if isinstance(acts[verb], dict) else acts[verb]
        assert_edge(arrange(source), act, source, target, field)
        walked.append(f"{source} --{verb}--> {target}")
    for verb, state in non_edges_of(flow):
        each = acts[verb].values() if isinstance(acts[verb], dict) else [acts[verb]]
        for act in each:
            assert_no_edge(arrange(state), act, state, field)
        walked.append(f"{state} --{verb}--x")
    return walked


def assert_edge(obj: Any, act: Act, source: str, target: str, field: str = "state") -> None:
    """The act leads from `source` to `target`, in the database and not in memory alone."""
    assert getattr(obj, field) == source
    act(obj)
    obj.refresh_from_db()
    assert getattr(obj, field) == target


def assert_no_edge(obj: Any, act: Act, state: str, field: str = "state") -> None:
    """The act is refused because of the state, and the object stays where it was."""
    with pytest.raises(Refused) as refused:
        act(obj)
    assert refused.value.code == "state", refused.value.reason
    obj.refresh_from_db()
    assert getattr(obj, field) == state
