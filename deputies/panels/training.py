"""On the page of an activity: the course of which it is a batch."""

from typing import Any

from django.http import HttpRequest
from django.utils import timezone

from deputies import rules
from deputies.models import Activity, Batch
from deputies.rules.training import may_invite_to_batch
from foundation.web.panels import Panel


def _batch(request: HttpRequest, activity: Activity) -> dict[str, Any] | None:
    batch = Batch.objects.visible_to(request.user).select_related("course__plan").filter(activity=activity).first()
    if batch is None:
        return None
    on = timezone.localdate()
    may_invite = may_invite_to_batch(request.user, batch, on=on) & rules.may_invite_deputies(
        request.user, activity, on=on
    )
    return {"batch": batch, "may_invite": bool(may_invite)}


BATCH = Panel("deputies.activity", "batch", "学习培训", "deputies/batch_panel.html", _batch, order=10)
