"""The kinds of clock of this room: on what each runs, who hears of it, what it says, when it is still due."""

from collections.abc import Sequence
from typing import Any

from foundation.deadlines.registry import register_invariant, register_kind
from suggestions.models import (
    Assignment,
    CarryOver,
    Commitment,
    CommitmentStatement,
    CosignerWord,
    FundProject,
    KeySupervision,
    LookBackItem,
    Suggestion,
)
from suggestions.notices import clock_people as people
from suggestions.notices import clock_words as words
from suggestions.states import AssignmentState as A
from suggestions.states import CommitmentState, KeyState, ProjectState
from suggestions.states import SuggestionState as S


def register_all() -> None:
    """Called once by registration.py."""
    for key, name, states in OFFICE_ON_SUGGESTION:
        _on_suggestion(key, name, people.office_duty(people.of_suggestions), states)
    _on_suggestion("distribution", "政府办公室分办", people.government_duty, (S.REGISTERED,))
    _on_suggestion("rating", "代表评价", people.named_person(people.of_suggestions), (S.REPLIED,))
    for key, name, reached in UNIT_ON_ASSIGNMENT:
        _on_assignment(key, name, people.unit_duty(people.of_assignments), reached)
    for key, name, reached in OFFICE_ON_ASSIGNMENT:
        _on_assignment(key, name, people.office_duty(people.of_assignments), reached)
    _on_commitment("commitment", "承诺事项兑现", people.unit_duty(people.of_commitments), words.promise_open)
    _on_commitment("promise_progress", "承诺进展填报", people.unit_duty(people.of_commitments), words.promise_open)
    confirmed = words.still_open(Commitment, state=CommitmentState.CONFIRMED)
    _on_commitment("promise_rating", "承诺兑现后再评价", people.named_person(people.of_commitments), confirmed)
    _on_papers()
    _on_words()
    _on_key()
    _on_project()
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


def _on_commitment(key: str, name: str, recipients: Any, still_due: Any) -> None:
    register_kind(
        key,
        name=name,
        subject_model=Commitment,
        recipients=recipients,
        message=words.about_commitment,
        still_due=still_due,
        subjects=words.commitments,
        may_view=_may_view,
        visible_among=_visible_among,
    )


PAPERS: tuple[tuple[str, str, Any, Any, tuple[str, ...], dict[str, Any]], ...] = (
    (
        "carry_explanation",
        "承诺结转说明",
        CarryOver,
        people.of_promise_papers(CarryOver),
        ("suggestion", "term"),
        {"explained_at": None, "commitment__state": CommitmentState.OPEN},
    ),
    (
        "look_back",
        "回头看填报",
        LookBackItem,
        people.of_promise_papers(LookBackItem),
        ("suggestion", "look_back"),
        {"answered_at": None, "look_back__closed_at": None},
    ),
    (
        "promise_statement",
        "年终承诺情况告知",
        CommitmentStatement,
        people.of_statements,
        ("unit", "deputy"),
        {"sent_at": None},
    ),
)


def _on_papers() -> None:
    for key, name, model, places, names, waiting in PAPERS:
        register_kind(
            key,
            name=name,
            subject_model=model,
            recipients=people.unit_duty(places),
            message=words.about_paper,
            still_due=words.still_open(model, **waiting),
            subjects=words.papers(model, *names),
            may_view=_may_view_paper,
            visible_among=_visible_papers,
        )


def _on_words() -> None:
    register_kind(
        "cosigner_word",
        name="联名代表意见",
        subject_model=CosignerWord,
        recipients=people.named_person(people.of_cosigner_words),
        message=words.about_paper,
        still_due=words.still_open(CosignerWord, answered_at=None, suggestion__state=S.REPLIED),
        subjects=words.papers(CosignerWord, "suggestion"),
        may_view=_may_view_paper,
        visible_among=_visible_papers,
    )


def _on_key() -> None:
    register_kind(
        "key_supervision",
        name="重点督办",
        subject_model=KeySupervision,
        recipients=people.key_duty,
        message=words.about_paper,
        still_due=words.still_open(KeySupervision, state=KeyState.ACTIVE),
        subjects=words.papers(KeySupervision, "suggestion"),
        may_view=_may_view_paper,
        visible_among=_visible_papers,
    )


def _on_project() -> None:
    at_work = (ProjectState.APPROVED, ProjectState.UNDER_WAY)
    register_kind(
        "fund_project",
        name="专项资金项目",
        subject_model=FundProject,
        recipients=people.carrier_duty,
        message=words.about_paper,
        still_due=words.still_open(FundProject, state__in=at_work),
        subjects=words.papers(FundProject),
        may_view=_may_view_paper,
        visible_among=_visible_papers,
    )


def _may_view_paper(user: Any, paper: Any) -> bool:
    return type(paper).objects.visible_to(user).filter(pk=paper.pk).exists()


def _visible_papers(user: Any, papers: Sequence[Any]) -> set[int]:
    if not papers:
        return set()
    seen = type(papers[0]).objects.visible_to(user).filter(pk__in={paper.pk for paper in papers})
    return set(seen.order_by().values_list("pk", flat=True))


def _may_view(user: Any, subject: Any) -> bool:
    """Whoever may open the suggestion may see how its days were counted."""
    return Suggestion.objects.visible_to(user).filter(pk=_paper_of(subject)).exists()


def _visible_among(user: Any, subjects: Sequence[Any]) -> set[int]:
    seen = Suggestion.objects.visible_to(user).filter(pk__in={_paper_of(subject) for subject in subjects})
    keys = set(seen.order_by().values_list("pk", flat=True))
    return {subject.pk for subject in subjects if _paper_of(subject) in keys}


def _paper_of(subject: Any) -> int:
    return subject.pk if isinstance(subject, Suggestion) else subject.suggestion_id
