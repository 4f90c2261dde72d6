"""Who prepares, holds and follows a questioning or an inquiry, and who asks and answers on the floor."""

from datetime import date
from typing import Any

from foundation.accounts.roles import Role
from foundation.workflow import Verdict, refuse, when
from supervision.rules.house import ANSWERING, OFFICE, READERS
from supervision.states.questions import (
    FLOOR_QUESTION_FLOW,
    QUESTION_SESSION_FLOW,
    SeatDuty,
    SessionKind,
    SessionState,
)

S = SessionState
NOT_YOURS = "由组织问政的单位或者人大常委会办事机构办理。"
REPORT_FIRST = "代表问政应当先向党委报告，请先“登记报告和决定”。"
DECIDE_FIRST = "专题询问由主任会议决定，请先“登记报告和决定”。"
NOT_OPEN = "问答还没有开始。"
SHUT = "问答已经结束。"
LISTING = (S.SORTING, S.HOLDING)


def may_list_sessions(user: Any) -> Verdict:
    """The house, deputies, townships, and bodies that may be asked."""
    roles = (*READERS, Role.TOWNSHIP_CLERK, Role.DEPUTY, *ANSWERING)
    return when(
        user.is_authenticated and user.has_role(*roles), "问政和询问由人大机关、代表和应答单位的人员查阅。", "role"
    )


def may_plan_session(user: Any, *, on: date) -> Verdict:
    """The office, a committee, a township or street."""
    roles = (*OFFICE, Role.COMMITTEE, Role.TOWNSHIP_CLERK)
    return when(user.is_authenticated and user.has_role(*roles, on=on), NOT_YOURS, "role")


def runs(user: Any, session: Any, on: date) -> Verdict:
    """Whoever organises it: the office, the committee, the township or street."""
    if not user.is_authenticated:
        return refuse("请先登录。", "role")
    own = session.organiser_id in user.organisations(Role.COMMITTEE, Role.TOWNSHIP_CLERK, on=on)
    return when(own or user.has_role(*OFFICE, on=on), NOT_YOURS, "role")


def may_report_session(user: Any, session: Any, *, on: date) -> Verdict:
    """The report to the party committee and the meeting that decided are entered before anything else."""
    return runs(user, session, on) & when(session.state == S.PREPARING, "工作准备阶段已经过去，报告情况不能再改。")


def may_arrange_session(user: Any, session: Any, *, on: date) -> Verdict:
    """Time, place and people, until the floor is open."""
    open_yet = session.state in (S.PREPARING, S.MOBILISING, S.SORTING, S.HOLDING) and session.opened_at is None
    return runs(user, session, on) & when(open_yet, "问答已经开始或者已经办结，不能再改安排。")


def may_mobilise_session(user: Any, session: Any, *, on: date) -> Verdict:
    reported = session.kind != SessionKind.QUESTIONING or session.reported_on is not None
    decided = session.kind != SessionKind.THEMATIC or session.decided_by_id is not None
    return (
        _steer("mobilise_session", user, session, on)
        & when(reported, REPORT_FIRST, "report")
        & when(decided, DECIDE_FIRST, "report")
    )


def may_sort_session(user: Any, session: Any, *, on: date) -> Verdict:
    return _steer("sort_session", user, session, on)


def may_call_session(user: Any, session: Any, *, on: date) -> Verdict:
    """After the list was made; an inquiry during deliberation at once."""
    skips = session.kind == SessionKind.INQUIRY or session.state != S.PREPARING
    verdict = _steer("call_session", user, session, on) & when(skips, "请先动员部署、梳理问题。")
    return verdict & when(session.starts_at and session.place, "请先“调整安排”，写明时间和地点。", "place")


def may_open_floor(user: Any, session: Any, *, on: date) -> Verdict:
    ready = when(session.state == S.HOLDING, "请先通知召开。") & when(session.opened_at is None, "问答已经开始。")
    return runs(user, session, on) & ready


def may_shut_floor(user: Any, session: Any, *, on: date) -> Verdict:
    return runs(user, session, on) & when(session.is_live, SHUT if session.shut_at else NOT_OPEN)


def may_review_session(user: Any, session: Any, *, on: date) -> Verdict:
    verdict = _steer("review_session", user, session, on)
    return verdict & when(session.shut_at is not None, "问答还没有结束，请先“结束问答”。")


def may_close_session(user: Any, session: Any, *, on: date) -> Verdict:
    return _steer("close_session", user, session, on)


def may_cancel_session(user: Any, session: Any, *, on: date) -> Verdict:
    held = when(session.opened_at is None, "问答已经开始，不能取消。")
    return _steer("cancel_session", user, session, on) & held


def may_publish_session(user: Any, session: Any, *, on: date) -> Verdict:
    ripe = session.state in (S.HOLDING, S.REVIEWING, S.CLOSED)
    verdict = runs(user, session, on) & when(ripe, "通知召开以后才能公布。")
    return verdict & when(session.published_at is None, "已经公布。")


def may_withdraw_session(user: Any, session: Any, *, on: date) -> Verdict:
    """Taken down again, with a reason."""
    return runs(user, session, on) & when(session.published_at is not None, "还没有公布。")


def may_ask(user: Any, session: Any, *, on: date) -> Verdict:
    """A deputy who is to ask, or whoever keeps the record; from the sorting until the floor is shut."""
    return asks(user, session, on) & when(session.shut_at is None and session.state in LISTING, SHUT)


def may_call_up(user: Any, question: Any, *, on: date) -> Verdict:
    session = question.session
    live = when(session.is_live, SHUT if session.shut_at else NOT_OPEN)
    return runs(user, session, on) & live & FLOOR_QUESTION_FLOW.verdict("call_up", question.state)


def may_pass_over(user: Any, question: Any, *, on: date) -> Verdict:
    return runs(user, question.session, on) & FLOOR_QUESTION_FLOW.verdict("pass_over", question.state)


def may_answer_question(user: Any, question: Any, *, on: date) -> Verdict:
    """A body that sits to answer, or whoever keeps the record; in writing also after the floor was shut."""
    session = question.session
    open_yet = session.opened_at is not None and session.state in (S.HOLDING, S.REVIEWING)
    verdict = answers(user, session, on) & when(open_yet, NOT_OPEN if session.opened_at is None else SHUT)
    return verdict & FLOOR_QUESTION_FLOW.verdict("answer_question", question.state)


def asks(user: Any, session: Any, on: date) -> Verdict:
    seats = session.seats.filter(deputy__user=user.pk, duty=SeatDuty.ASKS) if user.is_authenticated else None
    sits = when(seats is not None and seats.exists(), "由列入名单的代表提问，或者由记录人代记。", "role")
    return runs(user, session, on) | sits


def answers(user: Any, session: Any, on: date) -> Verdict:
    bodies = user.organisations(*ANSWERING, on=on) if user.is_authenticated else set()
    seats = session.seats.filter(body__in=bodies, duty=SeatDuty.ANSWERS) if bodies else None
    sits = when(seats is not None and seats.exists(), "由应答单位答复，或者由记录人代记。", "role")
    return runs(user, session, on) | sits


def _steer(verb: str, user: Any, session: Any, on: date) -> Verdict:
    return runs(user, session, on) & QUESTION_SESSION_FLOW.verdict(verb, session.state)
