import pytest
from django.db.models import TextChoices

from foundation.workflow import Flow, Refused, Step
from tests.foundation.workflow.papers import PAPER_FLOW, PaperState

EDGES = {
    ("submit", "draft", "submitted"),
    ("submit", "sent_back", "submitted"),
    ("review", "submitted", "sent_back"),
    ("review", "submitted", "filed"),
    ("note", "filed", "filed"),
}


def test_the_rows_give_the_edges():
    assert PAPER_FLOW.edges() == EDGES
    assert PAPER_FLOW.moves() == {(a, b) for _, a, b in EDGES if a != b}
    assert PAPER_FLOW.verbs == ["submit", "review", "note"]
    assert PAPER_FLOW.verbs_from("submitted") == ["review"]
    assert PAPER_FLOW.sources("submit") == ["draft", "sent_back"]


@pytest.mark.parametrize("verb", PAPER_FLOW.verbs)
@pytest.mark.parametrize("state", PaperState)
def test_a_verb_starts_from_its_sources_and_nowhere_else(verb, state):
    possible = any(edge[:2] == (verb, state) for edge in EDGES)
    verdict = PAPER_FLOW.verdict(verb, state)
    assert bool(verdict) is possible
    if not possible:
        assert verdict.code == "state"
        assert f"当前为“{state.label}”" in verdict.reason
        with pytest.raises(Refused):
            PAPER_FLOW.target(verb, state)


def test_the_refusal_names_the_states_where_the_verb_belongs():
    reason = PAPER_FLOW.verdict("submit", "filed").reason
    assert reason == "当前为“已立案”，不能办理“提交”；该事项须在“草稿”、“退回修改”时办理。"


def test_a_verb_with_several_targets_must_say_which():
    assert PAPER_FLOW.target("submit", "draft") == "submitted"
    assert PAPER_FLOW.target("review", "submitted", to=PaperState.FILED) == "filed"
    for wrong in (None, "draft"):
        with pytest.raises(ValueError, match="leads to"):
            PAPER_FLOW.target("review", "submitted", to=wrong)


def test_ends_and_unreachable_states_are_found():
    assert PAPER_FLOW.unreachable() == set()
    assert PAPER_FLOW.is_final("filed")
    assert not PAPER_FLOW.is_final("sent_back")
    broken = Flow("broken", PaperState, "draft", (Step("submit", ("draft",), "submitted", "提交"),))
    assert broken.unreachable() == {"sent_back", "filed"}


@pytest.mark.parametrize(
    "steps",
    [
        (Step("submit", ("draft",), "nowhere", "提交"),),
        (Step("submit", ("nowhere",), "draft", "提交"),),
        (Step("submit", ("draft", "draft"), "submitted", "提交"),),
        (Step("submit", ("draft",), "submitted", "提交"), Step("submit", ("draft",), "submitted", "提交")),
    ],
)
def test_nonsense_rows_are_refused_when_the_flow_is_made(steps):
    with pytest.raises(ValueError, match="broken"):
        Flow("broken", PaperState, "draft", steps)


def test_an_unknown_verb_is_a_mistake_of_the_programmer():
    with pytest.raises(KeyError):
        PAPER_FLOW.verdict("burn", "draft")


def test_the_diagram_shows_every_move_with_its_label():
    lines = PAPER_FLOW.mermaid().splitlines()
    assert lines[0] == "stateDiagram-v2"
    assert '    state "退回修改" as SENT_BACK' in lines
    assert "    [*] --> DRAFT" in lines
    assert "    SENT_BACK --> SUBMITTED: 提交" in lines
    assert "    FILED --> [*]" in lines
    assert sum("-->" in line for line in lines) == len(EDGES) + 2


def test_steps_between_the_same_states_share_an_arrow():
    class Two(TextChoices):
        A = "a", "甲"
        B = "b", "乙"

    flow = Flow("two", Two, "a", (Step("walk", ("a",), "b", "走"), Step("run", ("a",), "b", "跑")))
    assert "    A --> B: 走 / 跑" in flow.mermaid()


def test_the_database_guard_is_made_of_the_same_rows():
    trigger = PAPER_FLOW.fsm_trigger("state")
    assert set(trigger.transitions) == PAPER_FLOW.moves()
    assert trigger.field == "state"
