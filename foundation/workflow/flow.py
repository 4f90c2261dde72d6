"""A flow as data: rows of (verb, from, to). Diagram, buttons, database guard and tests are made of the same rows."""

from dataclasses import dataclass, field
from functools import cached_property

import pgtrigger
from django.db.models import TextChoices

from foundation.workflow import diagram, fsm
from foundation.workflow.verdict import Verdict, allow, refuse

Edge = tuple[str, str, str]


@dataclass(frozen=True)
class Step:
    """One verb that leads from any of `sources` to `target`.

    `label` is the Chinese word of the button, `rule` names the function that decides who may, or the rule of procedure.
    """

    verb: str
    sources: tuple[str, ...]
    target: str
    label: str
    rule: str = ""


@dataclass(frozen=True)
class Flow:
    """States in order of life and the steps between them. A verb may lead to several targets: one Step each.

    ValueError at import when a row names an unknown state or is written twice.
    """

    name: str
    states: type[TextChoices]
    start: str
    steps: tuple[Step, ...] = field(repr=False)
    title: str = ""

    def __post_init__(self) -> None:
        object.__setattr__(self, "steps", tuple(self.steps))
        rows = [(step.verb, source, step.target) for step in self.steps for source in step.sources]
        unknown = {state for _, *pair in rows for state in pair if state not in self.states.values}
        if unknown or self.start not in self.states.values:
            raise ValueError(f"{self.name}: unknown state {sorted(unknown) or self.start}")
        if len(rows) != len(set(rows)):
            raise ValueError(f"{self.name}: the same edge is written twice")

    @cached_property
    def _by_verb(self) -> dict[str, list[Step]]:
        found: dict[str, list[Step]] = {}
        for step in self.steps:
            found.setdefault(step.verb, []).append(step)
        return found

    @property
    def verbs(self) -> list[str]:
        """Every verb once, in the order of the rows."""
        return list(self._by_verb)

    def edges(self) -> set[Edge]:
        """All (verb, source, target)."""
        return {(step.verb, str(source), str(step.target)) for step in self.steps for source in step.sources}

    def moves(self) -> set[tuple[str, str]]:
        """All (source, target) that change the state, whichever verb does it."""
        return {(source, target) for _, source, target in self.edges() if source != target}

    def label(self, verb: str) -> str:
        """The Chinese word of a verb; KeyError for a verb the flow does not have."""
        return self._by_verb[verb][0].label

    def sources(self, verb: str) -> list[str]:
        """The states a verb may start from, in order of life."""
        known = {source for step in self._by_verb[verb] for source in step.sources}
        return [state for state in self.states.values if state in known]

    def verbs_from(self, state: str) -> list[str]:
        """The verbs possible in `state`, as far as the flow alone decides."""
        return [verb for verb in self.verbs if state in self.sources(verb)]

    def is_final(self, state: str) -> bool:
        """Whether no step leaves `state`."""
        return not any(source == state for source, _ in self.moves())

    def unreachable(self) -> set[str]:
        """States that no chain of steps from the start arrives at; empty in a sound flow."""
        reached, open_ends = {str(self.start)}, [str(self.start)]
        while open_ends:
            here = open_ends.pop()
            fresh = {target for source, target in self.moves() if source == here} - reached
            reached |= fresh
            open_ends.extend(fresh)
        return set(self.states.values) - reached

    def verdict(self, verb: str, state: str) -> Verdict:
        """Whether `verb` may start from `state`; the refusal names the present state and where the verb belongs."""
        sources = self.sources(verb)
        if state in sources:
            return allow()
        belongs = "、".join(f"“{self.states(source).label}”" for source in sources)
        present = self.states(state).label
        return refuse(f"当前为“{present}”，不能办理“{self.label(verb)}”；该事项须在{belongs}时办理。", "state")

    def target(self, verb: str, state: str, *, to: str | None = None) -> str:
        """Where `verb` leads from `state`. Raises Refused when it may not start there.

        A verb with several targets needs `to`; ValueError when `to` is missing or is none of them.
        """
        self.verdict(verb, state).require()
        targets = {str(step.target) for step in self._by_verb[verb] if state in step.sources}
        if to is None and len(targets) == 1:
            return targets.pop()
        if to is None or str(to) not in targets:
            raise ValueError(f"{self.name}.{verb} from {state} leads to {sorted(targets)}, not to {to}")
        return str(to)

    def mermaid(self) -> str:
        """The flow as mermaid text, labels in Chinese."""
        return diagram.mermaid(self)

    def fsm_trigger(self, field: str) -> pgtrigger.FSM:
        """The database's own guard of `field`, made of the same rows."""
        return fsm.fsm_trigger(self, field)
