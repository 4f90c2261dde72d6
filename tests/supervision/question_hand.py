"""A questioning for tests, as far on its way as a test needs it: the urban committee asks the transport bureau."""

from datetime import date, datetime, timedelta
from typing import Any
from zoneinfo import ZoneInfo

from foundation.ballots import Papers
from foundation.notices.models import Notice
from supervision.models import QuestionSession, SessionIssue
from supervision.transitions import issue_list, issue_reviews, question_floor, session_issues
from supervision.transitions import question_sessions as act
from tests.suggestions.views.scans import scan

AT = datetime(2026, 3, 2, 10, tzinfo=ZoneInfo("Asia/Shanghai"))
HELD = AT.replace(day=20)
WORDS = {"title": "老旧小区改造后路面破损", "facts": "三个小区路面破损。", "wanted": "年底前修好。"}


def planned(cast: Any, register: Any, *, by: Any = None, at: datetime = AT, **facts: Any) -> QuestionSession:
    known = {"kind": "questioning", "title": "老旧小区改造质量", "reason": "群众反映多。", "form": "meeting"}
    known |= {"organiser": cast.urban_committee, "starts_at": at + timedelta(days=18), "place": "会议厅"}
    known |= {"deputies": [register.lin.deputy, register.zhou.deputy], "bodies": [cast.transport], **facts}
    return act.plan_session(by=by or cast.fang, at=at, **known)


def sorting(cast: Any, register: Any, *, at: datetime = AT, **facts: Any) -> QuestionSession:
    by = facts.setdefault("by", cast.fang)
    session = planned(cast, register, at=at, **facts)
    act.report_session(session.pk, reported_on=at.date(), report_note="区委同意。", by=by, at=at)
    act.mobilise_session(session.pk, by=by, at=at)
    return act.sort_session(session.pk, by=by, at=at)


def listed(session: QuestionSession, by: Any, body: Any, *, at: datetime = AT, **facts: Any) -> SessionIssue:
    known = {**WORDS, "source": "deputy", **facts}
    return issue_list.list_issue(session.pk, body=body, by=by, at=at, **known)


def called(cast: Any, register: Any, *, at: datetime = AT, **facts: Any) -> QuestionSession:
    """With one issue of lin's on the list."""
    session = sorting(cast, register, at=at, **facts)
    listed(session, cast.lin, cast.transport, at=at)
    return act.call_session(session.pk, by=cast.fang, at=at)


def held(cast: Any, register: Any, *, at: datetime = HELD, **facts: Any) -> QuestionSession:
    """Lin asked, the bureau answered, the list is handed over."""
    session = called(cast, register, at=at, **facts)
    question_floor.open_floor(session.pk, by=cast.fang, at=at)
    asked = question_floor.ask_question(session.pk, text="何时修好？", seat=seat(session, "lin"), by=cast.fang, at=at)
    words = {"speaker": "陈刚局长", "text": "年底前修好。"}
    question_floor.answer_question(asked.pk, seat=body_seat(session), by=cast.feng, at=at, **words)
    question_floor.shut_floor(session.pk, present=list(session.seats.all()), summary="一问一答。", by=cast.fang, at=at)
    session_issues.hand_issues(session.pk, by=cast.fang, at=at)
    return act_review(session, cast, at)


def act_review(session: QuestionSession, cast: Any, at: datetime) -> QuestionSession:
    return question_floor.review_session(session.pk, by=cast.fang, at=at)


def inquired(cast: Any, register: Any, *, at: datetime = HELD, **facts: Any) -> QuestionSession:
    """An inquiry during deliberation, asked and answered by word of mouth."""
    session = planned(cast, register, at=at, kind="inquiry", **facts)
    act.call_session(session.pk, by=cast.fang, at=at)
    question_floor.open_floor(session.pk, by=cast.fang, at=at)
    came = {"present": list(session.seats.all()), "summary": "一问一答。"}
    return question_floor.shut_floor(session.pk, **came, by=cast.fang, at=at)


def reported(issue: SessionIssue, cast: Any, *, at: datetime = HELD, due_on: date | None = None) -> SessionIssue:
    """From the hand-over to the result with its evidence."""
    words = {"measures": "逐条修复。", "person": "陈刚局长", "due_on": due_on or at.date() + timedelta(days=20)}
    session_issues.plan_remedy(issue.pk, by=cast.feng, at=at, **words)
    talk = {"talked_with": "林晓梅代表和三名居民", "talked_on": at.date(), "talk_note": "要求先修主路，已采纳。"}
    session_issues.agree_plan(issue.pk, by=cast.fang, at=at, **talk)
    done = {"result": "路面已修复。", "account": "没有", "files": [scan("修复后.png")]}
    return session_issues.report_result(issue.pk, by=cast.feng, at=at, **done)


def reviewed(issue: SessionIssue, cast: Any, *votes: int, at: datetime = HELD) -> SessionIssue:
    """The papers 满意, 基本满意, 不满意 entered by one and checked by another."""
    issue_reviews.enter_review(issue.pk, papers=papers(*votes), held_on=at.date(), by=cast.he, at=at)
    return issue_reviews.check_review(issue.pk, agrees=True, by=cast.xu, at=at)


def papers(*votes: int, **other: int) -> Papers:
    total = sum(votes)
    grades = dict(zip(("满意", "基本满意", "不满意"), votes, strict=True))
    figures = {"present": total, "issued": total, "returned": total, "invalid": 0, **other}
    return Papers(votes=grades, **figures)


def seat(session: QuestionSession, username: str) -> Any:
    return session.seats.get(deputy__user__username=username)


def body_seat(session: QuestionSession) -> Any:
    return session.seats.get(duty="answers")


def told(kind: str) -> set[str]:
    rows = Notice.objects.filter(kind=f"supervision.{kind}")
    return set(rows.values_list("recipient__username", flat=True))
