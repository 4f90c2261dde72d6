"""What is told of teams and of opinions gathered."""

from collections.abc import Iterable
from datetime import datetime
from typing import Any

from django.utils import timezone

from foundation.accounts.people import people_with
from supervision.models import TeamMember, Undertaking
from supervision.notices.matrix import tell
from supervision.rules.house import ANSWERING


def joined(member: TeamMember, *, by: Any, at: datetime) -> None:
    """Whoever takes part, if he has an account."""
    if member.user_id:
        row = member.undertaking
        title = f"请参加{row.kind}：{row}"
        body = f"您任{member.get_role_display()}。"
        tell("team_joined", [member.user_id], row, title, by=by, at=at, body=body, mark=member.pk)


def opinions_sent(row: Undertaking, bodies: Iterable[int], *, by: Any, at: datetime) -> None:
    people = {user.pk for body in bodies for user in people_with(ANSWERING, body, on=timezone.localdate(at))}
    body = "请在报告中逐条回应（监督法第十四条），先在本页填写回应，再报送报告。"
    tell("opinions_sent", people, row, f"送交征集的意见：{row}", by=by, at=at, body=body)
