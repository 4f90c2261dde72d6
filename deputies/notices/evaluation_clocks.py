"""The clock of the window in which a deputy may object to the grade he is to be given."""

from collections.abc import Mapping, Sequence
from typing import Any

from deputies.models import Evaluation
from deputies.states import EvaluationState
from foundation.deadlines.lights import Light
from foundation.deadlines.models import Deadline
from foundation.deadlines.registry import register_kind
from foundation.web.chinese import date_text


def register_all() -> None:
    """Called once by registration.py."""
    register_kind(
        "evaluation_objection",
        name="考核等次公示",
        subject_model=Evaluation,
        recipients=_people,
        message=_words,
        still_due=_still,
        subjects=_rows,
        may_view=lambda user, row: bool(_seen(user, [row])),
        visible_among=_seen,
    )


def _people(clocks: Sequence[Deadline], level: int) -> Mapping[int, set[int]]:
    """The deputy alone: nobody else owes anything."""
    return {clock.pk: {clock.user_id} for clock in clocks if clock.user_id}


def _words(clock: Deadline, row: Evaluation, light: Light) -> tuple[str, str, str]:
    body = f"拟定等次“{row.grade}”。有异议的，请于{date_text(clock.due_on)}前提出。"
    return f"考核等次公示{light.text}：{row}", body, row.get_absolute_url()


def _still(clocks: Sequence[Deadline]) -> set[int]:
    rows = Evaluation.objects.filter(pk__in={clock.subject_id for clock in clocks}, state=EvaluationState.SHOWN)
    waiting = set(rows.order_by().values_list("pk", flat=True))
    return {clock.pk for clock in clocks if clock.subject_id in waiting}


def _rows(clocks: Sequence[Deadline]) -> Mapping[int, Evaluation]:
    found = Evaluation.objects.with_names().in_bulk({clock.subject_id for clock in clocks})
    return {clock.pk: found[clock.subject_id] for clock in clocks if clock.subject_id in found}


def _seen(user: Any, rows: Sequence[Any]) -> set[int]:
    seen = Evaluation.objects.visible_to(user).filter(pk__in={row.pk for row in rows})
    return set(seen.order_by().values_list("pk", flat=True))
