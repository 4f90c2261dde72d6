"""Ballots of the standing committee in tests: a meeting, its roll, papers cast."""

from datetime import datetime
from typing import Any

from django.utils import timezone

from deputies.models import Meeting
from foundation.accounts.models import Membership, User
from foundation.accounts.roles import Role
from foundation.ballots import slips
from supervision.models import Ballot
from supervision.transitions import ballots as act
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


def cast_by(ballot: Ballot, user: User, *choices: str, token: str = "") -> Any:
    return act.cast_vote(ballot.pk, choices=choices, token=token or slips.new_token(), by=user, at=HELD)


def held(cast: Cast, place: Meeting, votes: tuple[str, ...] = (GOOD, GOOD, BAD), **changes: Any) -> Ballot:
    """Planned, opened, voted and closed by the three of the cast."""
    ballot = opened(planned(cast, place, **changes), cast.he)
    for name, choice in zip(COUNCIL, votes, strict=False):
        cast_by(ballot, getattr(cast, name), choice)
    return act.close_ballot(ballot.pk, by=cast.zhao, at=HELD)


def fresh(ballot: Ballot) -> Ballot:
    return Ballot.objects.select_related("electronic", "rule").get(pk=ballot.pk)
