"""Tasks handed down for tests: from the city to the committee of he, from the district to the township of wei."""

from datetime import date, datetime
from typing import Any
from zoneinfo import ZoneInfo

from supervision.models import HandedTask
from supervision.transitions import handed

AT = datetime(2026, 3, 2, 10, tzinfo=ZoneInfo("Asia/Shanghai"))
DUE = date(2026, 5, 29)
LATE = AT.replace(month=6)


def given(cast: Any, *houses: Any, at: datetime = AT, **facts: Any) -> list[HandedTask]:
    words = {
        "source": "district",
        "issued_by": "区人大常委会代工委",
        "number": "示人常代〔2026〕7号",
        "title": "开展农村饮水安全专项视察",
        "contents": "组织代表察看水厂和入户情况。",
        "handed_on": at.date(),
        "due_on": DUE,
        **facts,
    }
    return handed.hand_down(answerers=houses or [cast.township], by=cast.he, at=at, **words)


def from_above(cast: Any, *, at: datetime = AT, **facts: Any) -> HandedTask:
    words = {"source": "upper", "issued_by": "市人大常委会代工委", "number": "市人代〔2026〕3号", **facts}
    return given(cast, cast.deputies_committee, at=at, **words)[0]


def taken(task: HandedTask, by: Any, *, at: datetime = AT) -> HandedTask:
    return handed.take_handed(task.pk, responsible="卫红", by=by, at=at)


def reported(task: HandedTask, by: Any, *, at: datetime = AT, **facts: Any) -> HandedTask:
    return handed.report_handed(task.pk, **{"result": "视察两次，提出意见四条。", **facts}, by=by, at=at)
