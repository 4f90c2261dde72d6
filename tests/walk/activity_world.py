"""Activities of the world of the walk: one of the liaison office, one of a township."""

from datetime import datetime, timedelta
from decimal import Decimal
from typing import Any

from deputies.models import Activity, ActivityKind, Campaign, ForwardedResult, SessionAbsence
from deputies.transitions.activity_budget import open_line
from deputies.transitions.activity_plan import add_item, adopt_plan, make_plan, publish_plan
from deputies.transitions.campaigns import publish_campaign
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
    plan = make_plan(by=cast.he, at=at, year=2026, title="年度计划", organiser=cast.deputies_committee)
    kind = ActivityKind.objects.get(code="research")
    world.rows["plan-item"] = add_item(plan, by=cast.he, at=at, month=5, kind=kind, title="调研")
    published = make_plan(by=cast.wei, at=at, year=2026, title="镇年度计划", organiser=cast.township)
    add_item(published, by=cast.wei, at=at, month=5, kind=kind, title="调研")
    adopt_plan(published, by=cast.wei, at=at, adopted_on=at.date())
    world.rows |= {"plan": plan, "published-plan": publish_plan(published, by=cast.wei, at=at)}
    passed = {"activity": world.rows["activity"], "body": cast.transport, "text": "密转交号意见。"}
    result = ForwardedResult.objects.create(**passed, forwarded_by=cast.he, forwarded_at=at)
    seen = OFFICE | {"cai", "fang", "zhao", "qian", "luo", "lin", "zhou", "head", "feng", "chen"}
    world.secrets.append(Secret("密转交号", seen))
    facts = {"year": 2026, "purpose": "密经费号", "kinds": [kind], "amount": Decimal(1000), "words": "预算批复"}
    world.rows |= {"result": result, "budget-line": open_line(by=cast.he, at=at, **facts)}
    world.secrets.append(Secret("密经费号", OFFICE | {"zhao", "qian"}))
    world.rows["campaign"] = Campaign.objects.create(name="代表在行动", starts_on=at.date())
    shown = Campaign.objects.create(name="代表进站", starts_on=at.date())
    world.rows["published-campaign"] = publish_campaign(shown, by=cast.he, at=at, summary="走访联络站。")
    seat = {"mandate": register.deng, "meeting": register.session, "ordinal": 1, "noticed_at": at}
    world.rows["absence"] = SessionAbsence.objects.create(**seat)
    world.rows["township-activity"] = _asked(world, at, [register.lin], cast.wei, "forum", starts)


def _asked(world: World, at: datetime, seats: list[Any], by: Any, kind: str, starts: datetime) -> Activity:
    facts = {"place": "青石河", "starts_at": starts, "ends_at": starts + timedelta(hours=2)}
    activity = plan_activity(kind, f"{by.name}组织的活动", by=by, at=at, **facts)
    invite_deputies(activity, [seat.deputy for seat in seats], by=by, at=at)
    return activity
