"""Papers in every state, of two families and a township, each with a word in its texts that stands nowhere else."""

from collections.abc import Callable, Iterable
from dataclasses import dataclass, field
from typing import Any

from suggestions.models import Assignment, Suggestion
from suggestions.states import CheckPoint, Grade, UnitRole
from suggestions.transitions.ask_cosigners import ask_cosigners
from suggestions.transitions.publish import publish
from suggestions.transitions.rate import rate
from suggestions.transitions.withdraw import withdraw
from tests.cast import Cast
from tests.deputies_cast import Register
from tests.suggestions.road import Road
from tests.walk.people import CLERKS, DEPUTIES, LEADERS, OFFICE, in_the_place_of

GOOD = {"attitude": Grade.SATISFIED, "result": Grade.SATISFIED}


@dataclass
class Case:
    """One paper: who may open its desk page, whose it is, and the word that gives it away."""

    key: str
    paper: Suggestion
    word: str
    sees: frozenset[str]
    lead: str
    is_public: bool = False
    office: frozenset[str] = CLERKS
    officer: str = ""
    head: str = ""
    part: Assignment | None = None

    @property
    def state(self) -> str:
        """Where the paper stands."""
        return self.paper.state

    @property
    def unit(self) -> frozenset[str]:
        """Officer and head of the unit that answers."""
        return frozenset({self.officer, self.head} - {""})

    @property
    def checkers(self) -> frozenset[str]:
        """Who checks the reply: the office, and the government office where the paper went through it."""
        return self.office | ({"sun"} if self.part and self.part.through_id else set())


@dataclass
class Secret:
    """A text inside a case that fewer people may read than the case itself."""

    word: str
    sees: frozenset[str]


@dataclass
class World:
    """Everything that is walked through."""

    cast: Cast
    register: Register
    cases: dict[str, Case] = field(default_factory=dict)
    secrets: list[Secret] = field(default_factory=list)
    # rows that addresses name besides papers and parts: "objection", "file"…
    rows: dict[str, Any] = field(default_factory=dict)
    # person → the secret in the address of his calendar
    feeds: dict[str, str] = field(default_factory=dict)

    def hidden_from(self, person: str) -> list[str]:
        """Every word that may stand on no page this person gets."""
        cases = [case.word for case in self.cases.values() if not case.is_public and person not in case.sees]
        return cases + [secret.word for secret in self.secrets if person not in secret.sees]


class Family:
    """One deputy's papers on their road; `unit` is in the lead of each that has come to a unit."""

    def __init__(self, world: World, letter: str, lead: str, unit: str, officer: str, head: str) -> None:
        self.world, self.letter, self.lead = world, letter, lead
        self.unit, self.officer, self.head = unit, officer, head
        self.road = Road(*in_the_place_of(world.cast, world.register, lead))
        near = {"head", "convener"} if lead == "lin" else set()
        self.handed_in = frozenset({lead, *OFFICE, *near})
        self.registered = frozenset({lead, "fang"}) | OFFICE | DEPUTIES | LEADERS
        self.with_unit = self.registered | {"sun", officer, head}

    def case(self, name: str, make: Callable[[Suggestion], Suggestion], sees: Iterable[str], **facts: Any) -> Case:
        """Leads a fresh draft through `make` and files what comes out under "a-name"."""
        word = f"密{self.letter}{len(self.world.cases):02d}号"
        texts = {
            "title": f"关于{word}事项的建议",
            "facts": f"{word}的案由。",
            "proposals": f"{word}的办法。",
            "agree_to_publish": True,
        }
        wording = {**texts, **facts.pop("wording", {})}
        paper = self.road.fresh(make(self.road.draft(**wording)))
        found = Case(f"{self.letter.lower()}-{name}", paper, word, frozenset(sees), self.lead, **facts)
        part = paper.assignments.exclude(state="released").exclude(role=UnitRole.CO).first()
        if part:
            found.part, found.officer, found.head = part, self.officer, self.head
        self.world.cases[found.key] = found
        return found

    def upto(self, state: str) -> Callable[[Suggestion], Suggestion]:
        """From a draft to `state`, by way of this family's unit."""
        return lambda draft: self.road.on(self.assigned(draft), state)

    def assigned(self, draft: Suggestion) -> Suggestion:
        unit = getattr(self.world.cast, self.unit)
        return self.road.assigned(self.road.on(draft, "registered"), units=[(unit, UnitRole.LEAD)])

    def usual(self) -> None:
        """One paper in each state of the issue's list."""
        road = self.road
        self.case("draft", lambda draft: draft, {self.lead})
        self.case("dropped", self.withdrawn, {self.lead})
        self.case("submitted", road.submitted, self.handed_in)
        self.case("withdrawn", lambda draft: self.withdrawn(road.submitted(draft)), self.handed_in)
        self.case("registered", lambda draft: road.on(draft, "registered"), self.registered)
        self.case("assigned", self.assigned, self.with_unit)
        for state in ("handling", "drafted", "signed", "replied"):
            self.case(state, self.upto(state), self.with_unit)
        self.case("rehandling", lambda draft: road.dissatisfied(self.upto("replied")(draft)), self.with_unit)
        self.case("closed", self.closed, self.with_unit)
        self.case("published", self.published, self.with_unit, is_public=True)

    def withdrawn(self, paper: Suggestion) -> Suggestion:
        return withdraw(paper, by=self.road.cast.lin, at=self.road.at(), reason="情况已变。")

    def closed(self, draft: Suggestion) -> Suggestion:
        paper = self.upto("replied")(draft)
        rate(paper, by=self.road.cast.lin, at=self.road.at(), **GOOD)
        return self.road.fresh(paper)

    def consulted(self, sign: Callable[[Suggestion], Suggestion]) -> None:
        """A joint paper whose lead has asked his co-signer, who has not answered."""
        case = self.case("consulted", lambda draft: self.upto("replied")(sign(draft)), self.with_unit | {"zhou"})
        self.world.rows["word"] = ask_cosigners(case.paper, by=self.road.cast.lin, at=self.road.at())[0]

    def published(self, draft: Suggestion) -> Suggestion:
        return publish(
            self.closed(draft),
            by=self.road.cast.he,
            at=self.road.at(),
            secrecy_note="审查人密查号。",
            checked=CheckPoint.values,
        )
