"""Recalls and by-elections for tests: the constituency of lin and deng, with as many seats as one asks for."""

from datetime import date, datetime, timedelta
from typing import Any
from zoneinfo import ZoneInfo

from deputies.models import Constituency, Mandate
from foundation.accounts.people import people_with
from foundation.accounts.roles import Role
from supervision.models import ByElection, Recall, SeatCandidate
from supervision.transitions import by_election_votes, by_elections, recall_votes, recalls

AT = datetime(2026, 3, 2, 10, tzinfo=ZoneInfo("Asia/Shanghai"))
DAY = AT.date()
LATER = AT + timedelta(days=30)


def placed(register: Any, *seats: Mandate, size: int = 3) -> Constituency:
    """The constituency with these seats in it."""
    place = register.constituency
    Constituency.objects.filter(pk=place.pk).update(seats=size)
    Mandate.objects.filter(pk__in=[seat.pk for seat in seats]).update(constituency=place)
    for seat in seats:
        seat.refresh_from_db()
    return place


def received(seat: Mandate, by: Any, *, signatures: int = 60, at: datetime = AT, **facts: Any) -> Recall:
    words = {"reasons": "长期不履行代表职责。", **facts}
    day = at.date()
    return recalls.receive_recall(mandate=seat, received_on=day, signatures=signatures, by=by, at=at, **words)


def accepted(seat: Mandate, by: Any, *, at: datetime = AT, **facts: Any) -> Recall:
    recall = received(seat, by, at=at, **facts)
    return recalls.accept_recall(recall.pk, verified=55, copied_on=at.date(), by=by, at=at)


def circulated(seat: Mandate, by: Any, *, at: datetime = AT, **facts: Any) -> Recall:
    recall = accepted(seat, by, at=at, **facts)
    words = {"circulated_how": "入户发放", "presided_by": "常委会副主任钱卫东"}
    day = at.date()
    return recalls.circulate_recall(
        recall.pk, circulated_on=day, vote_on=day + timedelta(days=7), by=by, at=at, **words
    )


def another(by: Any) -> Any:
    """A second clerk or secretary."""
    return people_with((Role.CLERK, Role.SECRETARY), on=DAY).exclude(pk=by.pk).order_by("pk")[0]


def entered(recall: Recall, by: Any, yes: int = 501, *, at: datetime = LATER, **facts: int) -> Any:
    """A thousand voters; what is not for it is against it. One person's figures."""
    counts = {"voters": 1000, "issued": 900, "returned": 800, "no": 800 - yes, "abstained": 0, "invalid": 0, **facts}
    return recall_votes.count_recall(recall.pk, held_on=at.date(), yes=yes, by=by, at=at, **counts)


def counted(recall: Recall, by: Any, yes: int = 501, *, at: datetime = LATER, **facts: int) -> Any:
    """Entered by two."""
    entered(recall, by, yes, at=at, **facts)
    return entered(recall, another(by), yes, at=at, **facts)


def reviewed(recall: Recall, by: Any, *, at: datetime = LATER) -> Recall:
    return recalls.review_recall(recall.pk, review_on=at.date(), review="罢免有效。", by=by, at=at)


def announced(recall: Recall, by: Any, *, at: datetime = LATER) -> Recall:
    day = at.date()
    return recalls.announce_recall(recall.pk, announcement_no="示人常〔2026〕3号", announced_on=day, by=by, at=at)


def called(register: Any, by: Any, *, places: int = 1, at: datetime = AT, **facts: Any) -> ByElection:
    words = {"cause": "原代表调离", "decided_by": "主任会议", "decided_on": at.date(), **facts}
    where = {"constituency": register.constituency, "delegation": register.qingshi}
    day = at.date() + timedelta(days=20)
    return by_elections.call_by_election(places=places, vote_on=day, by=by, at=at, **where, **words)


def put_forward(election: ByElection, name: str, by: Any, *, at: datetime = AT, **facts: Any) -> SeatCandidate:
    person = {"sex": "female", "birth_month": date(1985, 6, 1), "employer_title": "青石小学教师", **facts}
    return by_elections.put_forward(election.pk, name=name, nominated_by="选民联名", by=by, at=at, **person)


def listed(register: Any, by: Any, *names: str, at: datetime = AT, **facts: Any) -> ByElection:
    election = called(register, by, at=at, **facts)
    for name in names or ("田秀",):
        put_forward(election, name, by, at=at)
    return by_elections.list_candidates(election.pk, listed_on=at.date(), by=by, at=at)


def voted(election: ByElection, by: Any, *votes: int, at: datetime = LATER, **facts: int) -> Any:
    """Entered by two."""
    turn(election, by, *votes, at=at, **facts)
    return turn(election, another(by), *votes, at=at, **facts)


def turn(election: ByElection, by: Any, *votes: int, at: datetime = LATER, **facts: int) -> Any:
    """A thousand voters, 800 papers out and back; `votes` for those who stand, in their order. One person's figures."""
    counts = {"voters": 1000, "issued": 800, "returned": 800, "invalid": 0, "others": 0, **facts}
    for_each = {row.pk: n for row, n in zip(election.candidates.to_vote_on(), votes, strict=True)}
    return by_election_votes.count_by_election(election.pk, held_on=at.date(), votes=for_each, by=by, at=at, **counts)


def valid(election: ByElection, by: Any, *, at: datetime = LATER, reason: str = "", keep: bool = True) -> ByElection:
    winners = election.candidates.filter(elected_on__isnull=False)
    words = {"review": "符合代表条件。", "reason": reason, "valid": winners if keep else []}
    return by_elections.review_by_election(election.pk, review_on=at.date(), by=by, at=at, **words)


def told(election: ByElection, by: Any, *, at: datetime = LATER) -> ByElection:
    number = "示人常〔2026〕4号"
    return by_elections.announce_by_election(election.pk, announcement_no=number, announced_on=at.date(), by=by, at=at)
