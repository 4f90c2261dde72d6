"""Who drafts, hands over, handles, comments on and reviews deliberation opinions."""

from datetime import date
from typing import Any

from foundation.accounts.roles import Role
from foundation.workflow import Verdict, when
from supervision.rules.house import ANSWERING, READERS, acts_for, leads, may_manage
from supervision.states.opinion import OPINION_FLOW, OpinionState

LISTERS = (*READERS, *ANSWERING, Role.DEPUTY)
NOT_YOURS = "审议意见由人大机关、承办机关和代表查阅。"
COUNTING = "测评还没有公布结果，请先在“表决测评”中办完。"
FAILED = "测评结果为“不满意”，不能销号，请退回重新办理。"
PASSED = "测评结果为满意、基本满意，请通过并销号。"
NO_PLAN = "请先报送研究处理方案，再送委员会征求意见。"


def may_list_opinions(user: Any) -> Verdict:
    """The house reads all; a body its own, a deputy those notified to him."""
    return when(user.is_authenticated and user.has_role(*LISTERS), NOT_YOURS, "role")


def may_open_opinion(user: Any, opinion: Any) -> Verdict:
    """Asked of its files."""
    seen = user.is_authenticated and type(opinion)._default_manager.visible_to(user).filter(pk=opinion.pk).exists()
    return when(seen, NOT_YOURS, "role")


def may_open_paper(user: Any, paper: Any) -> Verdict:
    return may_open_opinion(user, paper.opinion)


def may_enter_opinion(user: Any, *, on: date) -> Verdict:
    """The office, or a committee."""
    allowed = user.is_authenticated and user.has_role(Role.CLERK, Role.SECRETARY, Role.COMMITTEE, on=on)
    return when(allowed, "审议意见由人大常委会办事机构和有关工作委员会整理。", "role")


def may_draft_opinion(user: Any, committee_id: int, *, on: date) -> Verdict:
    return leads(user, committee_id, on)


def may_revise_opinion(user: Any, opinion: Any, *, on: date) -> Verdict:
    return _leads("revise_opinion", user, opinion, on)


def may_adopt_opinion(user: Any, opinion: Any, *, on: date) -> Verdict:
    """The office writes down what the council of chairpersons decided."""
    return may_manage(user, on=on) & OPINION_FLOW.verdict("adopt_opinion", opinion.state)


def may_hand_opinion(user: Any, opinion: Any, *, on: date) -> Verdict:
    return _leads("hand_opinion", user, opinion, on)


def may_comment_opinion(user: Any, opinion: Any, *, on: date) -> Verdict:
    return _leads("comment_opinion", user, opinion, on)


def may_ballot_opinion(user: Any, opinion: Any, *, on: date) -> Verdict:
    """One ballot at a time."""
    verdict = _leads("ballot_opinion", user, opinion, on)
    return verdict & when(verdict and opinion.last_ballot() is None, "已经安排测评，请在“表决测评”中办理。", "state")


def may_pass_opinion(user: Any, opinion: Any, *, on: date) -> Verdict:
    """Where a ballot was held its outcome decides; what was listed from it as problems must be struck off."""
    verdict = _leads("pass_opinion", user, opinion, on)
    if not verdict:
        return verdict
    outcome, open_ones = opinion.ballot_outcome(), opinion.open_problems()
    counted = when(outcome is not None, COUNTING) & when(outcome != "fail", FAILED)
    return counted & when(not open_ones, f"由本审议意见列入清单的问题还有{open_ones}件没有销号，请先办结。")


def may_fail_opinion(user: Any, opinion: Any, *, on: date) -> Verdict:
    verdict = _leads("fail_opinion", user, opinion, on)
    if not verdict:
        return verdict
    outcome = opinion.ballot_outcome()
    return when(outcome is not None, COUNTING) & when(outcome != "pass", PASSED)


def may_plan_opinion(user: Any, opinion: Any, *, on: date) -> Verdict:
    return _body("plan_opinion", user, opinion, on)


def may_send_for_comment(user: Any, opinion: Any, *, on: date) -> Verdict:
    verdict = _body("send_for_comment", user, opinion, on)
    return verdict & when(verdict and opinion.is_planned(), NO_PLAN) if verdict else verdict


def may_report_opinion(user: Any, opinion: Any, *, on: date) -> Verdict:
    return _body("report_opinion", user, opinion, on)


def may_publish_opinion(user: Any, opinion: Any, *, on: date) -> Verdict:
    """What was adopted is notified to deputies and published (监督法第十七条)."""
    fit = opinion.state not in (OpinionState.DRAFT, OpinionState.ADOPTED)
    hidden = when(opinion.published_at is None, "已经公开。")
    return may_manage(user, on=on) & when(fit, "交办以后公开，请先交办。") & hidden


def may_unpublish_opinion(user: Any, opinion: Any, *, on: date) -> Verdict:
    return may_manage(user, on=on) & when(opinion.published_at is not None, "没有公开，不需要撤下。", "state")


def _leads(verb: str, user: Any, opinion: Any, on: date) -> Verdict:
    return leads(user, opinion.committee_id, on) & OPINION_FLOW.verdict(verb, opinion.state)


def _body(verb: str, user: Any, opinion: Any, on: date) -> Verdict:
    return acts_for(user, opinion.unit_id, on) & OPINION_FLOW.verdict(verb, opinion.state)
