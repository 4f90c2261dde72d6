"""The study calendar of the congress's own staff: planned, recorded, dropped."""

from datetime import date, datetime
from typing import Any

from django.db import transaction

from deputies import notices
from deputies.models import StaffStudy
from deputies.rules import (
    STUDYING_STAFF,
    may_drop_staff_study,
    may_plan_staff_study,
    may_record_staff_study,
)
from deputies.transitions._paper import day_of, filled, note
from foundation.workflow import Refused, lock


@transaction.atomic
def plan_staff_study(
    *, topic: str, form: str, held_on: date, place: str = "", speaker: str = "", by: Any, at: datetime
) -> StaffStudy:
    """Puts it on the calendar in the name of one's own office; the staff hears while it lies ahead."""
    on = day_of(at)
    may_plan_staff_study(by, on=on).require()
    posts = [post for post in by.memberships_on(on) if post.role in STUDYING_STAFF and post.organisation_id]
    if not posts:
        raise Refused("您的任职没有登记所在单位，请委员会秘书先在后台补充。", "role")
    study = StaffStudy.objects.create(
        organiser=posts[0].organisation,
        topic=filled(topic, "请填写学习主题。", "topic"),
        form=form,
        held_on=held_on,
        place=place.strip(),
        speaker=speaker.strip(),
        planned_by=by,
        planned_at=at,
    )
    note("plan_staff_study", study, f"安排机关学习：{study}。", by=by, at=at, visibility="office")
    if held_on >= on:
        notices.staff_study_planned(study, by=by, at=at)
    return study


@transaction.atomic
def record_staff_study(
    study: Any, *, participants: str, notes: str, by: Any, at: datetime, version: int | None = None
) -> StaffStudy:
    """Who came and what was learned. Refused before the day, twice, and for other offices."""
    mine = lock(StaffStudy, study, version=version)
    may_record_staff_study(by, mine, on=day_of(at)).require()
    mine.participants = filled(participants, "请填写参加人员。", "participants")
    mine.notes = filled(notes, "请填写学习情况。", "notes")
    mine.recorded_at = at
    mine.bump("participants", "notes", "recorded_at")
    note("record_staff_study", mine, "登记学习情况。", by=by, at=at, visibility="office")
    return mine


@transaction.atomic
def drop_staff_study(study: Any, *, reason: str, by: Any, at: datetime, version: int | None = None) -> StaffStudy:
    """Takes it off the calendar with its reason; the staff hears."""
    mine = lock(StaffStudy, study, version=version)
    may_drop_staff_study(by, mine, on=day_of(at)).require()
    mine.drop_reason = filled(reason, "请写明取消的理由。", "reason")
    mine.dropped_at = at
    mine.bump("drop_reason", "dropped_at")
    note("drop_staff_study", mine, f"取消学习：{mine.drop_reason}", by=by, at=at, visibility="office")
    notices.staff_study_dropped(mine, by=by, at=at)
    return mine
