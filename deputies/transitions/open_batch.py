"""A course is held once: a batch, which is an activity like any other."""

from collections.abc import Iterable
from datetime import datetime
from typing import Any

from django.db import transaction
from django.db.models import Max

from deputies.models import Batch, Course, Deputy, Invitation
from deputies.rules import may_open_batch
from deputies.states import CourseForm
from deputies.transitions._paper import day_of, note
from deputies.transitions.invite_deputies import invite_deputies
from deputies.transitions.plan_activity import plan_activity
from foundation.workflow import lock

KINDS = {CourseForm.CASES: "case_session"}


@transaction.atomic
def open_batch(
    course: Any,
    *,
    starts_at: datetime,
    ends_at: datetime,
    place: str,
    content: str = "",
    by: Any,
    at: datetime,
    version: int | None = None,
) -> Batch:
    """Plans the activity of the next batch; deputies are invited to it as to every activity.

    Refused: not the office, a course that was dropped, days that cannot be.
    """
    mine = lock(Course, course)
    may_open_batch(by, mine, on=day_of(at)).require()
    number = (mine.batches.aggregate(most=Max("number"))["most"] or 0) + 1
    activity = plan_activity(
        KINDS.get(CourseForm(mine.form), "training"),
        f"{mine.name}（第{number}期）",
        starts_at=starts_at,
        ends_at=ends_at,
        place=place,
        content=content or mine.content,
        organiser=mine.plan.organiser,
        by=by,
        at=at,
    )
    batch = Batch.objects.create(course=mine, number=number, activity=activity)
    note("open_batch", mine, f"第{number}期开班，{place}。", by=by, at=at)
    return batch


def invite_to_batch(
    batch: Any, *, deputies: Iterable[Deputy], by: Any, at: datetime, version: int | None = None
) -> list[Invitation]:
    """Asks those whom the list of gaps names; as for every activity."""
    activity = batch.activity if isinstance(batch, Batch) else Batch.objects.get(pk=batch).activity_id
    return invite_deputies(activity, deputies, by=by, at=at)
