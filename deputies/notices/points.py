"""What is told of points."""

from datetime import datetime

from django.contrib.contenttypes.models import ContentType

from deputies.models import PointSnapshot, PointStanding
from deputies.notices.matrix import MATRIX, tell
from foundation import notices as post
from foundation.accounts.people import people_with
from foundation.accounts.roles import Role


def points_fixed(snapshot: PointSnapshot, *, at: datetime) -> None:
    """Whoever asked, and every deputy of the ranking: his own page shows what it is made of."""
    who = f"{snapshot.scheme}，{snapshot.period_name}"
    body = f"更正理由：{snapshot.reason}" if snapshot.reason else ""
    tell("points_fixed", [snapshot.asked_by_id], snapshot, f"积分已固定：{who}", by=None, at=at, body=body)
    standings = snapshot.standings.select_related("deputy")
    told = [_told(row.deputy.user_id, snapshot, row, body) for row in standings if row.deputy.user_id]
    post.tell_many(told, at=at)


def points_failed(snapshot: PointSnapshot, *, at: datetime) -> None:
    """Whoever asked, and the system administrators."""
    people = {snapshot.asked_by_id, *people_with(Role.SYSTEM_ADMIN).values_list("pk", flat=True)}
    body = f"原因：{snapshot.failure}请打开后重新生成；仍然失败的，请联系系统管理员。"
    tell("points_failed", people, snapshot, f"积分生成失败：{snapshot.period_name}", by=None, at=at, body=body)


def _told(user: int, snapshot: PointSnapshot, row: PointStanding, body: str) -> post.Message:
    return post.Message(
        recipient=user,
        kind=MATRIX["points_told"].kind,
        title=f"您的积分已固定：{snapshot.period_name}，{row.total}分",
        body=body,
        url=row.get_absolute_url(),
        cause=f"deputies.points_told:{row.pk}",
        subject=(ContentType.objects.get_for_model(row).pk, str(row.pk)),
    )
