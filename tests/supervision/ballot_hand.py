"""Ballots of the standing committee in tests: a meeting, its roll, papers cast."""

from datetime import datetime
from typing import Any

from django.utils import timezone

from deputies.models import Meeting
from foundation.accounts.models import Membership, User
from foundation.accounts.roles import Role
from foundation.ballots import slips
from supervision.models import Ballot
from supervision.transitions import ballot_readings
from supervision.transitions import ballots as act
from supervision.transitions.ballot_seating import Came
from tests.cast import IN_OFFICE_SINCE, Cast
from tests.deputies_cast import Register

HELD = timezone.make_aware(datetime(2026, 3, 20, 10))
COUNCIL = ("zhao", "qian", "luo")
GOOD, FAIR, BAD = "满意", "基本满意", "不满意"


def meeting(register: Register, kind: str = "standing_committee") -> Meeting:
    day = HELD.date()
    return Meeting.objects.create(term=register.lin.term, kind=kind, number=33, opens_on=day, closes_on=day)


def members(number: int) -> list[User]:
    """More members of the standing committee than the cast has."""
    made = User.objects.bulk_create(
        User(username=f"member{n}", name=f"组成人员{n}", phone=f"139{n:08}", phone_hash=f"hash{n}")
        for n in range(number)
    )
    Membership.objects.bulk_create(
        Membership(user=user, role=Role.SC_MEMBER, from_date=IN_OFFICE_SINCE) for user in made
    )
    return list(made)


def planned(cast: Cast, place: Meeting, people: Any = None, **changes: Any) -> Ballot:
    """The committee of the cast votes on one reply, secretly, unless told otherwise."""
    facts: dict[str, Any] = {
        "topic": "关于教育工作审议意见研究处理情况的满意度测评",
        "rule_code": "satisfaction",
        "lines": ["审议意见研究处理情况"],
        "mode": "secret",
        "electors": [getattr(cast, name) for name in COUNCIL] if people is None else people,
        "meeting": place,
        "by": cast.he,
        "at": HELD,
    }
    return act.plan_ballot(place, **{**facts, **changes})


def opened(ballot: Ballot, by: User, *, absent: tuple[str, ...] = (), paper: tuple[str, ...] = ()) -> Ballot:
    """Everybody of the roll is there but `absent`; who is named in `paper` gets one."""
    rows = [row for row in ballot.electors.select_related("user") if row.user.username not in absent]
    on_paper = [row for row in rows if row.user.username in paper]
    return act.open_ballot(ballot.pk, present=rows, on_paper=on_paper, by=by, at=HELD)


def cast_by(ballot: Ballot, user: User, *choices: str, token: str = "", at: datetime = HELD) -> Any:
    return act.cast_vote(ballot.pk, choices=choices, token=token or slips.new_token(), by=user, at=at)


def held(cast: Cast, place: Meeting, votes: tuple[str, ...] = (GOOD, GOOD, BAD), **changes: Any) -> Ballot:
    """Planned, opened, voted and closed by the three of the cast."""
    ballot = opened(planned(cast, place, **changes), cast.he)
    for name, choice in zip(COUNCIL, votes, strict=False):
        cast_by(ballot, getattr(cast, name), choice)
    return act.close_ballot(ballot.pk, by=cast.zhao, at=HELD)


def held_on_paper(ballot: Ballot, cast: Cast, *votes: dict[str, int], at: datetime | None = None) -> Ballot:
    """Everybody of the roll comes and votes on paper: for each line grade → papers; the chair announces."""
    at = at or timezone.now()
    roll = list(ballot.electors.all())
    act.open_ballot(ballot.pk, present=roll, papers_issued=len(roll), by=cast.he, at=at)
    return _counted(ballot, cast, len(roll), votes, at)


def held_by_number(ballot: Ballot, cast: Cast, number: int, *votes: dict[str, int], at: datetime) -> Ballot:
    """The same of a ballot without a roll: so many come, each with a paper."""
    act.open_ballot(ballot.pk, present_number=number, papers_issued=number, by=cast.he, at=at)
    return _counted(ballot, cast, number, votes, at)


def _counted(ballot: Ballot, cast: Cast, number: int, votes: tuple[dict[str, int], ...], at: datetime) -> Ballot:
    """Closed, counted alike by two, announced by the chair."""
    act.close_ballot(ballot.pk, by=cast.he, at=at)
    figures = [{"votes": given, "invalid": 0} for given in votes]
    for counter in (cast.he, cast.xu):
        ballot_readings.enter_reading(ballot.pk, returned=number, figures=figures, by=counter, at=at)
    return act.announce_ballot(ballot.pk, by=cast.zhao, at=at)


def fresh(ballot: Ballot) -> Ballot:
    return Ballot.objects.select_related("electronic", "rule").get(pk=ballot.pk)


def bodies(people: list[User], council: int = 6, deputies: int | None = None) -> dict[str, Any]:
    """The rolls of the weighted rule: the public without one, deputies, the standing committee."""
    sitting, others = people[:council], people[council:]
    number = len(others) if deputies is None else deputies
    return {"社会公众": ([], None), "人大代表": (others, number), "常委会组成人员": (sitting, len(sitting))}


def weighed(cast: Cast, place: Meeting, people: list[User], **changes: Any) -> Ballot:
    """Planned by the weighted rule: six of the standing committee, the others deputies, the public on paper."""
    facts = {"rule_code": "satisfaction_weighted", "bodies": bodies(people)}
    return planned(cast, place, **{**facts, **changes})


def came(ballot: Ballot, public: int = 20, **names: tuple[str, ...]) -> dict[str, Came]:
    """Everybody of the rolls; of the public so many, each with a paper. `paper` names who else gets one."""
    found = {"社会公众": Came(present_number=public, papers_issued=public, all_members=public)}
    on_paper = names.get("paper", ())
    for body in ballot.weighed[1:]:
        rows = [row for row in body.electors.select_related("user") if row.user.username not in names.get("absent", ())]
        found[body.name] = Came(rows, [row for row in rows if row.user.username in on_paper])
    return found


def sheet(*bodies: tuple[int, ...]) -> list[dict[str, Any]]:
    """Figures of one line for each body: 满意, 基本满意, 不满意, invalid."""
    return [
        {
            "returned": sum(row),
            "lines": [{"votes": dict(zip((GOOD, FAIR, BAD), row[:3], strict=True)), "invalid": row[3]}],
        }
        for row in bodies
    ]
