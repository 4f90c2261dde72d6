"""What is told of requests for more time."""

from datetime import datetime
from typing import Any

from django.utils import timezone

from foundation.accounts.people import people_with
from supervision.models import Delay
from supervision.notices.matrix import tell
from supervision.notices.problems import followers, unit_people
from supervision.rules.house import LEADERS


def asked(delay: Delay, *, by: Any, at: datetime) -> None:
    """The leader in charge of the unit, all leaders where none is; whoever follows the matter knows of it."""
    subject = delay.subject
    leader = subject.unit.leader_in_charge_id
    leaders = {leader} if leader else set(people_with(LEADERS, on=timezone.localdate(at)).values_list("pk", flat=True))
    title = f"延期申请待决定：{subject}"
    body = f"{subject.unit}申请由{subject.due_on:%Y-%m-%d}延至{delay.until:%Y-%m-%d}：{delay.reason}"
    tell("delay_asked", leaders | followers(subject, at), subject, title, by=by, at=at, body=body)


def decided(delay: Delay, *, by: Any, at: datetime) -> None:
    """The unit and whoever follows the matter."""
    subject = delay.subject
    title = f"延期申请{delay.get_state_display()}：{subject}"
    body = f"{delay.note}期限{subject.due_on:%Y-%m-%d}。"
    people = unit_people(subject.unit, at) | followers(subject, at)
    tell("delay_decided", people, subject, title, by=by, at=at, body=body)
