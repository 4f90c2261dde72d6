"""What is told of the opinion box."""

from datetime import datetime
from typing import Any

from liaison_stations.models import BoxOpening
from liaison_stations.notices.matrix import tell


def box_opened(opening: BoxOpening, *, by: Any, at: datetime) -> None:
    """The other opener, who confirms."""
    title = f"请确认开箱记录：{opening}，{opening.slips}张"
    tell("box_opened", [opening.opened_with_id], opening, title, by=by, at=at, body="张数不符的，请联系开箱人更正。")


def box_confirmed(opening: BoxOpening, *, by: Any, at: datetime) -> None:
    """Who entered it, and enters the slips next."""
    body = "请逐张扫描录入。" if opening.slips else "箱内没有意见，已办结。"
    title = f"开箱记录已确认：{opening}"
    tell("box_confirmed", [opening.opened_by_id], opening, title, by=by, at=at, body=body)
