"""Ballots of the standing committee: one published, one by name, one open today, one whose papers are being counted."""

from typing import Any

from congress_portal.demo.district import PLACES, District
from deputies.models import Meeting, MeetingKind
from foundation.accounts.models import Membership, User
from foundation.accounts.roles import Role
from foundation.ballots import slips
from supervision.models import Ballot
from supervision.transitions import ballot_readings
from supervision.transitions import ballots as act
from supervision.transitions.ballot_people import people_voting

GOOD, FAIR, BAD = "满意", "基本满意", "不满意"
SIGN_INS = ("zhuren", "fuzhuren", "weiyuan")
# Three deputies of each place sit in the standing committee besides the leaders.
SEATS = slice(5, 8)
REPLY = "关于优化营商环境工作审议意见研究处理情况的满意度测评"
# Number of the meeting, days ago.
BEFORE, LATELY, NOW = (33, 120), (36, 9), (37, 0)
BUREAUS = ("区教育局", "区民政局", "区水利局")


def seat_council(district: District) -> None:
    """A standing committee of twenty-one, as a district of this size has one, and its meetings of the year."""
    for number, days in (BEFORE, LATELY, NOW):
        sc_meeting(district, number, days)
    people = [seat.deputy.user for place in PLACES for seat in district.mandates[place][SEATS]]
    since = district.at(360).date()
    Membership.objects.bulk_create(
        Membership(user=user, role=Role.SC_MEMBER, title="委员", from_date=since) for user in people
    )


def sc_meeting(district: District, number: int, days: int) -> Meeting:
    """The standing committee's meeting of that number, entered when there is none yet."""
    day = district.at(days).date()
    place = {"term": (district.session or Meeting.objects.latest("pk")).term, "number": number}
    days_of = {"opens_on": day, "closes_on": day}
    return Meeting.objects.get_or_create(kind=MeetingKind.STANDING_COMMITTEE, **place, defaults=days_of)[0]


def tell(district: District) -> None:
    """The liaison office holds them; the chair closes and announces."""
    before, now = sc_meeting(district, *BEFORE), sc_meeting(district, *NOW)
    _published(district, before)
    _by_name(district, before)
    _open(district, now)
    _to_count(district, now)
    _ahead(district, now)


def _plan(district: District, meeting: Meeting, days: int, **facts: Any) -> Ballot:
    people, members = people_voting(meeting, district.at(days).date())
    known = {"rule_code": "satisfaction", "mode": "secret", "electors": people, "all_members": members, **facts}
    return act.plan_ballot(meeting, meeting=meeting, by=district.users["lianluo1"], at=district.at(days, 9), **known)


def _begin(district: District, ballot: Ballot, days: int, absent: int = 2, paper: int = 0) -> list[User]:
    """All are present but the last `absent`; the first `paper` members without a sign-in of their own get a paper."""
    rows = sorted(ballot.electors.select_related("user"), key=lambda row: row.user.username not in SIGN_INS)
    present = rows[: len(rows) - absent]
    on_paper = present[len(SIGN_INS) : len(SIGN_INS) + paper]
    at = district.at(days, 10)
    act.open_ballot(ballot.pk, present=present, on_paper=on_paper, by=district.users["lianluo1"], at=at)
    return [row.user for row in present if row not in on_paper]


def _vote(district: District, ballot: Ballot, days: int, people: list[User], *papers: tuple[str, ...]) -> None:
    """Everybody in turn one of the papers."""
    for number, user in enumerate(people):
        choices, token = papers[number % len(papers)], slips.new_token()
        act.cast_vote(ballot.pk, choices=choices, token=token, by=user, at=district.at(days, 10, 5))


def _close(district: District, ballot: Ballot, days: int) -> None:
    act.close_ballot(ballot.pk, by=district.users["zhuren"], at=district.at(days, 10, 20))


def _published(district: District, meeting: Meeting) -> None:
    """Secret, two members on paper; counted by two clerks alike."""
    ballot = _plan(district, meeting, 120, topic=REPLY, lines=["审议意见研究处理情况"])
    people = _begin(district, ballot, 120, paper=2)
    _vote(district, ballot, 120, people, (GOOD,), (GOOD,), (GOOD,), (FAIR,))
    _close(district, ballot, 120)
    for clerk in ("lianluo1", "lianluo2"):
        _read(district, ballot, clerk, 120, {GOOD: 1, FAIR: 1})
    zhuren = district.users["zhuren"]
    act.announce_ballot(ballot.pk, publish=True, by=zhuren, at=district.at(120, 11))


def _by_name(district: District, meeting: Meeting) -> None:
    topic = "关于批准区本级财政预算调整方案的决议（草案）的表决"
    ballot = _plan(district, meeting, 120, topic=topic, lines=["决议（草案）"], rule_code="sc_vote", mode="named")
    people = _begin(district, ballot, 120)
    _vote(district, ballot, 120, people, *[("赞成",)] * 8, ("弃权",))
    _close(district, ballot, 120)
    act.announce_ballot(ballot.pk, by=district.users["zhuren"], at=district.at(120, 11))


def _open(district: District, meeting: Meeting) -> None:
    """The leaders and the member whose sign-in is printed have not voted yet."""
    topic = "政府部门依法履职工作评议测评"
    ballot = _plan(district, meeting, 0, topic=topic, lines=BUREAUS, rule_code="appraisal")
    people = [user for user in _begin(district, ballot, 0) if user.username not in SIGN_INS]
    _vote(district, ballot, 0, people[:9], ("称职",) * 3, ("称职", "称职", "基本称职"))


def _to_count(district: District, meeting: Meeting) -> None:
    """On paper alone; one clerk has counted, the other one's figures are waited for."""
    topic = "关于农村供水保障工作情况报告的满意度测评"
    ballot = _plan(district, meeting, 0, topic=topic, lines=["专项工作报告"], mode="paper")
    present = list(ballot.electors.all())[:19]
    by: dict[str, Any] = {"by": district.users["lianluo1"], "at": district.at(0, 9, 30)}
    act.open_ballot(ballot.pk, present=present, papers_issued=19, **by)
    _close(district, ballot, 0)
    _read(district, ballot, "lianluo1", 0, {GOOD: 12, FAIR: 5, BAD: 1}, invalid=1)


def _ahead(district: District, meeting: Meeting) -> None:
    topic = "关于学前教育普及普惠工作审议意见研究处理情况的满意度测评"
    _plan(district, meeting, 0, topic=topic, lines=["审议意见研究处理情况"])


def _read(district: District, ballot: Ballot, clerk: str, days: int, votes: dict[str, int], invalid: int = 0) -> None:
    figures = [{"votes": votes, "invalid": invalid}]
    returned = sum(votes.values()) + invalid
    by: dict[str, Any] = {"by": district.users[clerk], "at": district.at(days, 10, 30)}
    ballot_readings.enter_reading(ballot.pk, returned=returned, figures=figures, **by)
