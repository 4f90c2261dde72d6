"""The file of one case as one viewer may read it, in a constant number of queries."""

from collections.abc import Iterable
from dataclasses import dataclass, field
from datetime import date
from typing import Any

from django.contrib.contenttypes.models import ContentType
from django.db.models import Model, OuterRef, Prefetch, Q, QuerySet

from foundation.deadlines.api import light
from foundation.deadlines.models import Deadline
from suggestions.models import (
    Appeal,
    Assignment,
    Commitment,
    ContactRecord,
    CoOpinion,
    Cosigner,
    Extension,
    Mediation,
    Objection,
    PaperRating,
    Rating,
    Reply,
    ResultClass,
    Round,
    Suggestion,
    TextVersion,
)
from suggestions.states import AssignmentState
from suggestions.views.bundle import packed, unpacked

NAMES = ("lead__deputy", "delegation", "term", "meeting", "category", "supervising_committee", "wished_unit")
MORE_NAMES = ("wished_category", "refusal_ground", "township")


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
    """Suggestions with names, co-signers, assignments, and every paper `user` may see packed into columns."""
    cosigners = Prefetch("cosigners", Cosigner.objects.select_related("mandate__deputy", "mandate__delegation"))
    units = Prefetch("assignments", Assignment.objects.select_related("unit", "through"))
    columns = {f"packed_{name}": column for name, column in _columns(user).items()}
    return rows.select_related(*NAMES, *MORE_NAMES).prefetch_related(cosigners, units).annotate(**columns)


def _columns(user: Any) -> dict[str, Any]:
    return {
        "rounds": _of_case(Round, user),
        "ratings": _of_case(Rating, user),
        "mediations": _of_case(Mediation, user),
        "appeals": _of_case(Appeal, user, "proposed_unit__name"),
        "papers": _of_case(PaperRating, user, "entered_by__name"),
        "versions": packed(TextVersion.objects.filter(suggestion=OuterRef("pk")).order_by("number")),
        "contacts": _of_unit(ContactRecord, user, "recorded_by__name"),
        "opinions": _of_unit(CoOpinion, user, "given_by__name"),
        "objections": _of_unit(Objection, user, "proposed_unit__name", "decided_by__name"),
        "extensions": _of_unit(Extension, user, "decided_by__name"),
        "commitments": _of_unit(Commitment, user),
        "replies": _of_unit(Reply, user, "result_class__code", "result_class__name"),
    }


def _of_case(model: type[Model], user: Any, *extra: str) -> Any:
    return packed(model.objects.visible_to(user).filter(suggestion=OuterRef("pk")).order_by("pk"), *extra)


def _of_unit(model: type[Model], user: Any, *extra: str) -> Any:
    return packed(model.objects.visible_to(user).filter(assignment__suggestion=OuterRef("pk")).order_by("pk"), *extra)


def case_of(suggestion: Suggestion, on: date) -> Case:
    """Puts the papers of a suggestion fetched by `with_papers` in order, and asks for its clocks: one query."""
    assignments = list(suggestion.assignments.all())
    by_id = {row.pk: row for row in assignments}
    for row in assignments:
        row.suggestion = suggestion
    case = Case(
        suggestion=suggestion,
        assignments=assignments,
        rounds=_rounds(suggestion, by_id),
        objections=_papers(suggestion, Objection, "objections", by_id),
        extensions=_papers(suggestion, Extension, "extensions", by_id),
        appeals=_papers(suggestion, Appeal, "appeals", by_id),
        commitments=_papers(suggestion, Commitment, "commitments", by_id),
        papers=_papers(suggestion, PaperRating, "papers", by_id),
        versions=_papers(suggestion, TextVersion, "versions", by_id),
    )
    case.clocks = _clocks(case, on)
    return case


def _papers(suggestion: Suggestion, model: type[Model], name: str, assignments: dict[int, Assignment]) -> list[Any]:
    rows = unpacked(model, getattr(suggestion, f"packed_{name}"))
    for row in rows:
        if hasattr(row, "suggestion_id"):
            row.suggestion = suggestion
        if getattr(row, "assignment_id", None) in assignments:
            row.assignment = assignments[row.assignment_id]
    return rows


IN_ROUNDS = (("replies", Reply), ("opinions", CoOpinion), ("contacts", ContactRecord), ("mediations", Mediation))


def _rounds(suggestion: Suggestion, by_id: dict[int, Assignment]) -> list[RoundView]:
    turns = [RoundView(row) for row in _papers(suggestion, Round, "rounds", by_id)]
    by_round = {turn.round.pk: turn for turn in turns}
    for name, model in (
        ("replies", Reply),
        ("opinions", CoOpinion),
        ("contacts", ContactRecord),
        ("mediations", Mediation),
    ):
        for paper in _papers(suggestion, model, name, by_id):
            if model is Reply and paper.result_class_id:
                paper.result_class = ResultClass(code=paper.result_class__code, name=paper.result_class__name)
            if paper.round_id in by_round:
                getattr(by_round[paper.round_id], name).append(paper)
    for rating in _papers(suggestion, Rating, "ratings", by_id):
        by_round[rating.round_id].rating = rating
    return sorted(turns, key=lambda turn: -turn.round.number)


def _clocks(case: Case, on: date) -> list[Deadline]:
    """Every clock of the case, its assignments and promises, each with its `light`; open ones first, by due day."""
    wanted = _clocks_of([case.suggestion]) | _clocks_of(case.assignments) | _clocks_of(case.commitments)
    rows = list(Deadline.objects.filter(wanted, cancelled_at=None).select_related("limit", "organisation"))
    for row in rows:
        row.light = light(row, on)
    return sorted(rows, key=lambda row: (not row.is_open, row.due_on))


def _clocks_of(objects: Iterable[Model]) -> Q:
    rows = list(objects)
    if not rows:
        return Q(pk__in=[])
    kind = ContentType.objects.get_for_model(rows[0])
    return Q(subject_type=kind, subject_id__in=[row.pk for row in rows])
