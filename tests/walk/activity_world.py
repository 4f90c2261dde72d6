"""Activities of the world of the walk: one of the liaison office, one of a township."""

from datetime import datetime, timedelta
from typing import Any

from deputies.models import Activity
from deputies.transitions.invite_deputies import invite_deputies
from deputies.transitions.leave import ask_leave
from deputies.transitions.plan_activity import plan_activity
from tests.walk.cases import Secret, World
from tests.walk.people import OFFICE


def tell(world: World, at: datetime) -> None:
    """lin and zhou are asked to an inspection, lin to the township's forum."""
    cast, register = world.cast, world.register
    starts = at + timedelta(days=20)
    world.rows["activity"] = _asked(world, at, [register.lin, register.zhou], cast.he, "inspection", starts)
    for name in ("lin", "zhou"):
        world.rows[f"{name}-invitation"] = world.rows["activity"].invitations.get(deputy__user=getattr(cast, name))
    reason = {"reason": "密假由号，须住院。"}
    world.rows["leave"] = ask_leave(world.rows["zhou-invitation"], by=cast.zhou, at=at, **reason)
    world.secrets.append(Secret("密假由号", OFFICE | {"cai", "zhao", "qian", "zhou"}))
    world.rows["township-activity"] = _asked(world, at, [register.lin], cast.wei, "forum", starts)


def _asked(world: World, at: datetime, seats: list[Any], by: Any, kind: str, starts: datetime) -> Activity:
    facts = {"place": "青石河", "starts_at": starts, "ends_at": starts + timedelta(hours=2)}
    activity = plan_activity(kind, f"{by.name}组织的活动", by=by, at=at, **facts)
    invite_deputies(activity, [seat.deputy for seat in seats], by=by, at=at)
    return activity
