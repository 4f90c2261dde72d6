"""Ballots as they are planned on the page: about a matter of a meeting, with the meeting's roll."""

from datetime import date, datetime
from typing import Any

from django.db import transaction

from deputies.models import Meeting
from foundation.accounts.models import Organisation
from foundation.accounts.roles import Role
from foundation.workflow import Refused
from supervision.models import Ballot
from supervision.rules import ballots as rules
from supervision.transitions._beats import day_of
from supervision.transitions.ballot_people import people_voting
from supervision.transitions.ballots import plan_ballot, rule_on

OF_EACH = "按几个测评主体加权的办法，应到人数在开始表决时分主体登记，这里请留空。"


@transaction.atomic
def plan_at_meeting(
    *, meeting: Meeting, held_on: date, all_members: int | None = None, by: Any, at: datetime, **facts: Any
) -> Ballot:
    """A ballot about a matter of the meeting itself; other facts as for `plan_ballot`."""
    if all_members is not None and rule_on(facts["rule_code"], held_on).groups.exists():
        raise Refused(OF_EACH, "input", field="all_members")
    people, number = people_voting(meeting, held_on)
    place: dict[str, Any] = {"meeting": meeting, "held_on": held_on, "committee": _own_committee(by, day_of(at))}
    members = all_members or number or None
    return plan_ballot(meeting, electors=people, all_members=members, **place, **facts, by=by, at=at)


def _own_committee(by: Any, on: date) -> Organisation | None:
    """The committee of whoever is no clerk; the office's own ballots belong to no committee."""
    if rules.may_plan_ballot(by, on=on):
        return None
    return Organisation.objects.filter(pk__in=by.organisations(Role.COMMITTEE, on=on)).first()
