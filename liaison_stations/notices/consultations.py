"""What is told of the monthly consultation."""

from collections.abc import Sequence
from datetime import datetime
from typing import Any

from django.utils import timezone

from foundation.accounts.people import people_with
from foundation.accounts.roles import LEADERS, Role
from foundation.web.chinese import date_text
from liaison_stations.models import Consultation, ConsultationItem
from liaison_stations.notices.matrix import tell
from liaison_stations.querysets.letters import UNIT_SIDE


def consultation_planned(meeting: Consultation, items: int, *, by: Any, at: datetime) -> None:
    """The clerks, who prepare it, and the leaders, one of whom leads it."""
    people = people_with([Role.CLERK, *LEADERS], on=timezone.localdate(at))
    title = f"{meeting}定于{date_text(meeting.held_on)}召开，议题{items}项"
    tell("consultation_planned", people, meeting, title, by=by, at=at, body=meeting.place)


def minutes_issued(meeting: Consultation, waiting: Sequence[ConsultationItem], *, by: Any, at: datetime) -> None:
    """Each body what was put to it; the clerks what is theirs."""
    for item in waiting:
        on = timezone.localdate(at)
        people = people_with(UNIT_SIDE, item.unit, on=on) if item.unit_id else people_with(Role.CLERK, on=on)
        title = f"{meeting}确定的事项请于{date_text(item.due_on)}前落实：{item.get_decision_display()}"
        tell("minutes_issued", people, item, title, by=by, at=at, body=item.words)


def item_settled(item: ConsultationItem, *, by: Any, at: datetime) -> None:
    """The clerks."""
    people = people_with(Role.CLERK, on=timezone.localdate(at))
    title = f"{item.consultation}的议题{item.number}已落实"
    tell("item_settled", people, item, title, by=by, at=at)
