"""The facts a year's figures are counted from. Pure: one property for each thing an official counts."""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass, field
from datetime import date
from typing import Any

from foundation.accounts.roles import OrganisationKind as K
from suggestions.states import Channel, CommitmentState, Grade, Method, UnitRole

# By whom the work was done (domain 2.16); whatever else a body may be belongs to the last.
SYSTEMS = {
    "government": ("政府系统", (K.GOVERNMENT_OFFICE, K.HANDLING_UNIT)),
    "court": ("法院", (K.COURT,)),
    "procuratorate": ("检察院", (K.PROCURATORATE,)),
    "supervision": ("监察委员会", (K.SUPERVISION_COMMISSION,)),
    "party": ("党群系统", (K.PARTY_BODY,)),
    "other": ("其他机关", ()),
    "unassigned": ("尚未交办", ()),
}
FACE_TO_FACE = (Method.VISIT, Method.MEETING, Method.ON_SITE)
AWAITING, NOT_STATED = "awaiting", "not_stated"


@dataclass(frozen=True)
class Label:
    """A heading rows are grouped under, and its place among the others."""

    key: str
    name: str
    order: tuple[Any, ...] = ()


@dataclass(frozen=True)
class Talk:
    """A contact with the deputy in the first round that the deputy has not called untrue."""

    phase: str
    method: str


@dataclass(frozen=True)
class PartFacts:
    """One unit's part of a case. `due_on` is the day of its first reply, extended where that was granted."""

    pk: int
    case_pk: int
    unit: Label
    kind: str
    role: str
    due_on: date | None = None
    replied_on: date | None = None
    signing_due_on: date | None = None
    signed_on: date | None = None
    result: Label | None = None
    talks: Sequence[Talk] = ()
    # Whether the one extension was granted: True, False, None while undecided; empty when never asked for.
    extensions: Sequence[bool | None] = ()
    is_public: bool = False

    @property
    def answers(self) -> bool:
        """Whether the unit delivers a reply of its own."""
        return self.role != UnitRole.CO

    @property
    def answered(self) -> bool:
        return self.answers and self.replied_on is not None

    @property
    def contacted(self) -> bool:
        return bool(self.talks)

    @property
    def met_in_person(self) -> bool:
        return any(talk.method in FACE_TO_FACE for talk in self.talks)

    def contacted_in(self, phase: str) -> bool:
        """Whether somebody spoke with the deputy in this phase."""
        return any(talk.phase == phase for talk in self.talks)

    def punctuality(self, on: date) -> str:
        """on_time or late (answered), overdue or running (not yet), unclocked where no period was ever recorded."""
        if self.due_on is None:
            return "unclocked"
        if self.replied_on:
            return "on_time" if self.replied_on <= self.due_on else "late"
        return "overdue" if self.due_on < on else "running"

    def signing(self, on: date) -> str:
        """The same of signing for the part (签收); unclocked where the unit was relieved or nobody recorded it."""
        if self.signing_due_on is None:
            return "unclocked"
        if self.signed_on:
            return "on_time" if self.signed_on <= self.signing_due_on else "late"
        return "overdue" if self.signing_due_on < on else "running"


@dataclass(frozen=True)
class Turn:
    """One round of handling and what the deputy said about it; empty grades while he has said nothing."""

    number: int
    replied: bool
    not_stated: bool = False
    attitude: str = ""
    result: str = ""

    @property
    def is_dissatisfied(self) -> bool:
        return Grade.DISSATISFIED in (self.attitude, self.result)


@dataclass(frozen=True)
class CaseFacts:
    """One registered suggestion with its parts and rounds."""

    pk: int
    number: str
    title: str
    channel: str
    is_converted: bool
    is_key: bool
    state: str
    category: Label
    delegation: Label
    lead: str
    committee: str = ""
    is_public: bool = False
    # Who leads its supervision this year: for the standing committee, for the government.
    leaders: tuple[str, str] = ("", "")
    parts: Sequence[PartFacts] = ()
    turns: Sequence[Turn] = ()

    @property
    def in_session(self) -> bool:
        return self.channel == Channel.SESSION

    @property
    def assigned(self) -> bool:
        return bool(self.turns)

    @property
    def answering(self) -> list[PartFacts]:
        return [part for part in self.parts if part.answers]

    @property
    def main_part(self) -> PartFacts | None:
        """The lead unit's part, or the first of several separate ones."""
        return min(self.answering, key=lambda part: part.pk, default=None)

    @property
    def answered(self) -> bool:
        """Whether every unit has answered at least once."""
        return any(turn.replied for turn in self.turns)

    @property
    def last_answered(self) -> Turn | None:
        """The round the deputy's present word is about."""
        return max((turn for turn in self.turns if turn.replied), key=lambda turn: turn.number, default=None)

    def word(self, dimension: str) -> str:
        """The grade of the last answered round, NOT_STATED after the reminders, AWAITING before; "" unanswered."""
        turn = self.last_answered
        if turn is None:
            return ""
        return getattr(turn, dimension) or (NOT_STATED if turn.not_stated else AWAITING)

    @property
    def result(self) -> Label | None:
        """The class of the last reply; of several units' the one that leaves most to be done."""
        found = [part.result for part in self.answering if part.result]
        return max(found, key=lambda label: label.order) if self.answered and found else None

    @property
    def system(self) -> str:
        """To which of SYSTEMS the unit in the lead belongs."""
        part = self.main_part
        if part is None:
            return "unassigned"
        return next((key for key, (_, kinds) in SYSTEMS.items() if part.kind in kinds), "other")

    def first_complaint(self, dimension: str = "") -> Turn | None:
        """The first round the deputy was dissatisfied with, in one dimension or in either."""
        return next((turn for turn in self.turns if _complains(turn, dimension)), None)

    def after_complaint(self, dimension: str) -> str:
        """What the deputy says since the first complaint of a dimension; "pending" while it is handled anew."""
        first, last = self.first_complaint(dimension), self.last_answered
        if first is None or last is None or last.number <= first.number:
            return "pending"
        return self.word(dimension)


def _complains(turn: Turn, dimension: str) -> bool:
    return turn.is_dissatisfied if not dimension else getattr(turn, dimension) == Grade.DISSATISFIED


@dataclass(frozen=True)
class PromiseFacts:
    """A promise of a reply."""

    pk: int
    case_pk: int
    part_pk: int
    unit: Label
    state: str
    due_on: date
    made_on: date
    text: str = ""
    # Whether the deputy's second rating raised the class of the reply (CQ17 28).
    raised: bool = False

    @property
    def kept(self) -> bool:
        return self.state == CommitmentState.FULFILLED

    @property
    def dropped(self) -> bool:
        return self.state == CommitmentState.DROPPED

    @property
    def running(self) -> bool:
        """Neither kept nor given up."""
        return not self.kept and not self.dropped

    def overdue(self, on: date) -> bool:
        return self.running and self.due_on < on


@dataclass(frozen=True)
class Yearbook:
    """The facts of one period as counted on the day `on`."""

    on: date
    cases: Sequence[CaseFacts]
    withdrawn: Sequence[CaseFacts] = ()
    promises: Sequence[PromiseFacts] = ()
    classes: Sequence[Label] = ()
    least: int = 0
    case_of: dict[int, CaseFacts] = field(default_factory=dict, compare=False)

    @property
    def parts(self) -> list[PartFacts]:
        return [part for case in self.cases for part in case.parts]

    @property
    def answering(self) -> list[PartFacts]:
        return [part for part in self.parts if part.answers]

    @property
    def answered(self) -> list[CaseFacts]:
        return [case for case in self.cases if case.answered]


def labels(rows: Iterable[Label]) -> list[Label]:
    """Every heading once, in order."""
    return sorted(set(rows), key=lambda label: (label.order, label.name, label.key))
