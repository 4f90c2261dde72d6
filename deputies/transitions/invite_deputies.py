"""Deputies are asked to an activity, in writing: inbox and mail (书面通知)."""

from collections.abc import Iterable
from datetime import date, datetime
from typing import Any

from django.db import transaction
from django.utils import timezone

from deputies import notices
from deputies.models import Activity, Deputy, Invitation, Mandate
from deputies.querysets.training import seats_to_train
from deputies.rules import may_invite_deputies
from deputies.transitions._activity import day_of, move, note, open_activity
from foundation.workflow import Refused

MOST_NAMES = 5


@transaction.atomic
def invite_deputies(
    activity: Any, deputies: Iterable[Deputy], *, by: Any, at: datetime, version: int | None = None
) -> list[Invitation]:
    """Asks these deputies; who is asked already is left alone. Answers the new invitations. Each of them hears.

    Refused: not the organiser, an activity that is held, closed or cancelled, nobody new, somebody who holds no seat
    on that day, and deputies of elsewhere at a township's training.
    """
    plan = open_activity(activity, version)
    may_invite_deputies(by, plan, on=day_of(at)).require()
    wanted = {deputy.pk: deputy for deputy in deputies}
    known = set(plan.invitations.values_list("deputy", flat=True))
    new = [deputy for pk, deputy in wanted.items() if pk not in known]
    if not new:
        raise Refused("所选代表都已邀请过，请选择其他代表。" if wanted else "请选择要邀请的代表。", "input")
    _all_serve(new, plan.day)
    _all_of_its_area(plan, new)
    rows = [Invitation(activity=plan, deputy=deputy, invited_by=by, invited_at=at) for deputy in new]
    invitations = Invitation.objects.bulk_create(rows)
    plan.announced_at = plan.announced_at or at
    move(plan, "invite_deputies", "announced_at")
    note("invite_deputies", plan, f"邀请{len(new)}名代表参加。{_names(new)}", by=by, at=at, invited=len(new))
    if at < plan.ends_at:
        # What is entered after it was held asks nobody to come.
        notices.invited(plan, invitations, by=by, at=at)
    return invitations


def is_short_notice(activity: Activity, at: datetime) -> bool:
    """Whether less time is left than the kind of activity wants (提前通知)."""
    return (activity.day - timezone.localdate(at)).days < activity.kind.notice_days


def _all_serve(deputies: list[Deputy], day: date) -> None:
    serving = Mandate.objects.serving_on(day).filter(deputy__in=deputies)
    seated = set(serving.values_list("deputy", flat=True))
    if without := [deputy for deputy in deputies if deputy.pk not in seated]:
        raise Refused(f"{_names(without)}活动当天没有在任的代表职务，不能邀请，请从名单中去掉。", "input")


def _all_of_its_area(activity: Activity, deputies: list[Deputy]) -> None:
    """A township trains the deputies of its own area."""
    serving = Mandate.objects.serving_on(activity.day).filter(deputy__in=deputies)
    open_to = set(seats_to_train(activity, serving).order_by().values_list("deputy", flat=True))
    if others := [deputy for deputy in deputies if deputy.pk not in open_to]:
        raise Refused(f"{_names(others)}不是本辖区的代表，请从名单中去掉。", "input")


def _names(deputies: list[Deputy]) -> str:
    more = f"等{len(deputies)}人" if len(deputies) > MOST_NAMES else ""
    return "、".join(deputy.name for deputy in deputies[:MOST_NAMES]) + more
