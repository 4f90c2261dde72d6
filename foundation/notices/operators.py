"""The operators' morning list (F83): one message with everything that did not work."""

from datetime import datetime

from django.core.mail import mail_admins
from django.db import transaction
from django.urls import reverse
from django.utils import timezone

from foundation.accounts.people import people_with
from foundation.accounts.roles import Role
from foundation.notices.api import tell
from foundation.notices.findings import Finding, all_findings
from foundation.notices.once import once

KIND = "portal.morning_list"


def report_failures(at: datetime | None = None) -> list[Finding]:
    """Tells the system administrators what is wrong, once a day; answers the findings. Silent when nothing is."""
    at = at or timezone.now()
    troubles = [finding for finding in all_findings(at) if finding.is_trouble]
    if troubles:
        once(KIND, timezone.localdate(at).isoformat(), lambda: _send(troubles, at), at=at)
    return troubles


def _send(troubles: list[Finding], at: datetime) -> None:
    day = timezone.localdate(at)
    title = f"{day:%m月%d日}运行检查：{len(troubles)} 项需要处理"
    body = "\n".join(f"· {finding.count} {finding.text}" for finding in troubles)
    tell(
        people_with(Role.SYSTEM_ADMIN, on=day),
        kind=KIND,
        subject=None,
        title=title,
        body=body,
        url=reverse("notices:dead_letters"),
        cause=f"{KIND}:{day}",
        at=at,
    )
    # Straight to the operators' own addresses as well: the outbox may be what is broken.
    transaction.on_commit(lambda: mail_admins(title, body, fail_silently=True))
