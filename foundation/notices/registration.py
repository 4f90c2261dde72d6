"""What the messages show of themselves: navigation, their own kinds, their findings."""

from foundation.accounts.roles import Role
from foundation.notices import digest, health, operators
from foundation.notices.findings import register_source
from foundation.notices.models.kind import Delivery
from foundation.notices.registry import register_kind
from foundation.notices.resending import may_operate
from foundation.web.navigation import NavItem, register

register_kind(operators.KIND, name="每日运行检查", order=900, roles=frozenset({Role.SYSTEM_ADMIN}), heading="运行维护")
register_kind(digest.KIND, name="每日消息汇总", delivery=Delivery.NOW, order=910, heading="运行维护")
register_source("notices", health.findings)

register(NavItem("消息", "notices:inbox", icon="bell", allowed=lambda user: user.is_authenticated, order=20))
register(
    NavItem(
        "发送失败的邮件",
        "notices:dead_letters",
        icon="mail",
        allowed=lambda user: bool(may_operate(user)),
        order=820,
        section="运行维护",
    )
)
