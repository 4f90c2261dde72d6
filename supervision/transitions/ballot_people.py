"""Who has a vote at a meeting: the standing committee's members, or the deputies of the congress."""

from collections.abc import Iterable
from datetime import date
from typing import Any

from deputies.models import Mandate, Meeting, MeetingKind
from foundation.accounts.models import User
from foundation.accounts.people import people_with
from foundation.accounts.roles import Role

STANDING_COMMITTEE = (Role.CHAIR, Role.VICE_CHAIR, Role.SC_MEMBER)
CHAIRPERSONS = (Role.CHAIR, Role.VICE_CHAIR)


def people_voting(meeting: Meeting | None, on: date) -> tuple[list[User], int]:
    """(accounts in the order of names, number of all members) for the kind of meeting.

    Of a session all serving deputies of the congress count, also those without an account; without a meeting it is the
    standing committee. A joint meeting and a presidium have no standing roll: nobody, 0.
    """
    kind = meeting.kind if meeting else MeetingKind.STANDING_COMMITTEE
    if kind == MeetingKind.SESSION and meeting:
        return _deputies(meeting, on)
    roles: Iterable[Any] = {
        MeetingKind.STANDING_COMMITTEE: STANDING_COMMITTEE,
        MeetingKind.COUNCIL: CHAIRPERSONS,
    }.get(MeetingKind(kind), ())
    if not roles:
        return [], 0
    people = list(people_with(roles, on=on).order_by("pinyin_key", "pk"))
    return people, len(people)


def _deputies(meeting: Meeting, on: date) -> tuple[list[User], int]:
    seats = Mandate.objects.filter(term=meeting.term_id, level=meeting.term.congress.level).serving_on(on)
    ids = list(seats.order_by().values_list("deputy__user", flat=True))
    people = User.objects.active().filter(pk__in=[pk for pk in ids if pk])
    return list(people.order_by("pinyin_key", "pk")), len(ids)
