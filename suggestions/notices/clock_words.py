"""What a reminder says, and whether there is still anything to remind of. No query for the words."""

from collections.abc import Callable, Mapping, Sequence

from foundation.deadlines.lights import Light
from foundation.deadlines.models import Deadline
from suggestions.models import (
    Assignment,
    CarryOver,
    Commitment,
    CommitmentStatement,
    CosignerWord,
    FundProject,
    KeySupervision,
    LookBackItem,
    Merge,
    Suggestion,
)
from suggestions.rules.words import day_word
from suggestions.states import FINAL, FOLLOWING, AssignmentState, CommitmentState, SuggestionState

WITH_CASE = ("suggestion", "unit")
WITH_PROMISE = ("suggestion", "assignment__unit")


def assignments(clocks: Sequence[Deadline]) -> Mapping[int, Assignment]:
    """Clock → the unit's part, with suggestion and unit; one query."""
    return _found(clocks, Assignment.objects.select_related(*WITH_CASE).in_bulk(_keys(clocks)))


def commitments(clocks: Sequence[Deadline]) -> Mapping[int, Commitment]:
    return _found(clocks, Commitment.objects.select_related(*WITH_PROMISE).in_bulk(_keys(clocks)))


def about_suggestion(clock: Deadline, subject: Suggestion, light: Light) -> tuple[str, str, str]:
    """(title, body, address) of a reminder about a whole suggestion."""
    body = f"{subject}的“{clock.limit.name}”期限为{day_word(clock.due_on)}，{light.text}。"
    return f"{clock.limit.name}{light.text}：{subject}", body, subject.get_absolute_url()


def about_assignment(clock: Deadline, subject: Assignment, light: Light) -> tuple[str, str, str]:
    """The same, naming the unit."""
    paper = subject.suggestion
    body = f"{subject.unit}承办的{paper}，“{clock.limit.name}”期限为{day_word(clock.due_on)}，{light.text}。"
    return f"{clock.limit.name}{light.text}：{paper}", body, paper.get_absolute_url()


def about_commitment(clock: Deadline, subject: Commitment, light: Light) -> tuple[str, str, str]:
    """The same, naming the promise."""
    paper = subject.suggestion
    body = f"{subject.assignment.unit}在{paper}中承诺：{subject.text}。期限{day_word(clock.due_on)}，{light.text}。"
    return f"{clock.limit.name}{light.text}：{paper}", body, paper.get_absolute_url()


def about_paper(
    clock: Deadline,
    subject: "CarryOver | LookBackItem | CommitmentStatement | KeySupervision | CosignerWord",
    light: Light,
) -> tuple:
    """The same of a paper that is named for itself: a promise carried over, an item of a look back, a statement."""
    body = f"{subject.clock_name}，期限{day_word(clock.due_on)}，{light.text}。"
    about = subject if isinstance(subject, CommitmentStatement | FundProject) else subject.suggestion
    return f"{clock.limit.name}{light.text}：{about}", body, about.get_absolute_url()


def still_open(model: type, **conditions: object) -> Callable[[Sequence[Deadline]], set[int]]:
    """Clocks whose paper still waits."""

    def still_due(clocks: Sequence[Deadline]) -> set[int]:
        rows = model.objects.filter(pk__in=_keys(clocks), **conditions)
        return _due(clocks, set(rows.values_list("pk", flat=True)))

    return still_due


def papers(model: type, *names: str) -> Callable[[Sequence[Deadline]], Mapping[int, object]]:
    """Clock → its paper with what the words need; one query."""
    return lambda clocks: _found(clocks, model.objects.select_related(*names).in_bulk(_keys(clocks)))


def suggestion_in(*states: SuggestionState) -> Callable[[Sequence[Deadline]], set[int]]:
    """Clocks whose suggestion is still in one of the states."""

    def still_due(clocks: Sequence[Deadline]) -> set[int]:
        rows = Suggestion.objects.filter(pk__in=_keys(clocks), state__in=states)
        return _due(clocks, set(rows.values_list("pk", flat=True)))

    return still_due


def assignment_not_in(*states: AssignmentState) -> Callable[[Sequence[Deadline]], set[int]]:
    """Clocks whose unit has not got there yet, on suggestions that are not at an end."""

    def still_due(clocks: Sequence[Deadline]) -> set[int]:
        rows = Assignment.objects.filter(pk__in=_keys(clocks)).exclude(state__in=(*states, AssignmentState.RELEASED))
        rows = rows.exclude(suggestion__state__in=FINAL)
        # The unit is reminded of the main paper; a merged one goes along with it.
        rows = rows.exclude(suggestion__state__in=FOLLOWING, suggestion__merged_into__in=Merge.objects.standing())
        return _due(clocks, set(rows.values_list("pk", flat=True)))

    return still_due


def promise_open(clocks: Sequence[Deadline]) -> set[int]:
    """Clocks of promises nobody has reported as kept."""
    rows = Commitment.objects.filter(pk__in=_keys(clocks), state=CommitmentState.OPEN)
    return _due(clocks, set(rows.values_list("pk", flat=True)))


def _keys(clocks: Sequence[Deadline]) -> set[int]:
    return {clock.subject_id for clock in clocks}


def _found(clocks: Sequence[Deadline], rows: Mapping[int, object]) -> dict:
    return {clock.pk: rows[clock.subject_id] for clock in clocks if clock.subject_id in rows}


def _due(clocks: Sequence[Deadline], living: set[int]) -> set[int]:
    return {clock.pk for clock in clocks if clock.subject_id in living}
