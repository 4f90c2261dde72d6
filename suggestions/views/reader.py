"""Which papers of a case that is at hand its reader may read: the answers of `visible_to`, without asking again."""

from typing import Any

from django.db.models import BooleanField, ExpressionWrapper, Model, Q, QuerySet, Value

from foundation.accounts.roles import Role
from suggestions.models import (
    Appeal,
    ContactRecord,
    CoOpinion,
    CosignerWord,
    Extension,
    HandlingPlan,
    Objection,
    PaperRating,
    Reply,
    Suggestion,
)
from suggestions.querysets import scope
from suggestions.rules.relations import UNIT, own_mandates
from suggestions.states import AssignmentState, UnitRole

BETWEEN_UNIT_AND_CONCERNED = (Appeal, ContactRecord, CoOpinion, Extension, HandlingPlan, Objection)
OFFICES = (Role.CLERK, Role.TOWNSHIP_CLERK)


def with_reader(rows: QuerySet, user: Any) -> QuerySet:
    """Suggestions `user` may open, annotated with what decides how much of their papers he may read."""
    kept = scope.keeper(user)
    return rows.annotate(is_kept=_flag(kept), is_particular=_flag(kept + scope.proposer(user, rows.model)))


def _flag(conditions: list[Q]) -> Any:
    if not conditions:
        return Value(False)
    return ExpressionWrapper(scope.any_of(conditions), output_field=BooleanField())


class Reader:
    """A person before one suggestion fetched by `with_reader`; it is visible to him, or he would not stand here."""

    def __init__(self, user: Any, suggestion: Suggestion) -> None:
        self.suggestion = suggestion
        active = [part for part in suggestion.assignments.all() if part.state != AssignmentState.RELEASED]
        units, offices = user.organisations(*UNIT), user.organisations(Role.GOVERNMENT_OFFICE)
        self.of_units = {part.pk for part in active if part.unit_id in units}
        own = [part for part in active if part.unit_id in units or part.through_id in offices]
        self.open_parts = {part.pk for part in own}
        if any(part.role == UnitRole.LEAD for part in own):
            parts = suggestion.assignments.all()
            self.open_parts |= {part.pk for part in parts if part.role == UnitRole.CO}
        self.seats = own_mandates(user)
        self.reads_signed = user.has_role(*OFFICES, Role.GOVERNMENT_OFFICE)
        self.reads_paper_ratings = suggestion.is_kept and user.has_role(*OFFICES)

    def may_read(self, paper: Model) -> bool:
        """Whether `paper` of this suggestion is among `visible_to(user)` of its kind."""
        if isinstance(paper, Reply):
            return self._reply(paper)
        if isinstance(paper, PaperRating):
            return self.reads_paper_ratings
        if isinstance(paper, CosignerWord):
            return not self.seats.isdisjoint((self.suggestion.lead_id, paper.cosigner__mandate_id))
        if isinstance(paper, BETWEEN_UNIT_AND_CONCERNED):
            return self.suggestion.is_particular or paper.assignment_id in self.open_parts
        return True

    def _reply(self, reply: Reply) -> bool:
        if reply.delivered_at or reply.assignment_id in self.of_units:
            return True
        return bool(reply.signed_at) and self.reads_signed
