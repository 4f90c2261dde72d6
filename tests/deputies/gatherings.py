"""Activities for tests: one plain inspection of the liaison office, and those asked to it."""

from datetime import datetime, timedelta
from typing import Any
from zoneinfo import ZoneInfo

from deputies.models import Activity, Invitation
from deputies.transitions.invite_deputies import invite_deputies
from deputies.transitions.plan_activity import plan_activity

SHANGHAI = ZoneInfo("Asia/Shanghai")
BEFORE = datetime(2026, 3, 2, 10, tzinfo=SHANGHAI)
STARTS = datetime(2026, 3, 12, 9, tzinfo=SHANGHAI)
ENDS = datetime(2026, 3, 12, 11, 30, tzinfo=SHANGHAI)
AFTER = ENDS + timedelta(hours=1)


def planned(cast: Any, **changes: Any) -> Activity:
    """An inspection in the name of the deputies committee, on a Thursday morning."""
    facts = {
        "kind": "inspection", "title": "视察青石河治理工程", "place": "青石河一号闸", "starts_at": STARTS,
        "ends_at": ENDS, "by": cast.he, "at": BEFORE, "organiser": cast.deputies_committee,
    }  # fmt: skip
    return plan_activity(**{**facts, **changes})


def asked(cast: Any, register: Any, *names: str, **changes: Any) -> dict[str, Invitation]:
    """The same with these deputies asked, by name in tests; lin and zhou without any."""
    activity = planned(cast, **changes)
    seats = {name: getattr(register, name) for name in names or ("lin", "zhou")}
    by = changes.get("by", cast.he)
    rows = invite_deputies(activity, [seat.deputy for seat in seats.values()], by=by, at=activity.starts_at - AHEAD)
    found = {row.deputy_id: row for row in rows}
    return {name: found[seat.deputy_id] for name, seat in seats.items()}


AHEAD = timedelta(days=10)
