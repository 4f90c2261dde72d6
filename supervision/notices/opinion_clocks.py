"""The clocks of deliberation opinions."""

from collections.abc import Callable, Mapping, Sequence
from typing import Any

from foundation.deadlines.models import Deadline
from foundation.deadlines.registry import register_kind
from supervision.models import DeliberationOpinion
from supervision.notices.problem_clocks import people, words
from supervision.states.opinion import COMMENT, COMPILE, HAND, PLAN, REPORT_OWED, OpinionState, ReportTerm

S = OpinionState
# clock, its name, the states in which it is owed
KINDS: tuple[tuple[str, str, tuple[str, ...]], ...] = (
    (COMPILE, "审议意见整理", (S.DRAFT,)),
    (HAND, "审议意见交办", (S.ADOPTED,)),
    (PLAN, "审议意见处理方案", (S.HANDED,)),
    (COMMENT, "审议意见处理报告征求意见", (S.COMMENTING,)),
    *((str(term), "审议意见处理报告", REPORT_OWED) for term in ReportTerm),
)


def register_all() -> None:
    """Called once by registration."""
    for key, name, states in KINDS:
        register_kind(
            key,
            name=name,
            subject_model=DeliberationOpinion,
            recipients=people,
            message=words,
            still_due=_still(states),
            subjects=_rows,
            may_view=lambda user, row: bool(_seen(user, [row])),
            visible_among=_seen,
        )


def _still(states: Sequence[str]) -> Callable[[Sequence[Deadline]], set[int]]:
    def still_due(clocks: Sequence[Deadline]) -> set[int]:
        rows = DeliberationOpinion.objects.filter(pk__in={clock.subject_id for clock in clocks}, state__in=states)
        waiting = set(rows.order_by().values_list("pk", flat=True))
        return {clock.pk for clock in clocks if clock.subject_id in waiting}

    return still_due


def _rows(clocks: Sequence[Deadline]) -> Mapping[int, Any]:
    found = DeliberationOpinion.objects.with_names().in_bulk({clock.subject_id for clock in clocks})
    return {clock.pk: found[clock.subject_id] for clock in clocks if clock.subject_id in found}


def _seen(user: Any, rows: Sequence[Any]) -> set[int]:
    found = DeliberationOpinion.objects.visible_to(user).filter(pk__in={row.pk for row in rows})
    return set(found.order_by().values_list("pk", flat=True)) if rows else set()
