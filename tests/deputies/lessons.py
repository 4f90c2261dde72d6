"""Training for tests: a plan with one course, a batch that somebody came to, a material."""

from datetime import datetime, timedelta
from typing import Any

from deputies.models import Batch, Course, Material, TrainingPlan
from deputies.transitions.close_activity import close_activity
from deputies.transitions.invite_deputies import invite_deputies
from deputies.transitions.learn import issue_material
from deputies.transitions.open_batch import open_batch
from deputies.transitions.plan_training import add_course, adopt_training_plan, make_training_plan
from deputies.transitions.record_attendance import record_attendance
from tests.deputies.gatherings import AFTER, BEFORE, ENDS, STARTS

COURSE = {"name": "履职基础", "form": "own", "audience": "new", "month": 3, "content": "代表法解读", "lecturer": "党校"}


def plan(cast: Any, *, adopted: bool = True, at: datetime = BEFORE) -> TrainingPlan:
    """The plan of 2026 with one course, read by deputies once it is adopted."""
    draft = make_training_plan(year=2026, aims="提高履职能力。", by=cast.he, at=at)
    add_course(draft, by=cast.he, at=at, **COURSE)
    if not adopted:
        return draft
    return adopt_training_plan(draft, decision="第四十次主任会议", adopted_on=at.date(), by=cast.he, at=at)


def course(cast: Any, **changes: Any) -> Course:
    """The course of that plan, or a further one."""
    mine = TrainingPlan.objects.first() or plan(cast)
    return add_course(mine, by=cast.he, at=BEFORE, **{**COURSE, **changes}) if changes else mine.courses.get()


def batch(cast: Any, of: Course | None = None, *, at: datetime = BEFORE) -> Batch:
    """Its next batch, on the day of the plain inspection."""
    days = {"starts_at": STARTS, "ends_at": ENDS} if at == BEFORE else {
        "starts_at": at + timedelta(days=10), "ends_at": at + timedelta(days=10, hours=2)
    }  # fmt: skip
    return open_batch(of or course(cast), place="区委党校", by=cast.he, at=at, **days)


def attended(cast: Any, held: Batch, *seats: Any) -> None:
    """These came; the batch is closed."""
    for row in invite_deputies(held.activity, [seat.deputy for seat in seats], by=cast.he, at=BEFORE):
        record_attendance(row, "present", by=cast.he, at=STARTS)
    close_activity(held.activity_id, by=cast.he, at=AFTER)


def material(cast: Any, **changes: Any) -> Material:
    facts = {"title": "代表法解读", "summary": "十讲，约三小时。", "by": cast.he, "at": BEFORE}
    return issue_material(**{**facts, **changes})
