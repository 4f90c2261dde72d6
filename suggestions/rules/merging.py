"""What may be handled together (并案), and when a link may be undone."""

from datetime import date
from typing import Any

from foundation.workflow import Verdict, when
from suggestions.rules import relations
from suggestions.rules.words import NOT_THE_OFFICE
from suggestions.states import FOLLOWING, AssignmentState, Kind, SuggestionState

# A unit that has asked to be relieved, or whose reply is on its way, takes no further paper along.
TOO_LATE = (
    AssignmentState.OBJECTED,
    AssignmentState.SIGNED,
    AssignmentState.UNDER_CHECK,
    AssignmentState.RETURNED,
    AssignmentState.DELIVERED,
)


def may_merge(user: Any, main: Any, *, on: date) -> Verdict:
    """The office, while the main paper has no reply on its way."""
    verdict = (
        when(relations.is_office(user, main, on), NOT_THE_OFFICE, "role")
        & when(main.kind == Kind.SUGGESTION, "议案不能并案办理。")
        & when(main.state in FOLLOWING, "只有已立案、尚未答复的建议可以并案。")
    )
    if not verdict:
        return verdict
    into = main.merged_in
    busy = any(part.state in TOO_LATE for part in main.assignments.all())
    return when(into is None, f"这件建议已并入{into and into.number_text}，请在主件上办理并案。") & when(
        not busy, "承办单位正在申请调整或者答复已送审，不能再并入其他建议。"
    )


def may_join(main: Any, member: Any) -> Verdict:
    """Whether `member` may be merged into `main`: registered, not yet assigned, of the same congress, not merged."""
    name = member.number_text or member.title
    same = (member.level, member.term_id, member.township_id) == (main.level, main.term_id, main.township_id)
    return (
        when(member.pk != main.pk, "建议不能与自身并案，请另选。", "input")
        & when(same, f"{name}不是本届同级代表提出的建议，不能并案。", "input")
        & when(member.kind == Kind.SUGGESTION, f"{name}是议案，不能并案。", "input")
        & when(member.state == SuggestionState.REGISTERED, f"{name}不在已立案待交办的建议中，不能并入。", "input")
        & when(member.open_hand_over is None, f"{name}已转政府办公室分办，不能并入。", "input")
        & when(not member.standing_merges, f"{name}已有并案关系，请先解除。", "input")
    )


def may_end_merge(user: Any, member: Any, *, on: date) -> Verdict:
    """The office, until the member is answered: what was answered together stays so."""
    return (
        when(relations.is_office(user, member, on), NOT_THE_OFFICE, "role")
        & when(member.merged_in is not None, "这件建议没有并案。")
        & when(member.state in FOLLOWING, "已与主件一并答复，不能再解除并案。")
    )


def handled_on_its_own(assignment: Any) -> Verdict:
    """A unit works on the main paper; what it does there is done for the merged ones too."""
    main = assignment.suggestion.follows
    return when(main is None, f"本件已并入{main and main.number_text}一并办理，请在{main and main.number_text}办理。")
