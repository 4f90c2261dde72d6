from datetime import datetime
from decimal import Decimal
from typing import Any

from django.db import transaction

from deputies.models import Activity
from deputies.rules import may_mark_spot
from deputies.transitions._activity import day_of, note, open_activity


@transaction.atomic
def mark_spot(
    activity: Any, *, by: Any, at: datetime, latitude: Decimal, longitude: Decimal, version: int | None = None
) -> Activity:
    """Notes where the hall is; deputies who check in themselves are asked for the place from then on.

    Refused: not the organiser, a kind that does not check the place, once it is closed or called off.
    """
    plan = open_activity(activity, version)
    may_mark_spot(by, plan, on=day_of(at)).require()
    plan.latitude, plan.longitude = latitude, longitude
    plan.bump("latitude", "longitude")
    note("mark_spot", plan, f"标注会场位置，签到时核对是否在{plan.kind.place_metres}米以内。", by=by, at=at)
    return plan
