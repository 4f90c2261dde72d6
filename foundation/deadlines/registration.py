"""What the clocks tell the rest of the floor: kinds of message, a re-check, findings, navigation."""

from foundation.deadlines import health, recomputing, reminding
from foundation.deadlines.rules import may_recompute, may_try_limits
from foundation.notices.findings import register_source
from foundation.notices.registry import register_kind, register_recheck
from foundation.web.navigation import NavItem, register

register_kind(reminding.KIND, name="期限提醒", statutory=True, order=10, heading="办理期限")
register_kind(recomputing.KIND, name="届满日变更", statutory=True, order=20, heading="办理期限")
register_recheck(reminding.KIND, reminding.unwanted)
register_source("deadlines", health.source)

register(NavItem("我的期限", "deadlines:mine", icon="clock", allowed=lambda user: user.is_authenticated, order=30))
register(
    NavItem(
        "重新计算期限",
        "deadlines:recompute",
        icon="refresh",
        allowed=lambda user: user.is_authenticated and bool(may_recompute(user)),
        order=810,
        section="运行维护",
    )
)
register(
    NavItem(
        "期限试算",
        "deadlines:trial",
        icon="clock",
        allowed=lambda user: user.is_authenticated and bool(may_try_limits(user)),
        order=811,
        section="运行维护",
    )
)
