"""What is told of training: to deputies of plans and materials, to the staff of its own study."""

from datetime import datetime
from typing import Any

from django.utils import timezone

from deputies.models import Mandate, Material, StaffStudy, TrainingPlan
from deputies.notices.matrix import tell
from deputies.querysets.register import looked_after_by
from deputies.rules import STUDYING_STAFF
from foundation.accounts.people import people_with
from foundation.web.chinese import date_text


def training_plan_adopted(plan: TrainingPlan, *, by: Any, at: datetime) -> None:
    """Every serving deputy of the home congress who has an account; of a township's plan those of its area."""
    courses = plan.courses.filter(dropped_at=None).count()
    body = f"{plan.decision}通过，共安排{courses}门课程，请合理安排时间参加。"
    tell(
        "training_plan_adopted", serving_accounts(at, plan.organiser_id), plan, f"{plan}已通过", by=by, at=at, body=body
    )


def material_issued(material: Material, *, by: Any, at: datetime) -> None:
    """The same people."""
    title = f"新的学习资料：{material}"
    body = f"{material.summary[:200]}\n学习后请在页面上登记“已学习”，记入本人履职档案。"
    tell("material_issued", serving_accounts(at), material, title, by=by, at=at, body=body)


def staff_study_planned(study: StaffStudy, *, by: Any, at: datetime) -> None:
    words = [date_text(study.held_on), study.place, study.speaker and f"主讲人：{study.speaker}"]
    _staff("staff_study_planned", study, f"机关学习安排：{study}", "，".join(filter(None, words)), by=by, at=at)


def staff_study_dropped(study: StaffStudy, *, by: Any, at: datetime) -> None:
    _staff("staff_study_dropped", study, f"机关学习取消：{study}", study.drop_reason, by=by, at=at)


def serving_accounts(at: datetime, township: int | None = None) -> set[int]:
    """The accounts of those who serve in the home congress at that time, or whom that township looks after."""
    seats = Mandate.objects.serving_on(timezone.localdate(at)).filter(deputy__user__is_active=True)
    seats = seats.filter(looked_after_by({township})) if township else seats.at_home()
    return set(seats.order_by().values_list("deputy__user", flat=True))


def _staff(event: str, study: StaffStudy, title: str, body: str, *, by: Any, at: datetime) -> None:
    tell(event, people_with(STUDYING_STAFF), study, title, by=by, at=at, body=body)
