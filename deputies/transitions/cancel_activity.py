"""An activity that will not be held."""

from datetime import datetime
from typing import Any

from django.db import transaction

from deputies import notices
from deputies.models import Activity
from deputies.rules import may_cancel_activity
from deputies.transitions._activity import day_of, move, note, open_activity
from foundation.workflow import Refused


@transaction.atomic
def cancel_activity(activity: Any, *, by: Any, at: datetime, reason: str, version: int | None = None) -> Activity:
    """Takes it off the calendar with its reason. Whoever was invited hears."""
    plan = open_activity(activity, version)
    may_cancel_activity(by, plan, on=day_of(at)).require()
    if not reason.strip():
        raise Refused("请写明取消的理由。", "input", field="reason")
    plan.cancel_reason = reason.strip()
    move(plan, "cancel_activity", "cancel_reason")
    note("cancel_activity", plan, f"取消活动：{plan.cancel_reason}", by=by, at=at)
    notices.cancelled(plan, list(plan.invitations.select_related("deputy")), by=by, at=at)
    return plan
