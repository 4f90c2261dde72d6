"""The sample list and what can be done to it."""

import io
import json
from collections.abc import Callable
from datetime import datetime
from pathlib import Path
from typing import Any
from zoneinfo import ZoneInfo

import openpyxl

from deputies.importing import import_roster
from foundation.documents.reading.report import ImportReport
from suggestions.importing import import_suggestions
from suggestions.models import Suggestion
from suggestions.states import Origin, UnitRole

SAMPLES = Path(__file__).parents[2] / "data" / "samples"
LIST = SAMPLES / "代表建议交办汇总表.xlsx"
ROSTER = SAMPLES / "代表名册.xlsx"
SHEET = "交办汇总"
# A Wednesday before the replies are due on 12 May.
AT = datetime(2026, 5, 6, 9, tzinfo=ZoneInfo("Asia/Shanghai"))


def import_register() -> None:
    import_roster(ROSTER.read_bytes(), ROSTER.name, by=None, at=AT)


def take(content: bytes | None = None, name: str = LIST.name, **options: Any) -> ImportReport:
    """Imports the sample, or what was made of it."""
    return import_suggestions(content or LIST.read_bytes(), name, **{"by": None, "at": AT, **options})


def mended(change: Callable[[Any], None] | None = None, **cells: Any) -> bytes:
    """The sample with `change(sheet)` done to it and cells (`J5="2026/2/30"`) rewritten."""
    book = openpyxl.load_workbook(LIST)
    if change:
        change(book.active)
    for place, value in cells.items():
        book.active[place] = value
    held = io.BytesIO()
    book.save(held)
    return held.getvalue()


def rows_of_sample() -> list[list[Any]]:
    """The cells of the sample, title and header included."""
    return [list(row) for row in openpyxl.load_workbook(LIST).active.iter_rows(values_only=True)]


def expected() -> list[dict[str, Any]]:
    return json.loads((SAMPLES / "expected.json").read_text(encoding="utf-8"))["suggestions"]


def found() -> list[dict[str, Any]]:
    """What the portal holds, in the words of expected.json: result and grades of the first round."""
    rows = Suggestion.objects.select_related("lead__deputy", "lead__delegation", "delegation").order_by("number")
    return [_told(row) for row in rows]


def _told(row: Suggestion) -> dict[str, Any]:
    parts = list(row.assignments.select_related("unit"))
    led = [part for part in parts if part.role == UnitRole.LEAD]
    reply = led[0].replies.select_related("result_class").filter(round__number=1).first()
    rating = row.ratings.filter(round__number=1).first()
    assert row.delegation == row.lead.delegation
    return {
        "no": row.number,
        "lead": row.lead.deputy.name,
        "delegation": row.delegation.name,
        "converted_motion": row.origin == Origin.CONVERTED_MOTION,
        "co": row.cosigners.filter(state="confirmed").count(),
        "main": led[0].unit.name,
        "assist": sum(part.role == UnitRole.CO for part in parts),
        "result": reply.result_class.code if reply else "",
        "attitude": rating.get_attitude_display() if rating else "",
        "effect": rating.get_result_display() if rating else "",
    }
