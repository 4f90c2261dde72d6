"""What public forms bring to the desks: the trial of rate limits."""

from foundation.intake.rules import may_try_rates
from foundation.web.navigation import NavItem, register

register(
    NavItem(
        "限速试算",
        "intake:trial",
        icon="filter",
        allowed=lambda user: bool(may_try_rates(user)),
        order=812,
        section="运行维护",
    )
)
