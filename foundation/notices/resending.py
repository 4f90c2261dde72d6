"""A dead letter tried once more, by hand."""

from datetime import datetime
from typing import Any

from django.db import transaction

from foundation import audit
from foundation.accounts.roles import Role
from foundation.notices.models import OutboxMail
from foundation.workflow import Refused, Verdict, allow, lock, refuse

OPERATORS = (Role.SYSTEM_ADMIN, Role.CLERK, Role.SECRETARY)


def may_operate(user: Any) -> Verdict:
    """Whether somebody looks after undelivered mail."""
    if user.is_authenticated and user.has_role(*OPERATORS):
        return allow()
    return refuse("只有系统管理员和联络工作人员可以处理发送失败的邮件。", "role")


@transaction.atomic
def resend(pk: int, *, by: Any, at: datetime) -> OutboxMail:
    """Puts a given-up mail back into the queue, to the person's present address. Refused in any other state."""
    may_operate(by).require()
    mail = lock(OutboxMail, pk)
    if mail.state != OutboxMail.State.GIVEN_UP:
        raise Refused("这封邮件已不在失败名单中，无需重发。", "state")
    if mail.recipient and not mail.recipient.email:
        raise Refused("收件人没有登记邮箱，请先在人员信息中补充。", "address")
    mail.address = mail.recipient.email if mail.recipient else ""
    mail.state, mail.attempts, mail.next_try_at = OutboxMail.State.WAITING, 0, at
    mail.save(update_fields=["address", "state", "attempts", "next_try_at"])
    audit.record("notices.resend", mail, by=by, at=at, summary="重新发送邮件", visibility="office")
    return mail
