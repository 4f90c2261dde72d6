"""The ballots of bills, yearly reports and resolutions: planned line by line, and what their results do."""

import pytest

from foundation.notices.models import Notice
from foundation.workflow import Refused
from supervision.models import DutyReport
from supervision.states.appointments import AppointmentState
from supervision.states.ballots import BallotMode, BallotState
from supervision.states.resolutions import ResolutionState
from supervision.transitions import appointees, appointments, ballots, people_ballots, resolutions
from tests.supervision import people_hand as hand
from tests.supervision.ballot_hand import held_on_paper
from tests.supervision.people_hand import AT, LATER

PAPER = {"mode": BallotMode.PAPER, "at": AT}


def test_each_person_of_a_bill_is_voted_on_by_himself(cast, register):
    bill = hand.ready(cast)
    with pytest.raises(Refused, match="须在"):
        people_ballots.plan_appointment_ballot(bill.pk, by=cast.he, **PAPER)
    hand.named(bill, cast, kind="acting", name="甲新", post="区监察委员会代理主任", user=None)
    bill = appointments.table_appointment(bill.pk, meeting=hand.sc_meeting(register), by=cast.he, at=AT)
    with pytest.raises(Refused, match="办事机构"):
        people_ballots.plan_appointment_ballot(bill.pk, by=cast.luo, **PAPER)
    ballot = people_ballots.plan_appointment_ballot(bill.pk, by=cast.he, **PAPER)
    assert [line.name[:4] for line in ballot.lines.all()] == ["任命陈刚", "决定甲新"]
    with pytest.raises(Refused, match="已经安排了表决"):
        people_ballots.plan_appointment_ballot(bill.pk, by=cast.he, **PAPER)
    held_on_paper(ballot, cast, {"赞成": 2, "反对": 1, "弃权": 0}, {"赞成": 1, "反对": 1, "弃权": 1}, at=LATER)
    bill.refresh_from_db()
    found = {row.name: (row.is_passed, row.outcome) for row in bill.nominees.all()}
    assert bill.state == AppointmentState.VOTED
    assert found == {"陈刚": (True, "通过"), "甲新": (False, "未通过")}


def test_the_appointees_of_the_year_are_balloted_by_four_grades(cast, register):
    hand.appointee(cast)
    round, meeting = hand.opened(cast), hand.sc_meeting(register)
    with pytest.raises(Refused, match="没有全部审阅：陈刚"):
        people_ballots.plan_round_ballot(round.pk, meeting=meeting, by=cast.he, **PAPER)
    report = DutyReport.objects.get()
    appointees.hand_in_duty_report(report.pk, text="一年工作。", by=cast.chen, at=AT)
    appointees.accept_duty_report(report.pk, by=cast.he, at=AT)
    ballot = people_ballots.plan_round_ballot(round.pk, meeting=meeting, by=cast.he, **PAPER)
    held_on_paper(ballot, cast, {"满意": 0, "比较满意": 1, "基本满意": 1, "不满意": 1}, at=LATER)
    report.refresh_from_db()
    assert (report.outcome, report.measures.count()) == ("基本满意", 1)
    with pytest.raises(Refused, match="没有列入测评"):
        people_ballots.plan_round_ballot(round.pk, meeting=meeting, by=cast.he, **PAPER)


@pytest.mark.parametrize(("yes", "state"), [(2, ResolutionState.ADOPTED), (1, ResolutionState.REJECTED)])
def test_a_resolution_needs_more_than_half_of_all_members(cast, register, yes, state):
    draft = hand.drafted(cast, register)
    ballot = people_ballots.plan_resolution_ballot(draft.pk, by=cast.he, **PAPER)
    held_on_paper(ballot, cast, {"赞成": yes, "反对": 3 - yes, "弃权": 0}, at=LATER)
    draft.refresh_from_db()
    assert draft.state == state


def test_a_bill_put_off_takes_its_ballot_along_but_not_while_papers_are_out(cast, register):
    bill = hand.tabled(cast, register)
    first = people_ballots.plan_appointment_ballot(bill.pk, by=cast.he, **PAPER)
    appointments.postpone_appointment(bill.pk, reason="补充考察材料", by=cast.he, at=AT)
    first.refresh_from_db()
    assert (first.state, first.end_reason) == (BallotState.CANCELLED, "暂不付表决：补充考察材料")
    cancelled = Notice.objects.filter(kind="supervision.ballot_cancelled")
    assert cast.luo.pk in set(cancelled.values_list("recipient", flat=True))
    appointments.table_appointment(bill.pk, meeting=hand.sc_meeting(register), by=cast.he, at=AT)
    second = people_ballots.plan_appointment_ballot(bill.pk, by=cast.he, **PAPER)
    ballots.open_ballot(second.pk, present=list(second.electors.all()), by=cast.he, at=AT)
    for verb in (appointments.postpone_appointment, appointments.withdraw_appointment):
        with pytest.raises(Refused, match="正在表决"):
            verb(bill.pk, reason="改期", by=cast.he, at=AT)
    bill.refresh_from_db()
    assert bill.meeting is not None


def test_a_draft_for_another_meeting_is_voted_on_anew(cast, register):
    draft = hand.drafted(cast, register)
    ballot = people_ballots.plan_resolution_ballot(draft.pk, by=cast.he, **PAPER)
    words = {"title": draft.title, "text": "改后的正文。", "by": cast.he, "at": AT}
    resolutions.amend_resolution(draft.pk, meeting=draft.meeting, **words)
    ballot.refresh_from_db()
    assert ballot.state == BallotState.PLANNED
    resolutions.amend_resolution(draft.pk, meeting=hand.sc_meeting(register, 41), **words)
    ballot.refresh_from_db()
    assert ballot.state == BallotState.CANCELLED
    again = people_ballots.plan_resolution_ballot(draft.pk, by=cast.he, **PAPER)
    ballots.open_ballot(again.pk, present=list(again.electors.all()), by=cast.he, at=AT)
    with pytest.raises(Refused, match="正在表决"):
        resolutions.amend_resolution(draft.pk, meeting=hand.sc_meeting(register, 41), **words)
