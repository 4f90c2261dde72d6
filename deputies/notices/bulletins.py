"""What is told of bulletins."""

from collections.abc import Iterable
from datetime import datetime
from typing import Any

from deputies.models import Bulletin
from deputies.notices.matrix import tell


def bulletin_issued(bulletin: Bulletin, *, by: Any, at: datetime) -> None:
    """Every deputy it was sent to who has an account."""
    title = f"{bulletin.get_source_display()}情况通报：{bulletin}"
    body = f"{bulletin.text[:200]}\n请打开阅读并签阅。"
    tell("bulletin_issued", _readers(bulletin), bulletin, title, by=by, at=at, body=body)


def bulletin_unread(bulletin: Bulletin, people: Iterable[int], *, by: Any, at: datetime) -> None:
    title = f"请阅读情况通报：{bulletin}"
    tell("bulletin_unread", people, bulletin, title, by=by, at=at, body="您还没有签阅这份通报，请打开阅读并签阅。")


def bulletin_withdrawn(bulletin: Bulletin, *, by: Any, at: datetime) -> None:
    title, body = f"情况通报已撤回：{bulletin}", bulletin.withdrawal_reason
    tell("bulletin_withdrawn", _readers(bulletin), bulletin, title, by=by, at=at, body=body)


def _readers(bulletin: Bulletin) -> set[int]:
    return set(bulletin.copies.values_list("deputy__user", flat=True))
