"""Who finds, hands over, mends, confirms and strikes off the rows of the issue ledger."""

from datetime import date
from typing import Any

from foundation.accounts.roles import Role
from foundation.workflow import Verdict, when
from supervision.rules.house import ANSWERING, READERS, acts_for, leads
from supervision.states.problem import PROBLEM_FLOW, ProblemState

LISTERS = (*READERS, *ANSWERING, Role.DEPUTY)
NOT_YOURS = "问题清单由人大机关、责任单位和被征求意见的代表查阅。"
NO_MEASURE = "请先填报责任人和整改措施，再申请销号。"


def may_list_problems(user: Any) -> Verdict:
    """The house reads all; a unit its own, a deputy those he is asked about."""
    return when(user.is_authenticated and user.has_role(*LISTERS), NOT_YOURS, "role")


def may_open_problem(user: Any, problem: Any) -> Verdict:
    """Asked of its files and its clocks."""
    seen = user.is_authenticated and type(problem)._default_manager.visible_to(user).filter(pk=problem.pk).exists()
    return when(seen, NOT_YOURS, "role")


def may_open_entry(user: Any, entry: Any) -> Verdict:
    """The evidence of an entry is read by whoever reads the problem."""
    return may_open_problem(user, entry.problem)


def may_read_figures(user: Any) -> Verdict:
    """The overview of all units is the house's; a unit finds its own figures in its ledger."""
    allowed = user.is_authenticated and user.has_role(*READERS)
    return when(allowed, "各单位整改情况由人大机关查阅，本单位的问题请看“问题清单”。", "role")


def may_enter_problem(user: Any, *, on: date) -> Verdict:
    """Writing one down by hand: the office, or a committee."""
    allowed = user.is_authenticated and user.has_role(Role.CLERK, Role.SECRETARY, Role.COMMITTEE, on=on)
    return when(allowed, "问题由人大常委会办事机构和有关工作委员会登记。", "role")


def may_find_problem(user: Any, committee_id: int | None, *, on: date) -> Verdict:
    """The office, or the committee that will follow it."""
    return leads(user, committee_id, on)


def may_hand_problem(user: Any, problem: Any, *, on: date) -> Verdict:
    return _leads("hand_problem", user, problem, on)


def may_move_problem(user: Any, problem: Any, *, on: date) -> Verdict:
    return _leads("move_problem", user, problem, on)


def may_withdraw_problem(user: Any, problem: Any, *, on: date) -> Verdict:
    return _leads("withdraw_problem", user, problem, on)


def may_return_problem(user: Any, problem: Any, *, on: date) -> Verdict:
    return _leads("return_problem", user, problem, on)


def may_reopen_problem(user: Any, problem: Any, *, on: date) -> Verdict:
    return _leads("reopen_problem", user, problem, on)


def may_ask_voices(user: Any, problem: Any, *, on: date) -> Verdict:
    return _leads("ask_voices", user, problem, on)


def may_strike_problem(user: Any, problem: Any, *, on: date) -> Verdict:
    """Whoever follows it, once there is evidence and those concerned are satisfied where that is asked."""
    verdict = _leads("strike_problem", user, problem, on)
    if not verdict:
        return verdict
    proved = when(problem.has_evidence(), "没有证明材料，不能销号，请退回责任单位补充。", "state")
    return proved & (problem.satisfaction(on).verdict if problem.needs_satisfaction else verdict)


def may_hold_to_account(user: Any, problem: Any, *, on: date) -> Verdict:
    """Whether anybody was held to account is written down at any time after the problem was handed over."""
    told = when(problem.unit_id is not None, "问题尚未交办，请先交办。", "state")
    return leads(user, problem.committee_id, on) & told


def may_plan_problem(user: Any, problem: Any, *, on: date) -> Verdict:
    return _unit("plan_problem", user, problem, on)


def may_report_progress(user: Any, problem: Any, *, on: date) -> Verdict:
    return _unit("report_progress", user, problem, on)


def may_claim_problem(user: Any, problem: Any, *, on: date) -> Verdict:
    return _unit("claim_problem", user, problem, on) & when(problem.measure and problem.person, NO_MEASURE, "state")


def may_give_voice(user: Any, voice: Any, *, on: date) -> Verdict:
    """A deputy says it himself, once; what people without an account say, whoever follows the problem writes down."""
    own = voice.deputy_id is not None and user.is_authenticated and voice.deputy.user_id == user.pk
    if voice.deputy_id is not None:
        who = when(own, "由被征求意见的代表本人评价。", "role")
    else:
        who = leads(user, voice.problem.committee_id, on)
    problem = voice.problem
    now = problem.state == ProblemState.CLAIMED and problem.round == voice.round
    return who & when(now, "这一轮征求意见已经结束。") & when(not voice.grade, "已经评价，不能重复评价。")


def may_publish_problem(user: Any, problem: Any, *, on: date) -> Verdict:
    """The office decides what people read; withdrawn rows and rows without a unit stay inside."""
    fit = problem.state not in (ProblemState.FOUND, ProblemState.WITHDRAWN)
    return _office(user, on) & when(fit, "交办以后才能公开；已撤销的不公开。")


def may_unpublish_problem(user: Any, problem: Any, *, on: date) -> Verdict:
    return _office(user, on) & when(problem.published_at is not None, "该问题没有公开，无需撤下。")


def _office(user: Any, on: date) -> Verdict:
    return leads(user, None, on)


def _leads(verb: str, user: Any, problem: Any, on: date) -> Verdict:
    return leads(user, problem.committee_id, on) & PROBLEM_FLOW.verdict(verb, problem.state)


def _unit(verb: str, user: Any, problem: Any, on: date) -> Verdict:
    return acts_for(user, problem.unit_id, on) & PROBLEM_FLOW.verdict(verb, problem.state)
