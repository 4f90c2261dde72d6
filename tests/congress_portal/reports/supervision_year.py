"""A small year of supervision: of every section something that is solved and something that is not."""

from typing import Any

from congress_portal.reports.supervision import kinds
from supervision.models import Ballot, DutyReport, InitiatorRule, Project, ProjectYear, QuestionSession
from supervision.transitions import (
    appointees,
    ballots,
    contact_points,
    experts,
    handed,
    people_ballots,
    project_votes,
    recalls,
)
from tests.supervision import (
    advice_hand,
    ballot_hand,
    handed_hand,
    local_hand,
    opinion_hand,
    people_hand,
    project_hand,
    proposal_hand,
    question_hand,
    seat_hand,
)
from tests.supervision import hand as undertaking_hand

KINDS = (
    *(kinds.BALLOT, kinds.PROJECT, kinds.SESSION, kinds.ISSUE, kinds.INTERPELLATION, kinds.OPINION, kinds.RESOLUTION),
    *(kinds.TASK, kinds.NOMINEE, kinds.EXAM, kinds.DUTY_REPORT, kinds.MEETING, kinds.ADVICE, kinds.DRAFT_OPINION),
    *(kinds.HANDED, kinds.RECALL, kinds.BY_ELECTION),
)


def told(cast: Any, register: Any) -> None:
    """Everything of it, in 2026."""
    votes(cast, register)
    people(cast, register)
    projects(cast)
    questions(cast, register)
    opinions(cast, register)
    resolutions(cast, register)
    houses(cast)
    advice(cast, register)
    handed_down(cast)
    seats(cast, register)


def votes(cast: Any, register: Any) -> None:
    """One counted and announced, one planned, one on a supervision nobody may know of."""
    place = ballot_hand.meeting(register)
    paper = ballot_hand.planned(cast, place, mode="paper")
    ballot_hand.held_on_paper(paper, cast, {"满意": 2, "基本满意": 1, "不满意": 0}, at=ballot_hand.HELD)
    ballot_hand.planned(cast, place, topic="供水安全满意度测评")
    hidden = undertaking_hand.planned(cast, title="暗访食堂")
    type(hidden).objects.filter(pk=hidden.pk).update(hidden_until="2999-01-01")
    quiet = ballot_hand.planned(cast, place, topic="暗访食堂满意度测评")
    facts = {"topic": "暗访食堂测评", "rule_code": "satisfaction", "lines": ["食堂"], "mode": "secret"}
    people = [cast.zhao, cast.qian, cast.luo]
    ballots.plan_ballot(hidden, **facts, electors=people, meeting=place, by=cast.he, at=ballot_hand.HELD)
    ballots.cancel_ballot(quiet.pk, reason="另行安排。", by=cast.he, at=ballot_hand.HELD)


def people(cast: Any, register: Any) -> Ballot:
    """One appointed after his examination; one balloted on his year, which is not public."""
    people_hand.bank()
    people_hand.voted(cast, register)
    at, later = people_hand.AT, people_hand.LATER
    people_hand.appointee(cast)
    year = people_hand.opened(cast)
    report = DutyReport.objects.get()
    appointees.hand_in_duty_report(report.pk, text="一年工作。", by=cast.chen, at=at)
    appointees.accept_duty_report(report.pk, by=cast.he, at=at)
    meeting = people_hand.sc_meeting(register)
    ballot = people_ballots.plan_round_ballot(year.pk, meeting=meeting, mode="paper", by=cast.he, at=at)
    figures = {"满意": 0, "比较满意": 1, "基本满意": 1, "不满意": 1}
    return ballot_hand.held_on_paper(ballot, cast, figures, at=later)


def projects(cast: Any, places: int = 3) -> ProjectYear:
    """Of the two that are carried out one is struck off."""
    at = project_hand.LATER
    year = project_hand.announced(cast, year=2026)
    first = Project.objects.filter(project_year=year, state="under_way").order_by("number")[0]
    project_hand.accepted(first, cast)
    facts = {"held_on": at.date(), "meeting_name": "六次会议", "by": cast.he, "at": at}
    end = project_votes.plan_end_ballot(year.pk, **facts)
    project_hand.entered(end, cast.he, [(places, 0, 0)])
    project_votes.confirm_project_vote(end.pk, by=cast.xu, at=at)
    return year


def questions(cast: Any, register: Any) -> QuestionSession:
    """One issue struck off after the second rectification; an inquiry; an interpellation."""
    session = question_hand.held(cast, register)
    issue = session.issues.get()
    question_hand.reviewed(question_hand.reported(issue, cast), cast, 0, 0, 3)
    question_hand.reviewed(question_hand.reported(issue, cast), cast, 3, 0, 0)
    question_hand.inquired(cast, register, title="公交补贴")
    InitiatorRule.objects.update(least=2)
    proposal_hand.raised(cast, register)
    drawn = question_hand.planned(cast, register, title="随机抽查")
    drawn.seats.filter(duty="answers").update(at_random=True)
    return session


def opinions(cast: Any, register: Any) -> None:
    """One struck off, one whose report is owed."""
    opinion_hand.struck(cast, register)
    opinion_hand.planned(cast, register, title="关于供水工作报告的审议意见")


def resolutions(cast: Any, register: Any) -> None:
    """With a task that is late."""
    people_hand.task(people_hand.adopted(cast, register), cast)


def houses(cast: Any) -> None:
    """The presidium met, its next meeting was cancelled; the street has held none."""
    house = local_hand.seated(cast, cast.wei)
    local_hand.held(local_hand.called(house, cast.wei), cast.wei)


def advice(cast: Any, register: Any) -> None:
    """One expert's word taken up; two opinions of a contact point, one known; a point that says nothing."""
    at = advice_hand.AT
    one = advice_hand.asked(cast, register, cast.fang).advice.get()
    experts.enter_advice(one.pk, text="重点检查第三十条。", given_on=at.date(), by=cast.fang, at=at)
    experts.weigh_advice(one.pk, fate="adopted", by=cast.fang, at=at)
    advice_hand.founded(cast, "望湖联系点")
    point = advice_hand.founded(cast)
    draft = advice_hand.put_out(cast, [point])
    first = advice_hand.heard(draft, point, cast.wei)
    advice_hand.heard(draft, point, cast.wei, text="应当听证。")
    contact_points.send_draft(draft.pk, report="两条。", by=cast.he, at=at)
    contact_points.weigh_opinion(first.pk, fate="adopted", by=cast.he, at=at)


def handed_down(cast: Any) -> None:
    """From above one reported late; to the township one that is late, one taken back."""
    late = handed_hand.LATE
    above = handed_hand.taken(handed_hand.from_above(cast), cast.he)
    handed_hand.reported(above, cast.he, at=late, late_reason="汛期推迟。")
    handed_hand.given(cast)
    (back,) = handed_hand.given(cast, number="示人常代〔2026〕8号")
    handed.cancel_handed(back.pk, reason="重复交办。", by=cast.he, at=late)


def seats(cast: Any, register: Any) -> None:
    """Of the recalls one fails, one is not taken up, one runs; one by-election fills its seat, one is called."""
    he = cast.he
    seat_hand.placed(register, register.deng)
    seat_hand.counted(seat_hand.circulated(register.deng, he), he, 300)
    few = seat_hand.received(register.deng, he, signatures=12)
    recalls.decline_recall(few.pk, reason="联名人数不足。", by=he, at=seat_hand.AT)
    election = seat_hand.listed(register, he)
    seat_hand.voted(election, he, 500)
    seat_hand.valid(election, he)
    seat_hand.told(election, he)
    seat_hand.called(register, he)
    seat_hand.placed(register, register.lin)
    seat_hand.received(register.lin, he)


def votes_again(cast: Any, register: Any) -> None:
    """Another announced ballot, another resolution with its task."""
    place = people_hand.sc_meeting(register)
    paper = ballot_hand.planned(cast, place, mode="paper", topic="关于供水工作的满意度测评")
    ballot_hand.held_on_paper(paper, cast, {"满意": 1, "基本满意": 1, "不满意": 1}, at=ballot_hand.HELD)
    people_hand.task(people_hand.adopted(cast, register, title="关于供水安全的决议"), cast)
