"""Who has a vote at a meeting: the standing committee's members, or the deputies of the congress."""

from collections.abc import Iterable, Mapping, Sequence
from datetime import date
from typing import Any

from deputies.models import Mandate, Meeting, MeetingKind, Term
from foundation.accounts.models import User
from foundation.accounts.people import people_with
from foundation.accounts.roles import Role
from foundation.ballots.models import BallotRule, Roll

STANDING_COMMITTEE = (Role.CHAIR, Role.VICE_CHAIR, Role.SC_MEMBER)
CHAIRPERSONS = (Role.CHAIR, Role.VICE_CHAIR)
# Name of a body: its accounts, and the number of all its members (None where it is not known yet).
Rolls = Mapping[str, tuple[Sequence[User], int | None]]


def people_voting(meeting: Meeting | None, on: date) -> tuple[list[User], int]:
    """(accounts in the order of names, number of all members) for the kind of meeting.

    Of a session all serving deputies of the congress count, also those without an account; without a meeting it is the
    standing committee. A joint meeting and a presidium have no standing roll: nobody, 0.
    """
    kind = meeting.kind if meeting else MeetingKind.STANDING_COMMITTEE
    if kind == MeetingKind.SESSION and meeting:
        return _deputies(meeting.term, on)
    roles: Iterable[Any] = {
        MeetingKind.STANDING_COMMITTEE: STANDING_COMMITTEE,
        MeetingKind.COUNCIL: CHAIRPERSONS,
    }.get(MeetingKind(kind), ())
    if not roles:
        return [], 0
    people = list(people_with(roles, on=on).order_by("pinyin_key", "pk"))
    return people, len(people)


def bodies_voting(rule: BallotRule, meeting: Meeting | None, on: date) -> Rolls:
    """{body: (accounts, number of all members)} for a rule of several bodies; (nobody, None) for one without a roll.

    Nobody votes twice: a deputy who is a member of the standing committee votes there.
    """
    groups = list(rule.groups.all())
    council: set[int] = set()
    if any(group.roll == Roll.STANDING_COMMITTEE for group in groups):
        council = {user.pk for user in _council(on)}
    return {group.name: _roll(group.roll, meeting, on, council) for group in groups}


def _roll(roll: str, meeting: Meeting | None, on: date, council: set[int]) -> tuple[list[User], int | None]:
    if roll == Roll.STANDING_COMMITTEE:
        people = _council(on)
        return people, len(people)
    if roll != Roll.DEPUTIES:
        return [], None
    term = meeting.term if meeting else Term.objects.filter(is_current=True, congress__is_home=True).first()
    people, number = _deputies(term, on) if term else ([], 0)
    own = [user for user in people if user.pk not in council]
    return own, number - len(people) + len(own)


def _council(on: date) -> list[User]:
    return list(people_with(STANDING_COMMITTEE, on=on).order_by("pinyin_key", "pk"))


def _deputies(term: Term, on: date) -> tuple[list[User], int]:
    seats = Mandate.objects.filter(term=term, level=term.congress.level).serving_on(on)
    ids = list(seats.order_by().values_list("deputy__user", flat=True))
    people = User.objects.active().filter(pk__in=[pk for pk in ids if pk])
    return list(people.order_by("pinyin_key", "pk")), len(ids)
