"""Lines of lin's performance file in the world of the walk: one counted, one that waits, an objection."""

from datetime import datetime, timedelta

from deputies.models import DutyKind, PointScheme
from deputies.transitions.object_duty import object_duty
from deputies.transitions.record_duty import record_duty
from deputies.transitions.report_duty import report_duty
from deputies.transitions.snapshots import ask_snapshot, build_snapshot
from tests.walk.cases import World


def tell(world: World, at: datetime) -> None:
    """lin came to the session, has visited voters, and contradicts what was noted of the session."""
    cast, register = world.cast, world.register
    day = (at - timedelta(days=1)).date()
    counted = record_duty(
        register.lin.deputy, "session_half_day", on=day, title="全体会议", source=register.session, by=cast.he, at=at
    )
    visit = {"kind": DutyKind.objects.get(code="voter_visit"), "on": day, "title": "走访青石村"}
    world.rows["duty"] = counted
    world.rows["duty-reported"] = report_duty(by=cast.lin, at=at, **visit)
    world.rows["duty-objection"] = object_duty(counted.pk, by=cast.lin, at=at, text="少记一个半天")
    world.rows["scheme"] = PointScheme.objects.get()
    world.rows["duty-file"] = register.lin.deputy
    asked = {"scheme": PointScheme.objects.get(), "kind": "year", "year": at.year - 1}
    fixed = build_snapshot(ask_snapshot(by=cast.he, at=at, **asked).pk, clock=lambda: at)
    world.rows["snapshot"] = fixed
    world.rows["standing"] = fixed.standings.get(deputy=register.lin.deputy)
    half = {**asked, "kind": "half"}
    world.rows["snapshot-asked"] = ask_snapshot(by=cast.he, at=at, **half)
