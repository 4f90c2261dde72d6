"""Who lists, hands over, remedies and reviews the issues of a questioning."""

from datetime import date
from typing import Any

from django.contrib.auth.models import AnonymousUser

from foundation.ballots.counting import is_second
from foundation.ballots.models import CountState, PaperCount
from foundation.workflow import Verdict, refuse, when
from supervision.rules.house import acts_for
from supervision.rules.problems import may_enter_problem
from supervision.rules.questions import LISTING, asks, runs
from supervision.states.questions import SessionState
from supervision.states.session_issues import AT_WORK, SESSION_ISSUE_FLOW, IssueState, NoteKind

S = IssueState
NO_COUNT = "还没有录入评议计票。"
ON_BALLOT = "已安排表决评议，请在表决页面办理；改用纸质计票的，先取消表决。"
OVER = (SessionState.CLOSED, SessionState.CANCELLED)


def may_list_issue(user: Any, session: Any, *, on: date) -> Verdict:
    """A deputy who is to ask, or whoever organises, while issues are sorted and until the review begins."""
    stage = when(session.state in LISTING, "在“问题梳理”和“活动组织”阶段列入问题。")
    return asks(user, session, on) & stage


def may_change_issue(user: Any, issue: Any, *, on: date) -> Verdict:
    return runs(user, issue.session, on) & when(issue.state == S.LISTED, "问题已经交办，不能再改。")


def may_hand_issues(user: Any, session: Any, *, on: date) -> Verdict:
    """The whole list at once, from the sorting on."""
    stages = (*LISTING, SessionState.REVIEWING)
    return runs(user, session, on) & when(session.state in stages, "请先梳理问题。")


def may_hand_issue(user: Any, issue: Any, *, on: date) -> Verdict:
    return may_hand_issues(user, issue.session, on=on) & SESSION_ISSUE_FLOW.verdict("hand_issue", issue.state)


def may_drop_issue(user: Any, issue: Any, *, on: date) -> Verdict:
    return _steer("drop_issue", user, issue, on)


def may_recall_issue(user: Any, issue: Any, *, on: date) -> Verdict:
    first = when(issue.round_number == 1, "已经进入二次整改，不能收回。")
    return _steer("recall_issue", user, issue, on) & first


def may_plan_remedy(user: Any, issue: Any, *, on: date) -> Verdict:
    return _body("plan_remedy", user, issue, on)


def may_return_plan(user: Any, issue: Any, *, on: date) -> Verdict:
    return _steer("return_plan", user, issue, on)


def may_agree_plan(user: Any, issue: Any, *, on: date) -> Verdict:
    return _steer("agree_plan", user, issue, on)


def may_note_issue(user: Any, issue: Any, *, on: date) -> Verdict:
    """Progress, reasons for delay, accountability: the body, or whoever organises."""
    who = runs(user, issue.session, on) | acts_for(user, issue.body_id, on)
    return who & when(issue.state in AT_WORK, "问题交办以后、销号以前填写。")


def may_report_result(user: Any, issue: Any, *, on: date) -> Verdict:
    return _body("report_result", user, issue, on)


def may_return_result(user: Any, issue: Any, *, on: date) -> Verdict:
    verdict = _steer("return_result", user, issue, on)
    if not verdict:
        return verdict
    free = when(issue.open_ballot is None, ON_BALLOT)
    return free & when(waiting_count(issue) is None, "评议计票已录入，请先核对。")


def may_enter_review(user: Any, issue: Any, *, on: date) -> Verdict:
    verdict = runs(user, issue.session, on) & SESSION_ISSUE_FLOW.verdict("check_review", issue.state)
    if not verdict:
        return verdict
    free = when(issue.open_ballot is None, ON_BALLOT)
    return free & when(waiting_count(issue) is None, "计票已录入，请另一名工作人员核对。")


def may_check_review(user: Any, issue: Any, *, on: date) -> Verdict:
    """A second person of those who organise or of the office."""
    verdict = _steer("check_review", user, issue, on)
    if not verdict:
        return verdict
    count = waiting_count(issue)
    if count is None:
        return refuse(NO_COUNT, "state")
    return when(is_second(user, count), "请由另一名工作人员核对，录入人不能核对自己录入的计票。", "second")


def may_reopen_issue(user: Any, issue: Any, *, on: date) -> Verdict:
    """While the session is followed up; afterwards the problem is reopened in the ledger."""
    open_yet = when(issue.session.state not in OVER, "这次问政已经办结，问题反弹的请在问题清单中重新登记。")
    return _steer("reopen_issue", user, issue, on) & open_yet


def may_ledger_issue(user: Any, issue: Any, *, on: date) -> Verdict:
    """By hand into the ledger of problems, where it is not yet: whoever organises and keeps rows there."""
    who = runs(user, issue.session, on) & may_enter_problem(user, on=on)
    verdict = who & when(issue.state in (*AT_WORK, S.CLOSED), "问题交办以后才能列入问题清单。")
    return verdict & when(issue.ledger_row is None, "已经列入问题清单。") if verdict else verdict


def may_open_issue(user: Any, issue: Any) -> Verdict:
    """Asked of its files: whoever finds it or hears the question about it, and everybody once it is published."""
    rows = type(issue)._default_manager
    public = rows.public().filter(pk=issue.pk).exists()
    own = user.is_authenticated and rows.visible_to(user).filter(pk=issue.pk).exists()
    heard = own or (user.is_authenticated and issue.questions.put().visible_to(user).exists())
    return when(public or heard, "该问题由人大机关、提问代表和责任单位查阅。", "role")


def may_open_note(user: Any, note: Any) -> Verdict:
    """As its issue; what was sent back is nobody's but those at work."""
    verdict = may_open_issue(user, note.issue)
    if note.kind != NoteKind.RETURNED:
        return verdict
    return verdict & when(not isinstance(user, AnonymousUser), "退回的材料不公开。", "role")


def waiting_count(issue: Any) -> PaperCount | None:
    """The count of the round at work that is entered and not checked."""
    turn = issue.round
    if turn is None:
        return None
    return PaperCount.objects.of(turn).filter(state=CountState.ENTERED).select_related("rule").first()


def _steer(verb: str, user: Any, issue: Any, on: date) -> Verdict:
    return runs(user, issue.session, on) & SESSION_ISSUE_FLOW.verdict(verb, issue.state)


def _body(verb: str, user: Any, issue: Any, on: date) -> Verdict:
    return acts_for(user, issue.body_id, on) & SESSION_ISSUE_FLOW.verdict(verb, issue.state)
