"""Deputies are asked in turn to sit in on a meeting of the standing committee (列席常委会会议)."""

from collections.abc import Iterable
from datetime import datetime
from typing import Any

from django.db import transaction
from django.utils import timezone

from deputies.models import Activity, Deputy, Mandate, Meeting, PassedOver, SitInApplication
from deputies.notices import reception as notices
from deputies.querysets.reception import in_turn
from deputies.rules.reception import may_hold_reception
from deputies.transitions.invite_deputies import invite_deputies
from deputies.transitions.plan_activity import plan_activity
from deputies.transitions.sit_ins import settle_applications
from foundation.audit import record
from foundation.workflow import Refused


@transaction.atomic
def plan_sit_in(
    *,
    by: Any,
    at: datetime,
    meeting: Meeting,
    place: str,
    starts_at: datetime,
    ends_at: datetime,
    deputies: Iterable[Deputy],
    reason: str = "",
) -> Activity:
    """Plans the sitting in and asks the deputies chosen. Who stood earlier in turn and is not asked, hears why.

    Who applied and is not asked hears the same reason. Refused: not the office, nobody chosen, and somebody passed
    over or turned down without a reason.
    """
    may_hold_reception(by, on=timezone.localdate(at)).require()
    chosen = list(deputies)
    if not chosen:
        raise Refused("请至少选择一名代表。", "input", field="deputies")
    applied = list(SitInApplication.objects.open().filter(meeting=meeting).select_related("deputy"))
    _check_applied(applied, chosen, reason)
    earlier = passed_over(chosen, timezone.localdate(starts_at))
    if earlier and not reason.strip():
        names = "、".join(deputy.name for deputy in earlier)
        raise Refused(f"按轮次应先邀请{names}，请一并选择，或者写明顺延的理由。", "input", field="reason")
    title = f"列席{meeting}"
    facts: dict[str, Any] = {"starts_at": starts_at, "ends_at": ends_at, "place": place, "meeting": meeting}
    activity = plan_activity("sit_in", title, by=by, at=at, **facts)
    invite_deputies(activity, chosen, by=by, at=at)
    settle_applications(applied, {deputy.pk for deputy in chosen}, reason.strip(), by=by, at=at)
    PassedOver.objects.bulk_create(
        PassedOver(activity=activity, deputy=deputy, reason=reason.strip(), at=at) for deputy in earlier
    )
    if earlier:
        summary = f"顺延{'、'.join(deputy.name for deputy in earlier)}：{reason.strip()}"
        record("deputies.pass_over", activity, by=by, at=at, summary=summary)
        notices.passed_over(activity, earlier, reason.strip(), by=by, at=at)
    return activity


def _check_applied(applied: list[SitInApplication], chosen: list[Deputy], reason: str) -> None:
    wanted = {deputy.pk for deputy in chosen}
    left = [row.deputy.name for row in applied if row.deputy_id not in wanted]
    if left and not reason.strip():
        names = "、".join(left)
        raise Refused(f"{names}申请列席这次会议，请一并选择，或者写明未安排的理由。", "input", field="reason")


def passed_over(chosen: list[Deputy], day: Any) -> list[Deputy]:
    """Who has sat in less often than somebody chosen, and is not chosen himself."""
    seats = list(in_turn(Mandate.objects.at_home().serving_on(day)).select_related("deputy"))
    wanted = {deputy.pk for deputy in chosen}
    most = max((seat.times for seat in seats if seat.deputy_id in wanted), default=0)
    return [seat.deputy for seat in seats if seat.times < most and seat.deputy_id not in wanted]
