"""A supervision for tests, as far on its way as a test needs it; fang works in the committee that carries it out."""

from datetime import date, datetime
from typing import Any
from zoneinfo import ZoneInfo

from supervision.models import Undertaking, UndertakingKind, UndertakingStep
from supervision.transitions import steps, undertakings

AT = datetime(2026, 3, 2, 10, tzinfo=ZoneInfo("Asia/Shanghai"))
MEETING = date(2026, 5, 28)


def kind(code: str = "special_report") -> UndertakingKind:
    return UndertakingKind.objects.get(code=code)


def planned(cast: Any, code: str = "special_report", *, at: datetime = AT, **facts: Any) -> Undertaking:
    """Of the committee for building, over the bureau of transport."""
    known = {"title": "关于公共交通发展情况的专项工作报告", "year": 2026, "bodies": [cast.transport]}
    known |= {"committee": cast.urban_committee, "by": cast.fang, "meeting_on": MEETING, **facts}
    return undertakings.plan_undertaking(kind=kind(code), at=at, **known)


def begun(cast: Any, code: str = "special_report", *, at: datetime = AT, **facts: Any) -> Undertaking:
    return undertakings.begin_undertaking(planned(cast, code, at=at, **facts).pk, by=cast.fang, at=at)


def step(row: Undertaking, code: str, body: Any = None) -> UndertakingStep:
    rows = row.steps.filter(code=code)
    return rows.get(organisation=body) if body else rows.get()


def finish(row: Undertaking, code: str, by: Any, at: datetime, **facts: Any) -> UndertakingStep:
    """Done, with a paper where one is asked."""
    found = step(row, code)
    known = {"text": "主要内容。"} if found.paper else {"words": "已办理。"}
    return steps.finish_step(found.pk, by=by, at=at, **{**known, **facts})
