"""The standing committee receives deputies: opened, signed up to, confirmed, answered."""

from collections.abc import Iterable
from datetime import date, datetime
from typing import Any

from django.db import transaction
from django.utils import timezone

from deputies.models import Activity, Deputy, RaisedMatter, ReceptionDay, SignUp
from deputies.notices import reception as notices
from deputies.rules.reception import (
    may_answer_raised,
    may_confirm_sign_ups,
    may_hold_reception,
    may_record_matter,
    may_sign_up,
)
from deputies.states import ActivityState
from deputies.transitions.invite_deputies import invite_deputies
from deputies.transitions.plan_activity import plan_activity
from foundation import deadlines
from foundation.accounts.models import User
from foundation.audit import record
from foundation.privacy.masking import mask_numbers
from foundation.workflow import Refused, after, lock

CLOCK = "raised_answer"
NUMBERS = "请不要写入电话、证件等号码，以保护他人的个人信息。"


@transaction.atomic
def open_reception(
    *,
    by: Any,
    at: datetime,
    title: str,
    place: str,
    starts_at: datetime,
    ends_at: datetime,
    receivers: Iterable[User],
    sign_up_until: date,
    seats: int,
    content: str = "",
) -> ReceptionDay:
    """Puts a reception day on the calendar; who receives hears, deputies find it on their desk.

    Refused: not the office, nobody who receives, sign-up that ends in the past or after the day.
    """
    may_hold_reception(by, on=timezone.localdate(at)).require()
    people = list(receivers)
    if not people:
        raise Refused("请选择接待人。", "input", field="receivers")
    if sign_up_until >= timezone.localdate(starts_at):
        raise Refused("报名应当在接待日前截止，以便通知代表。", "input", field="sign_up_until")
    facts: dict[str, Any] = {"starts_at": starts_at, "ends_at": ends_at, "place": place, "content": content}
    activity = plan_activity("reception_day", title, by=by, at=at, **facts)
    day = ReceptionDay.objects.create(activity=activity, sign_up_until=sign_up_until, seats=seats)
    day.receivers.set(people)
    names = "、".join(person.name for person in people)
    record("deputies.open_reception", activity, by=by, at=at, summary=f"开放报名，由{names}接待。")
    notices.reception_opened(day, people, by=by, at=at)
    return day


@transaction.atomic
def sign_up(pk: Any, *, by: Any, at: datetime, version: int | None = None, text: str) -> SignUp:
    """A deputy wants to come and says what about. Two at the last seat: the second is refused with a sentence."""
    day = lock(ReceptionDay, pk)
    may_sign_up(by, day, on=timezone.localdate(at)).require()
    _check(text, "text")
    row = SignUp.objects.create(day=day, deputy=by.deputy, signed_at=at)
    RaisedMatter.objects.create(activity=day.activity, deputy=by.deputy, text=text.strip(), raised_at=at)
    record("deputies.sign_up", day.activity, by=by, at=at, summary=f"{by.deputy.name}代表报名。")
    return row


@transaction.atomic
def confirm_sign_ups(pk: Any, *, by: Any, at: datetime, version: int | None = None) -> Activity:
    """Asks everybody who signed up, in the way of every activity: leave, check-in, attendance follow from there."""
    day = lock(ReceptionDay, pk)
    may_confirm_sign_ups(by, day, on=timezone.localdate(at)).require()
    deputies = [row.deputy for row in day.sign_ups.select_related("deputy")]
    invite_deputies(day.activity, deputies, by=by, at=at)
    return day.activity


@transaction.atomic
def record_matter(
    pk: Any, *, by: Any, at: datetime, deputy: Deputy, text: str, version: int | None = None
) -> RaisedMatter:
    """The organiser of a forum writes down what a deputy raised there; the deputy hears that it is on record.

    Refused: not the organiser, before it was held, a deputy who was not there, numbers of people in the text.
    """
    activity = lock(Activity, pk)
    may_record_matter(by, activity, on=timezone.localdate(at)).require()
    _check(text, "text")
    if not activity.invitations.came().filter(deputy=deputy).exists():
        raise Refused("请选择到会的代表。", "input", field="deputy")
    matter = RaisedMatter.objects.create(activity=activity, deputy=deputy, text=text.strip(), raised_at=at)
    if activity.state == ActivityState.CLOSED:
        deadlines.start(CLOCK, matter, on=activity.day, user=activity.planned_by_id, by=by, at=at)
    record("deputies.record_matter", activity, by=by, at=at, summary=f"登记{deputy.name}代表提出的意见。")
    notices.raised_recorded(matter, by=by, at=at)
    return matter


@transaction.atomic
def answer_raised(pk: Any, *, by: Any, at: datetime, version: int | None = None, answer: str) -> RaisedMatter:
    """Says what becomes of it, once. The deputy hears."""
    matter = lock(RaisedMatter, pk, version=version)
    may_answer_raised(by, matter, on=timezone.localdate(at)).require()
    _check(answer, "answer")
    matter.answer, matter.answered_by, matter.answered_at = answer.strip(), by, at
    matter.bump("answer", "answered_by", "answered_at")
    deadlines.meet(CLOCK, matter, at=at)
    summary = f"答复{matter.deputy.name}代表提出的意见。"
    record("deputies.answer_raised", matter.activity, by=by, at=at, summary=summary)
    notices.raised_answered(matter, by=by, at=at)
    return matter


@after("deputies.close_activity")
def start_answers(activity: Activity, *, by: Any, at: datetime, **facts: Any) -> None:
    """What was raised and not answered on the spot is owed from the day of the reception on."""
    day = ReceptionDay.objects.filter(activity=activity).first()
    receiver = day.receivers.order_by("pk").first() if day else activity.planned_by
    for matter in activity.matters.open().order_by("pk"):
        deadlines.start(CLOCK, matter, on=activity.day, user=receiver, by=by, at=at)


def _check(text: str, field: str) -> None:
    if not text.strip():
        raise Refused("请填写内容。", "input", field=field)
    if mask_numbers(text) != text:
        raise Refused(NUMBERS, "input", field=field)
