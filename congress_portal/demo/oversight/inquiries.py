"""A thematic inquiry: answered, its answers balloted, what did not satisfy answered anew and waiting for its review."""

from datetime import timedelta
from typing import Any

from congress_portal.demo.district import District
from congress_portal.demo.oversight.meetings import sc_meeting
from congress_portal.demo.oversight.questions import picture
from deputies.models import MeetingKind
from supervision.models import Ballot, QuestionSession, SessionIssue
from supervision.transitions import (
    ballot_readings,
    ballots,
    issue_list,
    question_ballots,
    question_floor,
    session_issues,
)
from supervision.transitions import question_sessions as act

TITLE = "城区道路反复开挖怎样治理"
ISSUE = ("同一路段一年内三次开挖", "人民东路去年为燃气、供水、通信各开挖一次。", "统筹年度开挖计划，一次施工到位。")
ASKED = "各家管线单位为什么不能一起施工？"
ANSWERS = {
    "transport": "今年起建立开挖计划联审，同一路段五年内不得重复开挖。",
    "urban_management": "加强巡查，发现问题及时处理。",
}
# Papers of the members present for each body: 满意, 基本满意, 不满意 in tenths.
SHARES = {"transport": (7, 2, 1), "urban_management": (2, 2, 6)}
GRADES = ("满意", "基本满意", "不满意")


def tell(district: District) -> None:
    """The urban committee organises it for the standing committee."""
    session = _asked(district)
    _balloted(district, session)
    question_floor.review_session(session.pk, by=_by(district), at=district.at(31))
    question_floor.publish_session(session.pk, by=_by(district), at=district.at(31))
    _answered_anew(district, session.issues.latest("number"))


def _asked(district: District) -> QuestionSession:
    by, at = _by(district), district.at(50)
    seats, bodies = district.mandates["石桥镇"][4:8], [district.organisations[key] for key in ANSWERS]
    session = act.plan_session(
        kind="thematic",
        title=TITLE,
        reason="代表视察和群众来信反映集中，常委会听取专项工作报告时一并询问。",
        form="meeting",
        organiser=district.organisations["urban"],
        starts_at=district.at(32, 9),
        place="区人大常委会会议厅",
        deputies=[seat.deputy for seat in seats],
        bodies=bodies,
        by=by,
        at=at,
    )
    council = sc_meeting(district, 50, MeetingKind.COUNCIL)
    act.report_session(session.pk, decided_by=council, by=by, at=at)
    act.mobilise_session(session.pk, by=by, at=at)
    act.sort_session(session.pk, by=by, at=district.at(46))
    title, facts, wanted = ISSUE
    words: dict[str, Any] = {"title": title, "facts": facts, "wanted": wanted, "source": "research"}
    issue_list.list_issue(session.pk, **words, body=bodies[0], by=by, at=district.at(44))
    act.call_session(session.pk, by=by, at=district.at(40))
    return _on_the_floor(district, session)


def _on_the_floor(district: District, session: QuestionSession) -> QuestionSession:
    by, at = _by(district), district.at(32, 9)
    question_floor.open_floor(session.pk, by=by, at=at)
    seat = session.seats.filter(duty="asks").earliest("pk")
    asked = question_floor.ask_question(session.pk, text=ASKED, seat=seat, by=by, at=at)
    for key, text in ANSWERS.items():
        body = session.seats.get(body=district.organisations[key])
        words: dict[str, Any] = {"seat": body, "speaker": "主要负责人", "text": text}
        question_floor.answer_question(asked.pk, **words, by=by, at=at)
    said = "组成人员围绕统筹施工、恢复质量提问，应答单位主要负责人到会答复。"
    question_floor.shut_floor(session.pk, present=list(session.seats.all()), summary=said, by=by, at=at)
    session_issues.hand_issues(session.pk, by=by, at=at)
    session.refresh_from_db()
    return session


def _balloted(district: District, session: QuestionSession) -> None:
    """On paper at the meeting itself; one body did not satisfy."""
    by, at = _by(district), district.at(32, 11)
    meeting = sc_meeting(district, 32)
    ballot = question_ballots.plan_answer_ballot(session.pk, meeting=meeting, mode="paper", by=by, at=at)
    roll = list(ballot.electors.all())
    came = roll[: len(roll) - 2]
    ballots.open_ballot(ballot.pk, present=came, papers_issued=len(came), by=by, at=at)
    ballots.close_ballot(ballot.pk, by=by, at=at)
    figures = [_papers(SHARES[_key(district, line)], len(came)) for line in ballot.lines.all()]
    for clerk in ("lianluo1", "lianluo2"):
        entered: dict[str, Any] = {"by": district.users[clerk], "at": district.at(32, 14)}
        ballot_readings.enter_reading(ballot.pk, returned=len(came), figures=figures, **entered)
    ballots.announce_ballot(ballot.pk, publish=True, by=by, at=district.at(32, 15))


def _answered_anew(district: District, issue: SessionIssue) -> Ballot:
    """The body put it right; the deputies' ballot on that waits to be opened."""
    officer, by = district.officers["urban_management"], _by(district)
    due = district.at(29).date() + timedelta(days=20)
    plan: dict[str, Any] = {
        "measures": "一、逐条书面答复。\n二、建立开挖项目巡查台账，逐日巡查。",
        "person": officer.name,
    }
    session_issues.plan_remedy(issue.pk, **plan, due_on=due, by=officer, at=district.at(29))
    talk: dict[str, Any] = {"talked_with": "询问的代表", "talk_note": "代表要求公布巡查结果，已采纳。"}
    session_issues.agree_plan(issue.pk, **talk, talked_on=district.at(26).date(), by=by, at=district.at(26))
    done: dict[str, Any] = {"result": "已书面答复，巡查台账每周公布。", "account": "没有"}
    files = [picture("巡查台账", "#1b6b3a")]
    session_issues.report_result(issue.pk, **done, files=files, by=officer, at=district.at(12))
    issue.refresh_from_db()
    facts: dict[str, Any] = {"issues": [issue], "mode": "secret", "by": by, "at": district.at(3)}
    return question_ballots.plan_issue_ballot(issue.session_id, **facts)


def _papers(shares: tuple[int, ...], number: int) -> dict[str, Any]:
    """So many tenths of the papers for each grade; what is over counts with the first."""
    votes = [number * share // 10 for share in shares]
    votes[0] += number - sum(votes)
    return {"votes": dict(zip(GRADES, votes, strict=True)), "invalid": 0}


def _key(district: District, line: Any) -> str:
    return next(key for key in ANSWERS if district.organisations[key].pk == line.target.body_id)


def _by(district: District) -> Any:
    return district.users["gongwei"]
