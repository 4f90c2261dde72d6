"""Promises at the turn of the year and of the term: opened by the portal, explained by the unit."""

from datetime import date, datetime
from typing import Any

from django.db import transaction

from deputies.models import Term
from foundation import deadlines
from foundation.workflow import Refused
from suggestions import notices
from suggestions.models import CarryOver, Commitment
from suggestions.rules import may_explain_carry_over
from suggestions.states import CommitmentState
from suggestions.transitions.beats import chinese_day, day_of, note, open_unit_paper


@transaction.atomic
def carry_over(pk: Any, *, at: datetime, term: Term | None = None) -> CarryOver | None:
    """Carries an open promise into the year of `at`, or into `term`; None when it is there already or is kept.

    The unit has to explain itself in writing (SH15 22). Unit, deputy and office hear; of an overdue one the committee
    and the vice-chairs too.
    """
    commitment = open_unit_paper(Commitment, pk)
    into = {"term": term} if term else {"year": day_of(at).year}
    if commitment.state != CommitmentState.OPEN or commitment.carryover_set.filter(**into).exists():
        return None
    carried = CarryOver.objects.create(
        suggestion=commitment.suggestion,
        commitment=commitment,
        assignment=commitment.assignment,
        was_overdue=commitment.due_on < day_of(at),
        opened_at=at,
        **into,
    )
    unit = commitment.assignment.unit_id
    due = deadlines.start("carry_explanation", carried, on=day_of(at), organisation=unit, by=None, at=at).due_on
    word = "，已逾期" if carried.was_overdue else ""
    note(
        "carry_over", commitment.suggestion, f"承诺事项{carried}{word}，须书面说明。", by=None, at=at, carry=carried.pk
    )
    notices.carried_over(carried, due, at=at)
    return carried


@transaction.atomic
def explain_carry_over(
    pk: Any,
    *,
    by: Any,
    at: datetime,
    version: int | None = None,
    explanation: str,
    plan: str,
    planned_on: date | None = None,
) -> CarryOver:
    """A unit explains why a promise was not kept in its year or term, and what it will do; `pk` is the CarryOver.

    The promised day stays what it was. Deputy, office and committee hear.
    """
    carried = open_unit_paper(CarryOver, pk)
    may_explain_carry_over(by, carried, on=day_of(at)).require()
    if not explanation.strip() or not plan.strip():
        raise Refused("请写明未完成原因和下一步措施。", "input")
    if planned_on and planned_on < day_of(at):
        raise Refused("预计完成日期不能早于今天，请重新填写。", "input")
    carried.explanation, carried.plan, carried.planned_on = explanation, plan, planned_on
    carried.explained_by, carried.explained_at = by, at
    carried.save(update_fields=["explanation", "plan", "planned_on", "explained_by", "explained_at"])
    deadlines.meet("carry_explanation", carried, at=at)
    by_day = f"预计{chinese_day(planned_on)}完成。" if planned_on else ""
    summary = f"{carried.assignment.unit}说明承诺{carried}的原因：{explanation}{by_day}"
    note("explain_carry_over", carried.suggestion, summary, by=by, at=at, carry=carried.pk)
    notices.carry_over_explained(carried, by=by, at=at)
    return carried
