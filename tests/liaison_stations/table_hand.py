"""A topical deliberation for tests: jiang calls lin, zhou, the transport bureau and a resident to one table."""

from datetime import datetime
from typing import Any
from zoneinfo import ZoneInfo

from liaison_stations.models import CouncilOpinion, Deliberation
from liaison_stations.transitions import deliberations

AT = datetime(2026, 3, 2, 10, tzinfo=ZoneInfo("Asia/Shanghai"))
HELD = AT.replace(day=12)


def planned(cast: Any, register: Any, net: Any, *, by: Any = None, at: datetime = AT, **facts: Any) -> Deliberation:
    known = {"topic": "停车难怎么解决", "background": "群众多次反映。", "place": "议事厅", "starts_at": HELD}
    known |= {"deputies": [register.lin.deputy, register.zhou.deputy], "bodies": [cast.transport]}
    known |= {"guests": ["东街居民李某"], **facts}
    return deliberations.plan_deliberation(station=net.qingshi, by=by or cast.jiang, at=at, **known)


def held(row: Deliberation, by: Any, *, absent: str = "", at: datetime = HELD) -> Deliberation:
    came = [seat for seat in row.seats.select_related("deputy") if not seat.deputy or seat.deputy.name != absent]
    words = {"minutes": "各方讨论。", "conclusion": "增设临时车位。"}
    return deliberations.hold_deliberation(row.pk, present=came, by=by, at=at, **words)


def raised(row: Deliberation, by: Any, *, at: datetime = HELD, text: str = "利用闲置地块。") -> CouncilOpinion:
    seat = row.seats.get(name="东街居民李某")
    return deliberations.raise_at_deliberation(row.pk, seat=seat, title="增设车位", text=text, by=by, at=at)
