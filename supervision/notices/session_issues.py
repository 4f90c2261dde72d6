"""What is told of the issues of a questioning."""

from datetime import date, datetime
from typing import Any

from django.utils import timezone

from foundation.accounts.people import people_with
from foundation.ballots.models import PaperCount
from supervision.models import IssueNote, SessionIssue
from supervision.notices.matrix import tell
from supervision.notices.question_sessions import askers, organisers
from supervision.rules.house import ANSWERING


def issue_listed(issue: SessionIssue, *, by: Any, at: datetime) -> None:
    title = f"问题列入清单：{issue}"
    tell("issue_listed", organisers(issue.session, _day(at)), issue, title, by=by, at=at, body=issue.wanted)


def issue_dropped(issue: SessionIssue, *, by: Any, at: datetime) -> None:
    people = [issue.raised_by.deputy.user_id] if issue.raised_by and issue.raised_by.deputy else []
    people = people or list(organisers(issue.session, _day(at)))
    tell("issue_dropped", people, issue, f"问题没有列入：{issue}", by=by, at=at, body=issue.drop_reason)


def issue_handed(issue: SessionIssue, words: str, *, by: Any, at: datetime) -> None:
    body = f"{words}\n请报送整改方案，写明措施、责任人和完成时限。".strip()
    _body("issue_handed", issue, f"交来问政问题：{issue}", body, by, at)


def issue_recalled(issue: SessionIssue, reason: str, *, by: Any, at: datetime) -> None:
    _body("issue_recalled", issue, f"问政问题已收回：{issue}", reason, by, at)


def plan_reported(issue: SessionIssue, *, by: Any, at: datetime) -> None:
    title, body = f"整改方案待商定：{issue}", "请听取代表或者当事群众意见后商定。"
    tell("plan_reported", organisers(issue.session, _day(at)), issue, title, by=by, at=at, body=body)


def plan_returned(issue: SessionIssue, reason: str, *, by: Any, at: datetime) -> None:
    _body("plan_returned", issue, f"整改方案退回：{issue}", reason, by, at)


def plan_agreed(issue: SessionIssue, *, by: Any, at: datetime) -> None:
    _body("plan_agreed", issue, f"整改方案已商定：{issue}", "请按方案整改，及时填写进展。", by, at)
    title = f"整改方案已商定：{issue}"
    tell("plan_agreed", askers(issue.session), issue, title, by=by, at=at, mark="deputies")


def issue_noted(issue: SessionIssue, row: IssueNote, *, by: Any, at: datetime) -> None:
    people = organisers(issue.session, _day(at)) | askers(issue.session)
    title = f"{row.get_kind_display()}：{issue}"
    tell("issue_noted", people, issue, title, by=by, at=at, body=row.text)


def result_reported(issue: SessionIssue, *, by: Any, at: datetime) -> None:
    title, body = f"整改结果待评议：{issue}", "请组织参加问政的代表评议满意度。"
    tell("result_reported", organisers(issue.session, _day(at)), issue, title, by=by, at=at, body=body)


def result_returned(issue: SessionIssue, reason: str, *, by: Any, at: datetime) -> None:
    _body("result_returned", issue, f"退回继续整改：{issue}", reason, by, at)


def review_entered(issue: SessionIssue, *, by: Any, at: datetime) -> None:
    title, body = f"评议计票待核对：{issue}", "请另一名工作人员对照票面核对。"
    tell("review_entered", organisers(issue.session, _day(at)), issue, title, by=by, at=at, body=body)


def review_returned(issue: SessionIssue, count: PaperCount, *, by: Any, at: datetime) -> None:
    title = f"评议计票须重新录入：{issue}"
    tell("review_returned", [count.entered_by_id], issue, title, by=by, at=at, body=count.return_reason)


def review_void(issue: SessionIssue, count: PaperCount, *, by: Any, at: datetime) -> None:
    people = organisers(issue.session, _day(at))
    tell("review_void", people, issue, f"评议须重新组织：{issue}", by=by, at=at, body=count.formula)


def issue_closed(issue: SessionIssue, formula: str, *, by: Any, at: datetime) -> None:
    _body("issue_closed", issue, f"问政问题销号：{issue}", formula, by, at)
    title = f"问政问题销号：{issue}"
    tell("issue_closed", askers(issue.session), issue, title, by=by, at=at, body=formula, mark="deputies")


def second_round(issue: SessionIssue, formula: str, *, by: Any, at: datetime) -> None:
    body = f"{formula}\n请重新报送整改方案，在二次整改期限内完成。"
    _body("second_round", issue, f"启动二次整改：{issue}", body, by, at)
    title = f"启动二次整改：{issue}"
    tell("second_round", askers(issue.session), issue, title, by=by, at=at, body=formula, mark="deputies")


def issue_reopened(issue: SessionIssue, reason: str, *, by: Any, at: datetime) -> None:
    _body("second_round", issue, f"问题反弹，重新整改：{issue}", reason, by, at)


def _body(event: str, issue: SessionIssue, title: str, words: str, by: Any, at: datetime) -> None:
    tell(event, people_with(ANSWERING, issue.body, on=_day(at)), issue, title, by=by, at=at, body=words)


def _day(at: datetime) -> date:
    return timezone.localdate(at)
