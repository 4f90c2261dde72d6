"""The monthly consultation from its agenda to the last decision carried out."""

from datetime import date, datetime
from typing import Any

from django.db import IntegrityError, transaction
from django.db.models import Max

from foundation import deadlines
from foundation.accounts.models import Organisation
from foundation.accounts.roles import LEADERS
from foundation.workflow import Refused, lock
from liaison_stations.models import Consultation, ConsultationItem, Letter
from liaison_stations.notices import consultations as notices
from liaison_stations.rules import consultations as rules
from liaison_stations.states.consultation import CONSULTATION_FLOW, FOLLOWED, ConsultationState, Decision
from liaison_stations.transitions._letter import day_of, filled, note
from liaison_stations.transitions._minutes import keep_minutes


@transaction.atomic
def plan_consultation(*, held_on: date, place: str = "", letters: Any = (), by: Any, at: datetime) -> Consultation:
    """The consultation of the month of `held_on`, with `letters` on its agenda; `by` None is the nightly job."""
    if by is not None:
        rules.may_plan_consultation(by, on=day_of(at)).require()
    try:
        with transaction.atomic():
            meeting = Consultation.objects.create(month=held_on.replace(day=1), held_on=held_on, place=place.strip())
    except IntegrityError as error:
        if "consultation_once_a_month" not in str(error):
            raise
        raise Refused("本月的集中研判已经安排，请在原安排中调整。", "input", field="held_on") from error
    rows = [ConsultationItem(consultation=meeting, number=n, letter=row) for n, row in enumerate(letters, 1)]
    ConsultationItem.objects.bulk_create(rows)
    note("plan_consultation", meeting, f"安排集中研判，议题{len(rows)}项。", by=by, at=at)
    notices.consultation_planned(meeting, len(rows), by=by, at=at)
    return meeting


@transaction.atomic
def change_consultation(
    pk: Any, *, held_on: date, place: str = "", by: Any, at: datetime, version: int | None = None
) -> Consultation:
    """Another day of the same month, another place."""
    meeting = lock(Consultation, pk, version=version)
    rules.may_change_consultation(by, meeting, on=day_of(at)).require()
    if held_on.replace(day=1) != meeting.month:
        raise Refused(f"请选择{meeting.month.year}年{meeting.month.month}月内的日期。", "input", field="held_on")
    meeting.held_on, meeting.place = held_on, place.strip()
    meeting.bump("held_on", "place")
    note("change_consultation", meeting, f"调整为{held_on}，{meeting.place}。", by=by, at=at)
    return meeting


@transaction.atomic
def add_item(
    pk: Any,
    *,
    letter: Letter | None = None,
    topic: str = "",
    by: Any,
    at: datetime,
    version: int | None = None,
) -> Consultation:
    """A letter, or a matter without one, comes onto the agenda."""
    meeting = lock(Consultation, pk, version=version)
    rules.may_add_item(by, meeting, on=day_of(at)).require()
    if letter is None:
        filled(topic, "请选择来信，或者写明议题。", "topic")
    elif meeting.items.filter(letter=letter).exists():
        raise Refused("这封来信已在议题中。", "input", field="letter")
    last = meeting.items.aggregate(last=Max("number"))["last"] or 0
    item = ConsultationItem.objects.create(consultation=meeting, number=last + 1, letter=letter, topic=topic.strip())
    meeting.bump()
    note("add_item", meeting, f"加入{item}。", by=by, at=at)
    return meeting


@transaction.atomic
def drop_item(pk: Any, *, by: Any, at: datetime, version: int | None = None) -> Consultation:
    """A matter leaves the agenda before the meeting."""
    item = lock(ConsultationItem, pk, version=version)
    meeting = lock(Consultation, item.consultation_id)
    rules.may_drop_item(by, item, on=day_of(at)).require()
    words = f"移出{item}。"
    item.delete()
    meeting.bump()
    note("drop_item", meeting, words, by=by, at=at)
    return meeting


@transaction.atomic
def hold_consultation(
    pk: Any, *, chair: Any, attendees: str, by: Any, at: datetime, version: int | None = None
) -> Consultation:
    """It was held: who led it, who came. The minutes have their time from now on."""
    meeting = lock(Consultation, pk, version=version)
    rules.may_hold_consultation(by, meeting, on=day_of(at)).require()
    if not chair.has_role(*LEADERS, on=meeting.held_on):
        raise Refused("集中研判由主任、副主任主持，请选择主持人。", "input", field="chair")
    meeting.attendees = filled(attendees, "请写明参加人员。", "attendees")
    meeting.chair = chair
    meeting.state = CONSULTATION_FLOW.target("hold_consultation", meeting.state)
    meeting.bump("chair", "attendees", "state")
    deadlines.start("consultation_minutes", meeting, on=meeting.held_on, by=by, at=at)
    note("hold_consultation", meeting, f"{chair.name}主持召开。", by=by, at=at)
    return meeting


@transaction.atomic
def decide_item(
    pk: Any,
    *,
    decision: str,
    words: str,
    unit: Organisation | None = None,
    due_on: date | None = None,
    by: Any,
    at: datetime,
    version: int | None = None,
) -> ConsultationItem:
    """What was decided on one matter, and by when somebody carries it out."""
    item = lock(ConsultationItem, pk, version=version)
    rules.may_decide_item(by, item, on=day_of(at)).require()
    _check_decision(item, decision, unit, due_on)
    item.decision, item.words = decision, filled(words, "请写明具体要求。", "words")
    item.unit, item.due_on = unit, due_on if decision in FOLLOWED else None
    item.bump("decision", "words", "unit", "due_on")
    label = item.get_decision_display()
    note("decide_item", item.consultation, f"{item}：{label}。", by=by, at=at)
    return item


@transaction.atomic
def issue_minutes(pk: Any, *, by: Any, at: datetime, version: int | None = None) -> Consultation:
    """The minutes become a document; every decision that somebody has to carry out gets its clock."""
    meeting = lock(Consultation, pk, version=version)
    rules.may_issue_minutes(by, meeting, on=day_of(at)).require()
    items = list(meeting.items.with_names())
    waiting = [item for item in items if item.is_open]
    target = ConsultationState.MINUTED if waiting else ConsultationState.CLOSED
    meeting.state = CONSULTATION_FLOW.target("issue_minutes", meeting.state, to=target)
    meeting.minutes_at = at
    meeting.bump("state", "minutes_at")
    deadlines.meet("consultation_minutes", meeting, at=at)
    for item in waiting:
        until = max(item.due_on, day_of(at))
        deadlines.start("consultation_item", item, on=day_of(at), organisation=item.unit, until=until, by=by, at=at)
    keep_minutes(meeting, items, by=by, at=at)
    note("issue_minutes", meeting, f"印发纪要，待落实{len(waiting)}项。", by=by, at=at)
    notices.minutes_issued(meeting, waiting, by=by, at=at)
    return meeting


@transaction.atomic
def settle_item(pk: Any, *, outcome: str, by: Any, at: datetime, version: int | None = None) -> ConsultationItem:
    """What became of a decision; with the last one the consultation is done with."""
    item = lock(ConsultationItem, pk, version=version)
    meeting = item.consultation = lock(Consultation, item.consultation_id)
    rules.may_settle_item(by, item, on=day_of(at)).require()
    item.outcome, item.settled_at = filled(outcome, "请写明落实结果。", "outcome"), at
    item.bump("outcome", "settled_at")
    deadlines.meet("consultation_item", item, at=at)
    left = any(other.is_open for other in meeting.items.all())
    target = ConsultationState.MINUTED if left else ConsultationState.CLOSED
    meeting.state = CONSULTATION_FLOW.target("settle_item", meeting.state, to=target)
    meeting.bump("state")
    note("settle_item", meeting, f"{item}已落实。", by=by, at=at)
    notices.item_settled(item, by=by, at=at)
    return item


def _check_decision(item: ConsultationItem, decision: str, unit: Organisation | None, due_on: date | None) -> None:
    if decision not in Decision:
        raise Refused("请选择研判意见。", "input", field="decision")
    if decision == Decision.UNIT and unit is None:
        raise Refused("请选择落实单位。", "input", field="unit")
    if decision in FOLLOWED and due_on is None:
        raise Refused("请写明完成期限。", "input", field="due_on")
    if due_on and due_on < item.consultation.held_on:
        raise Refused("完成期限不能早于研判日期。", "input", field="due_on")
