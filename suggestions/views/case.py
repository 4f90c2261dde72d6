"""The file of one case as one viewer may read it, in a constant number of queries."""

from collections.abc import Iterable
from dataclasses import dataclass, field
from datetime import date
from functools import reduce
from itertools import chain
from operator import or_
from typing import Any

from django.contrib.contenttypes.models import ContentType
from django.db.models import Model, Prefetch, Q, QuerySet

from foundation.accounts.models import Organisation
from foundation.deadlines.api import light
from foundation.deadlines.models import Deadline
from suggestions.models import (
    Appeal,
    Assignment,
    Category,
    Commitment,
    ContactRecord,
    CoOpinion,
    Cosigner,
    Extension,
    Mediation,
    Objection,
    PaperRating,
    Rating,
    RefusalGround,
    Reply,
    ResultClass,
    Round,
    Suggestion,
    TextVersion,
)
from suggestions.states import AssignmentState
from suggestions.views.bundle import CASE, Bundle
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


def with_papers(rows: QuerySet, user: Any) -> QuerySet:
    """Suggestions with names, co-signers, assignments, and what decides how much of the rest `user` may read."""
    cosigners = Prefetch("cosigners", Cosigner.objects.select_related("mandate__deputy", "mandate__delegation"))
    parts = Prefetch("assignments", Assignment.objects.order_by("pk"))
    named = rows.select_related(*NAMES).prefetch_related(cosigners, parts)
    return with_reader(named.defer("search_text", "search_vector"), user)


def _of_case(model: type[Model], *extra: str) -> tuple[QuerySet, tuple[str, ...]]:
    return model._base_manager.filter(suggestion=CASE), extra


def _of_unit(model: type[Model], *extra: str) -> tuple[QuerySet, tuple[str, ...]]:
    return model._base_manager.filter(assignment__suggestion=CASE), extra


def _named(model: type[Model], *columns: str, of: QuerySet) -> QuerySet:
    """Rows of a dictionary that one of `columns` of `of` points to."""
    return model._base_manager.filter(reduce(or_, (Q(pk__in=of.values(name)) for name in columns)))


PAPERS = {
    "rounds": _of_case(Round),
    "ratings": _of_case(Rating),
    "mediations": _of_case(Mediation),
    "appeals": _of_case(Appeal, "proposed_unit__name"),
    "papers": _of_case(PaperRating, "entered_by__name"),
    "versions": _of_case(TextVersion),
    "commitments": _of_case(Commitment),
    "contacts": _of_unit(ContactRecord, "recorded_by__name"),
    "opinions": _of_unit(CoOpinion, "given_by__name"),
    "objections": _of_unit(Objection, "proposed_unit__name", "decided_by__name"),
    "extensions": _of_unit(Extension, "decided_by__name"),
    "replies": _of_unit(Reply, "result_class__code", "result_class__name"),
}
_CASE = Suggestion._base_manager.filter(pk=CASE)
_PARTS = Assignment._base_manager.filter(suggestion=CASE)
NAMES_BESIDES = {
    "organisations": (
        _named(Organisation, "supervising_committee", "wished_unit", of=_CASE)
        | _named(Organisation, "unit", "through", of=_PARTS),
        (),
    ),
    "categories": (_named(Category, "wished_category", of=_CASE), ()),
    "grounds": (_named(RefusalGround, "refusal_ground", of=_CASE), ()),
}
FILE = Bundle(PAPERS | NAMES_BESIDES)


def case_of(suggestion: Suggestion, user: Any, on: date) -> Case:
    """The file of a suggestion fetched by `with_papers`, as far as `user` may read it. Two queries: papers, clocks."""
    found = FILE.fetch(suggestion.pk)
    assignments = list(suggestion.assignments.all())
    _give_names(suggestion, assignments, {name: {row.pk: row for row in found[name]} for name in NAMES_BESIDES})
    papers = _papers(suggestion, Reader(user, suggestion), {row.pk: row for row in assignments}, found)
    case = Case(
        suggestion=suggestion,
        assignments=assignments,
        rounds=_rounds(papers),
        **{name: papers[name] for name in ("objections", "extensions", "appeals", "commitments", "papers", "versions")},
    )
    case.clocks = _clocks(case, on)
    return case


def _give_names(suggestion: Suggestion, assignments: list[Assignment], named: dict[str, dict[int, Any]]) -> None:
    """Ties the organisations and dictionary rows to what points to them."""
    organisations = named["organisations"]
    suggestion.supervising_committee = organisations.get(suggestion.supervising_committee_id)
    suggestion.wished_unit = organisations.get(suggestion.wished_unit_id)
    suggestion.wished_category = named["categories"].get(suggestion.wished_category_id)
    suggestion.refusal_ground = named["grounds"].get(suggestion.refusal_ground_id)
    for part in assignments:
        part.suggestion = suggestion
        part.unit, part.through = organisations[part.unit_id], organisations.get(part.through_id)


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
    for name in ("replies", "opinions", "contacts", "mediations"):
        for paper in papers[name]:
            if paper.round_id in turns:
                getattr(turns[paper.round_id], name).append(paper)
    for reply in papers["replies"]:
        if reply.result_class_id:
            reply.result_class = ResultClass(code=reply.result_class__code, name=reply.result_class__name)
    for rating in papers["ratings"]:
        turns[rating.round_id].rating = rating
    return sorted(turns.values(), key=lambda turn: -turn.round.number)


def _clocks(case: Case, on: date) -> list[Deadline]:
    """Every clock of the case, its assignments and promises, each with its `light`; open ones first, by due day."""
    wanted = _clocks_of([case.suggestion]) | _clocks_of(case.assignments) | _clocks_of(case.commitments)
    clocks = Deadline.objects.filter(wanted, cancelled_at=None).defer("derivation")
    rows = list(clocks.select_related("limit", "organisation"))
    for row in rows:
        row.light = light(row, on)
    return sorted(rows, key=lambda row: (not row.is_open, row.due_on))


def _clocks_of(objects: Iterable[Model]) -> Q:
    rows = list(objects)
    if not rows:
        return Q(pk__in=[])
    kind = ContentType.objects.get_for_model(rows[0])
    return Q(subject_type=kind, subject_id__in=[row.pk for row in rows])
