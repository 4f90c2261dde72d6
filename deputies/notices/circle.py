"""What is told of matters brought to a circle."""

from datetime import datetime
from typing import Any

from django.utils import timezone

from deputies.models import CircleAnswer, CircleMatter
from deputies.notices.matrix import tell
from foundation.web.chinese import date_text


def circle_asked(matter: CircleMatter, *, by: Any, at: datetime) -> None:
    """The deputies of the circle."""
    places = matter.circle.places.on(timezone.localdate(at)).exclude(deputy=matter.deputy_id)
    body = f"{matter.deputy.name}代表希望在{date_text(matter.wanted_on)}前得到答复。\n{matter.text}"
    people = places.order_by().values_list("deputy__user", flat=True)
    tell("circle_asked", people, matter, f"请答复咨询：{matter}", by=by, at=at, body=body)


def circle_answered(answer: CircleAnswer, *, by: Any, at: datetime) -> None:
    matter = answer.matter
    title = f"{answer.deputy.name}代表答复了您的咨询：{matter}"
    tell("circle_answered", [matter.deputy.user_id], matter, title, by=by, at=at, body=answer.text, mark=answer.pk)


def circle_closed(matter: CircleMatter, *, by: Any, at: datetime) -> None:
    people = matter.answers.order_by().values_list("deputy__user", flat=True)
    tell("circle_closed", people, matter, f"咨询已办结：{matter}", by=by, at=at, body=matter.conclusion)
