"""The file of one case as one viewer may read it, in a constant number of queries."""

from dataclasses import dataclass, field
from datetime import date
from functools import reduce
from itertools import chain
from operator import or_
from typing import Any

from django.db.models import Model, Q, QuerySet

from foundation.accounts.models import Organisation
from foundation.deadlines.api import light
from foundation.deadlines.models import Deadline
from foundation.statements.bundle import KEY as CASE
from foundation.statements.bundle import Bundle, give
from suggestions.models import (
    Appeal,
    Assignment,
    Category,
    Commitment,
    ContactRecord,
    CoOpinion,
    Cosigner,
    CosignerWord,
    Extension,
    HandlingPlan,
    HandOver,
    Mediation,
    Merge,
    Objection,
    PaperRating,
    PlanStep,
    Rating,
    RefusalGround,
    Reply,
    Round,
    Split,
    SplitPart,
    Suggestion,
    TextVersion,
)
from suggestions.states import AssignmentState
from suggestions.views.reader import Reader, with_reader

# More joins than these cost the planner longer than everything the page reads; the rest comes with the papers.
NAMES = ("lead__deputy", "delegation", "meeting", "category")


@dataclass
class RoundView:
    """One turn of handling: the replies side by side, what co-units said, the deputy's word."""

    round: Round
    replies: list[Reply] = field(default_factory=list)
    opinions: list[CoOpinion] = field(default_factory=list)
    contacts: list[ContactRecord] = field(default_factory=list)
    plans: list[HandlingPlan] = field(default_factory=list)
    words: list[CosignerWord] = field(default_factory=list)
    rating: Rating | None = None
    mediations: list[Mediation] = field(default_factory=list)


@dataclass
class Case:
    """Everything a case page shows. Lists hold only what the viewer may see."""

    suggestion: Suggestion
    assignments: list[Assignment]
    rounds: list[RoundView]
    objections: list[Objection]
    extensions: list[Extension]
    appeals: list[Appeal]
    commitments: list[Commitment]
    papers: list[PaperRating]
    versions: list[TextVersion]
    splits: list[Split]
    clocks: list[Deadline] = field(default_factory=list)

    @property
    def active(self) -> list[Assignment]:
        """Assignments that were not released."""
        return [row for row in self.assignments if row.state != AssignmentState.RELEASED]

    @property
    def open_clocks(self) -> list[Deadline]:
        """What still has to be done, and windows that are still open."""
        return [clock for clock in self.clocks if clock.is_open]

    @property
    def past_clocks(self) -> list[Deadline]:
        return [clock for clock in self.clocks if not clock.is_open]


def with_names(rows: QuerySet, user: Any) -> QuerySet:
    """Suggestions with their names, and with what decides how much of the rest `user` may read."""
    return with_reader(rows.select_related(*NAMES).defer("search_text", "search_vector"), user)


def _of_case(model: type[Model], *extra: str) -> tuple[QuerySet, tuple[str, ...]]:
    return model._base_manager.filter(suggestion=CASE), extra


def _of_unit(model: type[Model], *extra: str) -> tuple[QuerySet, tuple[str, ...]]:
    return model._base_manager.filter(assignment__suggestion=CASE), extra


def _named(model: type[Model], *columns: str, of: QuerySet) -> QuerySet:
    """Rows of a dictionary that one of `columns` of `of` points to."""
    return model._base_manager.filter(reduce(or_, (Q(pk__in=of.values(name)) for name in columns)))


def _clocks_on(model: type[Model], keys: Any) -> tuple[QuerySet, tuple[str, ...]]:
    """Clocks on the rows `keys` of `model` that were not cancelled."""
    rows = Deadline.objects.upon(model, keys).filter(cancelled_at=None)
    return rows.select_related("limit", "organisation").defer("derivation"), ()


PAPERS = {
    "rounds": _of_case(Round),
    "ratings": _of_case(Rating),
    "mediations": _of_case(Mediation),
    "appeals": _of_case(Appeal, "proposed_unit__name"),
    "papers": _of_case(PaperRating, "entered_by__name"),
    "versions": _of_case(TextVersion),
    "commitments": _of_case(Commitment, "colour__name", "colour__tone", "upgraded_to__code"),
    "contacts": _of_unit(ContactRecord, "recorded_by__name"),
    "plans": _of_unit(HandlingPlan, "made_by__name"),
    "opinions": _of_unit(CoOpinion, "given_by__name"),
    "splits": _of_case(Split),
    "words": _of_case(CosignerWord, "cosigner__mandate_id", "cosigner__mandate__deputy__name"),
    "objections": _of_unit(Objection, "proposed_unit__name", "decided_by__name"),
    "extensions": _of_unit(Extension, "decided_by__name"),
    "replies": (_of_unit(Reply)[0].select_related("result_class"), ()),
}
_CASE = Suggestion._base_manager.filter(pk=CASE)
_PARTS = Assignment._base_manager.filter(suggestion=CASE)
OF_CASE = {
    "cosigners": (
        Cosigner._base_manager.filter(suggestion=CASE).select_related("mandate__deputy", "mandate__delegation"),
        (),
    ),
    "parts": (_PARTS, ()),
}
NAMES_BESIDES = {
    "organisations": (
        _named(Organisation, "supervising_committee", "wished_unit", of=_CASE)
        | _named(Organisation, "unit", "through", of=_PARTS),
        (),
    ),
    "categories": (_named(Category, "wished_category", of=_CASE), ()),
    "steps": (PlanStep._base_manager.filter(plan__assignment__suggestion=CASE), ()),
    "grounds": (_named(RefusalGround, "refusal_ground", of=_CASE), ()),
}
CLOCKS = {
    "own_clocks": _clocks_on(Suggestion, [CASE]),
    "part_clocks": _clocks_on(Assignment, _PARTS.values("pk")),
    "promise_clocks": _clocks_on(Commitment, Commitment._base_manager.filter(suggestion=CASE).values("pk")),
}
LINKS = {
    "merges": (Merge.objects.standing().of(CASE).with_ends(), ()),
    "hand_overs": (
        HandOver._base_manager.filter(suggestion=CASE, distributed_at=None, returned_at=None).select_related("office"),
        (),
    ),
    "split_parts": (
        SplitPart._base_manager.filter(Q(suggestion=CASE) | Q(split__suggestion=CASE), suggestion__isnull=False)
        .select_related("split__suggestion", "suggestion")
        .only("title", "suggestion__number_text", *(f"split__suggestion__{name}" for name in ("number_text", "title"))),
        (),
    ),
}
LISTS = ("objections", "extensions", "appeals", "commitments", "papers", "versions", "splits")
FILE = Bundle(PAPERS | OF_CASE | NAMES_BESIDES | CLOCKS | LINKS)


def case_of(suggestion: Suggestion, user: Any, on: date) -> Case:
    """The file of a suggestion fetched by `with_names`, as far as `user` may read it. One query."""
    found = FILE.fetch(key=suggestion.pk)
    assignments = found["parts"]
    _give_names(suggestion, assignments, {name: {row.pk: row for row in found[name]} for name in NAMES_BESIDES})
    suggestion.standing_merges = found["merges"]
    suggestion.taken_apart = _taken_apart(suggestion, found["split_parts"])
    suggestion.open_hand_over = next(iter(found["hand_overs"]), None)
    parts = {row.pk: row for row in assignments}
    _hand_over(suggestion, parts, found)
    papers = _papers(suggestion, Reader(user, suggestion), parts, found)
    _give_steps(papers["plans"], found["steps"])
    return Case(
        suggestion=suggestion,
        assignments=assignments,
        rounds=_rounds(papers),
        **{name: papers[name] for name in LISTS},
        clocks=_clocks(suggestion, parts, found, on),
    )


# What the rules ask for is in the file already, also what this reader may not read.
OF_SUGGESTION = {name: name for name in ("cosigners", "rounds", "ratings", "splits")}
OF_SUGGESTION |= {"parts": "assignments", "papers": "paper_ratings", "words": "cosigner_words"}
OF_PART = ("replies", "contacts", "extensions")


def _hand_over(suggestion: Suggestion, parts: dict[int, Assignment], found: dict[str, list[Any]]) -> None:
    """Spares the rules their own queries: what is related is there as if it had been prefetched."""
    for name, related in OF_SUGGESTION.items():
        give(suggestion, related, found[name])
    for part in parts.values():
        for name in OF_PART:
            give(part, name, [paper for paper in found[name] if paper.assignment_id == part.pk])


def _taken_apart(suggestion: Suggestion, rows: list[SplitPart]) -> dict[str, Any] | None:
    """The paper this one was taken from, or its parts; None where nothing was taken apart."""
    for row in rows:
        if row.suggestion_id == suggestion.pk:
            return {"origin": row.split.suggestion, "parts": []}
    for row in rows:
        row.suggestion.title = row.title
    return {"origin": None, "parts": [row.suggestion for row in rows]} if rows else None


def _give_names(suggestion: Suggestion, assignments: list[Assignment], named: dict[str, dict[int, Any]]) -> None:
    """Ties the organisations and dictionary rows to what points to them."""
    organisations = named["organisations"]
    suggestion.supervising_committee = organisations.get(suggestion.supervising_committee_id)
    suggestion.wished_unit = organisations.get(suggestion.wished_unit_id)
    suggestion.wished_category = named["categories"].get(suggestion.wished_category_id)
    suggestion.refusal_ground = named["grounds"].get(suggestion.refusal_ground_id)
    for part in assignments:
        part.unit, part.through = organisations[part.unit_id], organisations.get(part.through_id)


def _give_steps(plans: list[HandlingPlan], steps: list[PlanStep]) -> None:
    """Ties the steps to their plans; of each unit's plans in a round the last one holds."""
    last = {(plan.assignment_id, plan.round_id): plan.pk for plan in plans}
    for plan in plans:
        plan.rows = [step for step in steps if step.plan_id == plan.pk]
        plan.is_former = last[plan.assignment_id, plan.round_id] != plan.pk


def _papers(
    suggestion: Suggestion, reader: Reader, assignments: dict[int, Assignment], found: dict[str, list[Any]]
) -> dict[str, list[Any]]:
    """Every paper the reader may read by kind, tied to the suggestion and the unit's part it belongs to."""
    found = {name: list(filter(reader.may_read, found[name])) for name in PAPERS}
    for paper in chain.from_iterable(found.values()):
        if hasattr(paper, "suggestion_id"):
            paper.suggestion = suggestion
        if getattr(paper, "assignment_id", None) in assignments:
            paper.assignment = assignments[paper.assignment_id]
    return found


def _rounds(papers: dict[str, list[Any]]) -> list[RoundView]:
    turns = {row.pk: RoundView(row) for row in papers["rounds"]}
    for name in ("replies", "opinions", "contacts", "plans", "mediations", "words"):
        for paper in papers[name]:
            if paper.round_id in turns:
                getattr(turns[paper.round_id], name).append(paper)
    for rating in papers["ratings"]:
        turns[rating.round_id].rating = rating
    return sorted(turns.values(), key=lambda turn: -turn.round.number)


def _clocks(
    suggestion: Suggestion, parts: dict[int, Assignment], found: dict[str, list[Any]], on: date
) -> list[Deadline]:
    """Every clock of the case, its assignments and promises, each with its `light`; open ones first, by due day.

    The rules find theirs as `clocks` of the suggestion and of each part.
    """
    rows = [row for name in CLOCKS for row in found[name]]
    for row in rows:
        row.light = light(row, on)
    suggestion.clocks = found["own_clocks"]
    for part in parts.values():
        part.clocks = [row for row in found["part_clocks"] if row.subject_id == part.pk]
    return sorted(rows, key=lambda row: (not row.is_open, row.due_on, row.pk))
