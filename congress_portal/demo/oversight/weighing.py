"""Ballots with weights: public, deputies and the standing committee on one report; one is done, one is open."""

from typing import Any

from congress_portal.demo.district import District
from congress_portal.demo.oversight.ballots import BAD, BEFORE, FAIR, GOOD, NOW, sc_meeting
from deputies.models import Meeting
from foundation.ballots import slips
from supervision.models import Ballot
from supervision.transitions import ballot_readings
from supervision.transitions import ballots as act
from supervision.transitions.ballot_seating import Came

DONE = "关于农村客运班线优化工作情况报告的满意度测评（群众、代表、组成人员加权）"
OPEN = "关于老旧小区改造工作情况报告的满意度测评（群众、代表、组成人员加权）"
LINE = "专项工作报告"
# Papers of the public, given out at the liaison stations.
PUBLIC = 60
SHARES = ((GOOD, 62), (FAIR, 27), (BAD, 9))


def tell(district: District) -> None:
    """The first on paper everywhere, counted by two clerks; in the second a deputy's sign-in may vote."""
    _done(district)
    _open(district)


def _plan(district: District, meeting: Meeting, days: int, topic: str, mode: str) -> Ballot:
    facts: dict[str, Any] = {"rule_code": "satisfaction_weighted", "lines": [LINE], "topic": topic, "mode": mode}
    return act.plan_ballot(meeting, meeting=meeting, by=district.users["lianluo1"], at=district.at(days, 9), **facts)


def _begin(district: District, ballot: Ballot, days: int) -> None:
    """All of the rolls but the last two of each; the public fills in papers at the stations."""
    came = {body.name: _came(list(body.electors.all())) for body in ballot.weighed}
    act.open_ballot(ballot.pk, bodies=came, by=district.users["lianluo1"], at=district.at(days, 10))


def _came(rows: list[Any]) -> Came:
    return Came(rows[: len(rows) - 2]) if rows else Came((), (), PUBLIC, PUBLIC, PUBLIC)


def _done(district: District) -> None:
    days, chair = 118, district.users["zhuren"]
    ballot = _plan(district, sc_meeting(district, *BEFORE), days, DONE, "paper")
    _begin(district, ballot, days)
    act.close_ballot(ballot.pk, by=chair, at=district.at(days, 11))
    issued = [body.papers_issued for body in Ballot.objects.get(pk=ballot.pk).weighed]
    for clerk in ("lianluo1", "lianluo2"):
        facts: dict[str, Any] = {"by": district.users[clerk], "at": district.at(days, 14)}
        ballot_readings.enter_reading(ballot.pk, returned=0, figures=[_sheet(number) for number in issued], **facts)
    act.announce_ballot(ballot.pk, publish=True, by=chair, at=district.at(days, 15))


def _sheet(issued: int) -> dict[str, Any]:
    """The same picture for as many papers as were given out; what is over is invalid."""
    votes = {grade: issued * share // 100 for grade, share in SHARES}
    return {"returned": issued, "lines": [{"votes": votes, "invalid": issued - sum(votes.values())}]}


def _open(district: District) -> None:
    """A dozen of each roll have voted; who signs in by a printed name has not."""
    ballot = _plan(district, sc_meeting(district, *NOW), 0, OPEN, "secret")
    _begin(district, ballot, 0)
    mine = {user.pk for user in district.users.values()}
    for body in Ballot.objects.get(pk=ballot.pk).weighed:
        rows = [row for row in body.electors.filter(is_present=True).select_related("user") if row.user_id not in mine]
        for number, row in enumerate(rows[:12]):
            choice = (GOOD, GOOD, FAIR)[number % 3]
            facts: dict[str, Any] = {"by": row.user, "at": district.at(0, 10, 5)}
            act.cast_vote(ballot.pk, choices=[choice], token=slips.new_token(), **facts)
