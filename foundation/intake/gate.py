"""The gate of a public form: the browser has worked, or the writer has waited; whoever floods does so ever longer.

Nobody is shut out. The cost of the next form grows with what its own address has sent, up to the row's highest; what
other addresses send does not touch it.
"""

from dataclasses import dataclass, replace
from datetime import datetime

from django.http import HttpRequest

from foundation.accounts.addresses import client_address
from foundation.intake import tickets
from foundation.intake.counting import Counter, once
from foundation.intake.efforts import Effort, effort
from foundation.intake.models import IntakeLimit
from foundation.intake.tickets import Ticket
from foundation.intake.traffic import forget_passage, note_passage
from foundation.workdays.clock import today


@dataclass(frozen=True)
class NotYet(Exception):
    """The form has to be sent once more. `reason` says how, `wait` in how many seconds; nothing of it is lost."""

    reason: str
    wait: int
    is_flood: bool = False


class Gate:
    """The gate of one kind of form for whoever sends this request."""

    def __init__(self, request: HttpRequest, key: str) -> None:
        self.limit = IntakeLimit.objects.on(key, today())
        self.counter = Counter(self.limit, client_address(request))
        self.noted = ""

    def ticket(self, at: datetime) -> Ticket:
        """A fresh ticket at what the next form costs now."""
        return tickets.issue(self.limit.key, effort(self.limit, self.counter.sent), at)

    def read(self, text: str, at: datetime) -> Ticket | None:
        """The ticket the form came back with, or None."""
        return tickets.read(text, self.limit.key, at)

    def again(self, ticket: Ticket) -> Ticket:
        """The same ticket for the next try, at what it costs by now; how long it has waited is not forgotten."""
        return replace(ticket, work=max(ticket.work, effort(self.limit, self.counter.sent).work))

    def pass_through(self, ticket: Ticket, solution: str, at: datetime) -> int:
        """Lets one form through and counts it; answers how many this address had sent before. Raises NotYet."""
        before = self.counter.add()
        cost = effort(self.limit, before)
        if not self._is_enough(ticket, solution, cost, at):
            self.counter.take_back()
            raise not_yet(cost, cost.wait - ticket.age(at) if ticket.age(at) < cost.wait else cost.wait)
        self.noted = note_passage(self.limit.key, self.counter.place, at)
        return before

    def turn_back(self) -> None:
        """What was let through was not kept after all."""
        self.counter.take_back()
        forget_passage(self.noted)

    def spend(self, ticket: Ticket) -> bool:
        """Whether the ticket is used for the first time; for forms that keep nothing themselves."""
        return once(f"intake:spent:{ticket.token}", tickets.HOURS * 3600)

    def _is_enough(self, ticket: Ticket, solution: str, cost: Effort, at: datetime) -> bool:
        if ticket.work >= cost.work and (not cost.work or ticket.is_worked_out(solution)):
            return True
        return ticket.age(at) >= cost.wait and self.counter.take_turn(cost.wait)


def not_yet(cost: Effort, left: float) -> NotYet:
    """What is said to somebody who was too quick, or whose address has sent much."""
    wait = max(1, round(left))
    if cost.raised:
        reason = f"您所在的网络短时间内提交较多，提交会慢一些。内容已保留，请等候{wait}秒后再按一次按钮。"
    else:
        reason = f"请核对一遍内容，{wait}秒后再按一次按钮。内容已保留，不用重新填写。"
    return NotYet(reason, wait, cost.raised)
