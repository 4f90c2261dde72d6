"""What is told of topical deliberations."""

from datetime import date, datetime
from typing import Any

from django.utils import timezone

from deputies.rules import ANSWERING
from foundation.accounts.people import people_by_organisation, people_with
from foundation.accounts.roles import Role
from foundation.web.chinese import datetime_text
from liaison_stations.models import Deliberation, Station
from liaison_stations.notices.matrix import tell
from liaison_stations.rules.stations import offices_of


def sitting(row: Deliberation, at: datetime) -> set[int]:
    """Deputies with an account and whoever acts for the bodies at the table."""
    seats = list(row.seats.values_list("deputy__user", "body"))
    bodies = people_by_organisation(ANSWERING, {body for _, body in seats if body}, timezone.localdate(at))
    return {user for user, _ in seats if user} | {person for found in bodies.values() for person in found}


def keepers_of_station(station: Station, on: date) -> set[int]:
    """The station's keepers and the clerks of its township or street."""
    kept = station.keepers.active_on(on).filter(user__is_active=True).order_by().values_list("user", flat=True)
    clerks = people_by_organisation(Role.TOWNSHIP_CLERK, offices_of(station.area), on)
    return set(kept) | {person for found in clerks.values() for person in found}


def deliberation_planned(row: Deliberation, *, by: Any, at: datetime) -> None:
    title, body = f"请参加专题议事：{row}", f"{datetime_text(row.starts_at)}，{row.place}。{row.background}"
    tell("deliberation_planned", sitting(row, at), row, title, by=by, at=at, body=body)


def deliberation_cancelled(row: Deliberation, *, by: Any, at: datetime) -> None:
    title = f"专题议事取消：{row}"
    tell("deliberation_cancelled", sitting(row, at), row, title, by=by, at=at, body=row.cancel_reason)


def deliberation_held(row: Deliberation, *, by: Any, at: datetime) -> None:
    """Who sits, and the liaison clerks, who follow what was agreed."""
    people = sitting(row, at) | set(people_with(Role.CLERK, on=timezone.localdate(at)).values_list("pk", flat=True))
    tell("deliberation_held", people, row, f"专题议事形成意见：{row}", by=by, at=at, body=row.conclusion)


def deliberation_closed(row: Deliberation, *, by: Any, at: datetime) -> None:
    tell("deliberation_closed", sitting(row, at), row, f"专题议事办理结果：{row}", by=by, at=at, body=row.result)
