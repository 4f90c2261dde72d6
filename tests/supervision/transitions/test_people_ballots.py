"""The ballots of bills, yearly reports and resolutions: planned line by line, and what their results do."""

import pytest

from foundation.workflow import Refused
from supervision.models import DutyReport
from supervision.states.appointments import AppointmentState
from supervision.states.ballots import BallotMode
from supervision.states.resolutions import ResolutionState
from supervision.transitions import appointees, appointments, ballot_readings, ballots, people_ballots
from tests.supervision import people_hand as hand
from tests.supervision.people_hand import AT, LATER

PAPER = {"mode": BallotMode.PAPER, "at": AT}


def held(ballot, cast, *votes, at=LATER):
    """All three members come and vote on paper: for each line grade → papers; the chair announces."""
    roll = list(ballot.electors.all())
    ballots.open_ballot(ballot.pk, present=roll, papers_issued=len(roll), by=cast.he, at=at)
    ballots.close_ballot(ballot.pk, by=cast.he, at=at)
    figures = [{"votes": given, "invalid": 0} for given in votes]
    for counter in (cast.he, cast.xu):
        ballot_readings.enter_reading(ballot.pk, returned=len(roll), figures=figures, by=counter, at=at)
    return ballots.announce_ballot(ballot.pk, by=cast.zhao, at=at)


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
    held(ballot, cast, {"赞成": 2, "反对": 1, "弃权": 0}, {"赞成": 1, "反对": 1, "弃权": 1})
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
    held(ballot, cast, {"满意": 0, "比较满意": 1, "基本满意": 1, "不满意": 1})
    report.refresh_from_db()
    assert (report.outcome, report.measures.count()) == ("基本满意", 1)
    with pytest.raises(Refused, match="没有列入测评"):
        people_ballots.plan_round_ballot(round.pk, meeting=meeting, by=cast.he, **PAPER)


@pytest.mark.parametrize(("yes", "state"), [(2, ResolutionState.ADOPTED), (1, ResolutionState.REJECTED)])
def test_a_resolution_needs_more_than_half_of_all_members(cast, register, yes, state):
    draft = hand.drafted(cast, register)
    ballot = people_ballots.plan_resolution_ballot(draft.pk, by=cast.he, **PAPER)
    held(ballot, cast, {"赞成": yes, "反对": 3 - yes, "弃权": 0})
    draft.refresh_from_db()
    assert draft.state == state
