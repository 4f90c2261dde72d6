"""What is told of reception days and of sitting in."""

from collections.abc import Iterable
from datetime import datetime
from typing import Any

from django.urls import reverse

from deputies.models import Activity, Deputy, RaisedMatter, ReceptionDay
from deputies.notices.matrix import tell
from foundation.accounts.models import User
from foundation.web.chinese import date_text, datetime_text


def reception_opened(day: ReceptionDay, people: Iterable[User], *, by: Any, at: datetime) -> None:
    """Who receives."""
    activity = day.activity
    body = f"时间：{datetime_text(activity.starts_at)}\n地点：{activity.place}\n报名至{date_text(day.sign_up_until)}。"
    tell("reception_opened", people, activity, f"请接待代表：{activity}", by=by, at=at, body=body)


def raised_recorded(matter: RaisedMatter, *, by: Any, at: datetime) -> None:
    title = f"您在座谈会上提出的意见已登记：{matter.activity}"
    tell("raised_recorded", [matter.deputy.user_id], matter, title, by=by, at=at, body=matter.text)


def raised_answered(matter: RaisedMatter, *, by: Any, at: datetime) -> None:
    title = f"您提出的意见已答复：{matter.activity}"
    people, mark = [matter.deputy.user_id], matter.pk
    tell("raised_answered", people, matter, title, by=by, at=at, body=matter.answer, mark=mark)


def passed_over(activity: Activity, deputies: Iterable[Deputy], reason: str, *, by: Any, at: datetime) -> None:
    body = f"这次{activity}未轮到您。理由：{reason}\n您的轮次保留，下一次优先邀请。"
    people = [deputy.user_id for deputy in deputies]
    tell(
        "passed_over",
        people,
        activity,
        f"列席轮次顺延：{activity}",
        by=by,
        at=at,
        body=body,
        url=reverse("deputies:sit-in-turns"),
    )
