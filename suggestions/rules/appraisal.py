"""Who appraises: the office scores and records what a meeting decided; committees mark what they supervise."""

from datetime import date
from typing import Any

from foundation.accounts.roles import HANDLING_KINDS, Role
from foundation.workflow import Verdict, when
from suggestions.rules import relations
from suggestions.rules.words import NOT_THE_OFFICE
from suggestions.states import ANSWERED, APPRAISAL_FLOW, HandedState


def may_score(user: Any, obj: Any = None, *, on: date | None = None) -> Verdict:
    """Scoring a year's units or suggestions: the district's clerks and secretary; anew until a meeting has decided."""
    verdict = when(user.is_authenticated and user.has_role(*relations.DISTRICT_OFFICE, on=on), NOT_THE_OFFICE, "role")
    return verdict & APPRAISAL_FLOW.verdict("score", obj.state) if obj else verdict


def may_decide_awards(user: Any, appraisal: Any, *, on: date) -> Verdict:
    return may_score(user, on=on) & APPRAISAL_FLOW.verdict("decide", appraisal.state)


def may_publish_awards(user: Any, appraisal: Any, *, on: date) -> Verdict:
    return may_score(user, on=on) & APPRAISAL_FLOW.verdict("publish", appraisal.state)


def may_mark(user: Any, suggestion: Any, *, on: date) -> Verdict:
    """The office, and the committee that supervises the matter, once the suggestion is answered; each once a side."""
    mine = suggestion.supervising_committee_id in user.organisations(Role.COMMITTEE, on=on)
    return when(
        mine or relations.is_office(user, suggestion, on), "建议质量和公众反馈由代表工作机构和对口工委评分。", "role"
    ) & when(suggestion.state in ANSWERED, "建议答复后方可评分。")


def may_hand_in(user: Any, obj: Any = None, *, on: date | None = None) -> Verdict:
    """A handling unit or the government office for itself, the liaison office for those who send paper."""
    roles = (*relations.UNIT, Role.GOVERNMENT_OFFICE, Role.CLERK)
    return when(
        user.is_authenticated and user.has_role(*roles, on=on), "办理情况报告由政府办公室和承办单位提交。", "role"
    )


def may_hand_in_for(user: Any, organisation: Any, *, on: date) -> Verdict:
    own = organisation.pk in user.organisations(*relations.UNIT, Role.GOVERNMENT_OFFICE, on=on)
    return when(own or user.has_role(Role.CLERK, on=on), "只能提交本单位的报告。", "role") & when(
        organisation.kind in HANDLING_KINDS, "该单位不承办代表建议。", "input"
    )


def may_hear_report(user: Any, report: Any, *, on: date) -> Verdict:
    return may_score(user, on=on) & when(report.state == HandedState.HANDED_IN, "这份报告已经登记听取。")
