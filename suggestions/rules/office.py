"""What the office decides: screening, numbering, assignment, requests of units, mediation, publication."""

from datetime import date
from typing import Any

from foundation.accounts.roles import Role
from foundation.workflow import Verdict, allow, refuse, when
from suggestions.rules import relations
from suggestions.rules.proposer import has_enough_proposers
from suggestions.rules.words import NOT_THE_OFFICE, NOT_THE_TOWNSHIP, day_word
from suggestions.states import (
    ANSWERED,
    ASSIGNMENT_FLOW,
    SUGGESTION_FLOW,
    WITH_UNITS,
    AssignmentState,
    CommitmentState,
    Kind,
    SuggestionState,
)


def may_send_back(user: Any, suggestion: Any, *, on: date) -> Verdict:
    return _office(user, suggestion, on) & SUGGESTION_FLOW.verdict("send_back", suggestion.state)


def may_refuse(user: Any, suggestion: Any, *, on: date) -> Verdict:
    return _office(user, suggestion, on) & SUGGESTION_FLOW.verdict("refuse", suggestion.state)


def may_register(user: Any, suggestion: Any, *, on: date) -> Verdict:
    """A motion needs its proposers on the day it is registered too: some may have stepped back."""
    return (
        _office(user, suggestion, on)
        & SUGGESTION_FLOW.verdict("register", suggestion.state)
        & has_enough_proposers(suggestion, on)
    )


def may_convert_motion(user: Any, suggestion: Any, *, on: date) -> Verdict:
    return (
        _office(user, suggestion, on)
        & when(suggestion.kind == Kind.MOTION, "这不是议案，无需转换。")
        & SUGGESTION_FLOW.verdict("convert_motion", suggestion.state)
    )


def may_assign(user: Any, suggestion: Any, *, on: date) -> Verdict:
    return (
        _office(user, suggestion, on)
        & SUGGESTION_FLOW.verdict("assign", suggestion.state)
        & _stands_alone(suggestion)
        & when(suggestion.open_hand_over is None, "已转政府办公室分办，请等待分办或者退回。")
        & when(suggestion.kind == Kind.SUGGESTION, "议案由主席团决定处理；不列入议程的，请先办理“议案转建议”。")
    )


def may_decide_objection(user: Any, objection: Any, *, on: date) -> Verdict:
    assignment = objection.assignment
    return (
        _assigner(user, assignment, on)
        & when(objection.is_open, "这份申请已有决定。")
        & ASSIGNMENT_FLOW.verdict("decide_objection", assignment.state)
    )


def may_decide_appeal(user: Any, appeal: Any, *, on: date) -> Verdict:
    return _office(user, appeal.suggestion, on) & when(appeal.is_open, "这份异议已有决定。")


def may_decide_extension(user: Any, extension: Any, *, on: date) -> Verdict:
    done = extension.assignment.state in (AssignmentState.DELIVERED, AssignmentState.RELEASED)
    return (
        _assigner(user, extension.assignment, on)
        & when(extension.is_open, "这份申请已有决定。")
        & when(not done, "该单位已答复或已改派，无需再延期。")
    )


def may_check_reply(user: Any, assignment: Any, *, on: date) -> Verdict:
    """The government office for its units, the liaison office for all."""
    return (
        _assigner(user, assignment, on)
        & ASSIGNMENT_FLOW.verdict("check_reply", assignment.state)
        & when(assignment.suggestion.state in WITH_UNITS, "该建议当前不在办理中。")
    )


def may_mediate(user: Any, suggestion: Any, *, on: date) -> Verdict:
    """The office may take a case to mediation while it is handled anew."""
    return (
        _office(user, suggestion, on)
        & SUGGESTION_FLOW.verdict("mediate", suggestion.state)
        & when(suggestion.state == SuggestionState.REHANDLING, "只有重新办理中的建议可以提请协调评估。")
    )


def may_resolve_mediation(user: Any, suggestion: Any, *, on: date) -> Verdict:
    return _office(user, suggestion, on) & when(suggestion.state == SuggestionState.MEDIATION, "该建议不在协调评估中。")


def may_close_unstated(user: Any, suggestion: Any, *, on: date) -> Verdict:
    """After the rating period is over and the deputy was reminded as often as the rule says (domain 2.11, L12)."""
    verdict = _office(user, suggestion, on)
    verdict &= when(suggestion.state == SuggestionState.REPLIED, "只有待代表评价的建议可以按未表态办结。")
    if not verdict:
        return verdict
    due = suggestion.rating_due_on()
    over = due is None or on > due
    return when(over, f"代表评价期限至{day_word(due)}，期满经催请仍未评价的，方可按未表态办结。", "date") & when(
        suggestion.rating_reminders_left(on) == 0, "尚未按规定次数催请代表评价，请先催请。"
    )


def may_urge_rating(user: Any, suggestion: Any, *, on: date) -> Verdict:
    return _office(user, suggestion, on) & when(
        suggestion.state == SuggestionState.REPLIED, "只有待代表评价的建议可以催请评价。"
    )


def may_confirm_fulfilment(user: Any, commitment: Any, *, on: date) -> Verdict:
    return _office(user, commitment.suggestion, on) & when(
        commitment.state == CommitmentState.REPORTED, "承办单位尚未报告兑现情况，或已经确认。"
    )


def may_publish(user: Any, suggestion: Any, *, on: date) -> Verdict:
    """After the reply, with the deputy's consent and the office's secrecy check (domain 2.15)."""
    return (
        _office(user, suggestion, on)
        & when(suggestion.state in ANSWERED, "建议答复后方可公开。")
        & when(not suggestion.is_taken_apart, "该建议已拆分办理，请公开各件。")
        & when(suggestion.agree_to_publish, "领衔代表没有同意公开。")
        & when(suggestion.published_at is None, "该建议已公开。")
    )


def may_renew_copy(user: Any, suggestion: Any, *, on: date) -> Verdict:
    """Once it is public: what has come since is added, or more is covered."""
    return _office(user, suggestion, on) & when(
        suggestion.published_at is not None and suggestion.agree_to_publish, "该建议尚未公开，请先办理公开。"
    )


def may_unpublish(user: Any, suggestion: Any, *, on: date) -> Verdict:
    return _office(user, suggestion, on) & when(suggestion.published_at is not None, "该建议尚未公开。")


# Standing in for a colleague would let one hand do both.
TWO_PEOPLE = "录入和核对须由两名工作人员本人分别办理，不能代办。"


def may_enter_paper_rating(user: Any, suggestion: Any, *, on: date) -> Verdict:
    """A rating on paper needs its scan and two clerks."""
    return (
        _office(user, suggestion, on)
        & when(not relations.acts_for_another(user), TWO_PEOPLE, "role")
        & SUGGESTION_FLOW.verdict("rate", suggestion.state)
        & when(not suggestion.has_paper_rating_open(), "本轮已有一份待核对的纸质评价，请另一名工作人员核对。")
    )


def may_confirm_paper_rating(user: Any, paper: Any, *, on: date) -> Verdict:
    return (
        _office(user, paper.suggestion, on)
        & when(not relations.acts_for_another(user), TWO_PEOPLE, "role")
        & when(paper.entered_by_id != user.pk, "录入和核对须由两名工作人员分别进行，请另一名同事核对。", "role")
        & when(paper.is_open, "这份纸质评价已经核对。")
        & SUGGESTION_FLOW.verdict("rate", paper.suggestion.state)
    )


def may_import(user: Any, obj: Any = None, *, on: date | None = None) -> Verdict:
    """Taking over the year's list with its history: those who keep the district's papers."""
    return when(user.is_authenticated and user.has_role(*relations.DISTRICT_OFFICE, on=on), NOT_THE_OFFICE, "role")


def _office(user: Any, suggestion: Any, on: date) -> Verdict:
    if relations.is_office(user, suggestion, on):
        return allow()
    return refuse(NOT_THE_TOWNSHIP if user.has_role(Role.CLERK, on=on) else NOT_THE_OFFICE, "role")


def _stands_alone(suggestion: Any) -> Verdict:
    main = suggestion.follows
    return when(main is None, f"本件已并入{main and main.number_text}，随主件一并交办。")


def _assigner(user: Any, assignment: Any, on: date) -> Verdict:
    return when(relations.is_assigner(user, assignment, on), "该事项由代表工作机构或政府办公室办理。", "role")
