"""The clocks of the yearly evaluation: to mark oneself, to object, to be answered."""

from collections.abc import Callable, Mapping, Sequence
from typing import Any

from deputies.models import Evaluation
from deputies.states import EvaluationState
from foundation.accounts.people import people_with
from foundation.accounts.roles import Role
from foundation.deadlines.lights import Light
from foundation.deadlines.models import Deadline
from foundation.deadlines.registry import register_kind
from foundation.web.chinese import date_text
from foundation.workdays.clock import today

DUTY = 1
S = EvaluationState
# clock, its name, the state in which it is owed, what is to be done until then
KINDS = (
    ("evaluation_self", "年度考核自评", S.SELF, "请在{until}前完成自评。"),
    ("evaluation_objection", "考核等次公示", S.SHOWN, "拟定等次“{grade}”。有异议的，请于{until}前提出。"),
    ("evaluation_answer", "考核异议答复", S.OBJECTED, "请在{until}前答复代表的异议，答复后才能公布考核结果。"),
)
WORDS = {key: words for key, _, _, words in KINDS}


def register_all() -> None:
    """Called once by registration.py."""
    for key, name, state, _ in KINDS:
        register_kind(
            key,
            name=name,
            subject_model=Evaluation,
            recipients=_deputy if key == "evaluation_objection" else _people,
            message=_words,
            still_due=_still(state),
            subjects=_rows,
            may_view=lambda user, row: bool(_seen(user, [row])),
            visible_among=_seen,
        )


def _deputy(clocks: Sequence[Deadline], level: int) -> Mapping[int, set[int]]:
    """The deputy alone: nobody else owes anything."""
    return {clock.pk: {clock.user_id} for clock in clocks if clock.user_id}


def _people(clocks: Sequence[Deadline], level: int) -> Mapping[int, set[int]]:
    """The deputy for his own marks; the liaison clerks for all else, for the higher levels and who has no account."""
    clerks = set(people_with(Role.CLERK, on=today()).values_list("pk", flat=True))
    return {clock.pk: {clock.user_id} if level == DUTY and clock.user_id else clerks for clock in clocks}


def _words(clock: Deadline, row: Evaluation, light: Light) -> tuple[str, str, str]:
    body = WORDS[clock.kind].format(grade=row.grade, until=date_text(clock.due_on))
    return f"{clock.limit.name}{light.text}：{row}", body, row.get_absolute_url()


def _still(state: EvaluationState) -> Callable[[Sequence[Deadline]], set[int]]:
    def still_due(clocks: Sequence[Deadline]) -> set[int]:
        rows = Evaluation.objects.filter(pk__in={clock.subject_id for clock in clocks}, state=state)
        waiting = set(rows.order_by().values_list("pk", flat=True))
        return {clock.pk for clock in clocks if clock.subject_id in waiting}

    return still_due


def _rows(clocks: Sequence[Deadline]) -> Mapping[int, Evaluation]:
    found = Evaluation.objects.with_names().in_bulk({clock.subject_id for clock in clocks})
    return {clock.pk: found[clock.subject_id] for clock in clocks if clock.subject_id in found}


def _seen(user: Any, rows: Sequence[Any]) -> set[int]:
    seen = Evaluation.objects.visible_to(user).filter(pk__in={row.pk for row in rows})
    return set(seen.order_by().values_list("pk", flat=True))
