"""What is told of matters many people write about."""

from datetime import datetime

from django.utils import timezone

from foundation.accounts.people import people_with
from foundation.accounts.roles import Role
from liaison_stations.models import MatterGroup
from liaison_stations.notices.matrix import tell


def matter_risen(row: MatterGroup, *, at: datetime) -> None:
    """The clerks, once a day; the card names the others."""
    on = timezone.localdate(at)
    title, body = f"出现新的热点事项：{row}", "请查看来信，写明研判意见。今天其他新的热点事项见待办。"
    clerks = people_with(Role.CLERK, on=on)
    tell("matter_risen", clerks, row, title, by=None, at=at, body=body, cause=f"{on:%Y%m%d}")
