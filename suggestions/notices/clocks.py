"""The kinds of clock of this room: on what each runs, who hears of it, what it says, when it is still due."""

from collections.abc import Sequence
from typing import Any

from foundation.deadlines.registry import register_invariant, register_kind
from suggestions.models import Assignment, Commitment, Suggestion
from suggestions.notices import clock_people as people
from suggestions.notices import clock_words as words
from suggestions.states import AssignmentState as A
from suggestions.states import SuggestionState as S


def register_all() -> None:
    """Called once by registration.py."""
    for key, name, states in OFFICE_ON_SUGGESTION:
        _on_suggestion(key, name, people.office_duty(people.of_suggestions), states)
    _on_suggestion("rating", "代表评价", people.named_person, (S.REPLIED,))
    for key, name, reached in UNIT_ON_ASSIGNMENT:
        _on_assignment(key, name, people.unit_duty(people.of_assignments), reached)
    for key, name, reached in OFFICE_ON_ASSIGNMENT:
        _on_assignment(key, name, people.office_duty(people.of_assignments), reached)
    register_kind(
        "commitment",
        name="承诺事项兑现",
        subject_model=Commitment,
        recipients=people.unit_duty(people.of_commitments),
        message=words.about_commitment,
        still_due=words.promise_open,
        subjects=words.commitments,
        may_view=_may_view,
        visible_among=_visible_among,
    )
    register_invariant("办理中而没有期限的建议", lambda: Suggestion.objects.without_clock().count())


OFFICE_ON_SUGGESTION: tuple[tuple[str, str, tuple[S, ...]], ...] = (
    ("screening", "审查立案", (S.SUBMITTED,)),
    ("session_assign", "会议期间建议交办", (S.REGISTERED,)),
    ("recess_assign", "闭会期间建议交办", (S.REGISTERED,)),
    ("mediation", "协调评估", (S.MEDIATION,)),
)
# The states in which there is nothing left to remind of.
BEYOND_SIGNING: tuple[A, ...] = tuple(state for state in A if state != A.ASSIGNED)
UNIT_ON_ASSIGNMENT: tuple[tuple[str, str, tuple[A, ...]], ...] = (
    ("sign_in", "承办单位签收", BEYOND_SIGNING),
    ("objection", "申请调整承办单位", BEYOND_SIGNING),
    ("first_contact", "首次联系代表", (A.DELIVERED,)),
    ("handling_plan", "办理方案", (A.DELIVERED,)),
    ("co_opinion", "会办意见", (A.OPINION_GIVEN,)),
    ("co_opinion_redo", "会办意见重提", (A.OPINION_GIVEN,)),
    ("reply", "答复代表", (A.DELIVERED,)),
    ("reply_difficult", "答复代表（涉及面广、难度大）", (A.DELIVERED,)),
    ("re_reply", "重新办理答复", (A.DELIVERED,)),
)
OFFICE_ON_ASSIGNMENT: tuple[tuple[str, str, tuple[A, ...]], ...] = (
    ("objection_decision", "调整申请决定", tuple(state for state in A if state != A.OBJECTED)),
    ("extension_decision", "延期申请决定", (A.DELIVERED,)),
)


def _on_suggestion(key: str, name: str, recipients: Any, states: tuple[S, ...]) -> None:
    register_kind(
        key,
        name=name,
        subject_model=Suggestion,
        recipients=recipients,
        message=words.about_suggestion,
        still_due=words.suggestion_in(*states),
        may_view=_may_view,
        visible_among=_visible_among,
    )


def _on_assignment(key: str, name: str, recipients: Any, reached: tuple[A, ...]) -> None:
    register_kind(
        key,
        name=name,
        subject_model=Assignment,
        recipients=recipients,
        message=words.about_assignment,
        still_due=words.assignment_not_in(*reached),
        subjects=words.assignments,
        may_view=_may_view,
        visible_among=_visible_among,
    )


def _may_view(user: Any, subject: Any) -> bool:
    """Whoever may open the suggestion may see how its days were counted."""
    return Suggestion.objects.visible_to(user).filter(pk=_paper_of(subject)).exists()


def _visible_among(user: Any, subjects: Sequence[Any]) -> set[int]:
    seen = Suggestion.objects.visible_to(user).filter(pk__in={_paper_of(subject) for subject in subjects})
    keys = set(seen.order_by().values_list("pk", flat=True))
    return {subject.pk for subject in subjects if _paper_of(subject) in keys}


def _paper_of(subject: Any) -> int:
    return subject.pk if isinstance(subject, Suggestion) else subject.suggestion_id
