"""Whether the first replies came in time, and who was given more of it."""

from foundation.documents.figures import Column, Kind, Row, Sheet
from suggestions.yearbook import Yearbook, counted, share

OF = "assignment"
LINES = (
    ("on_time", "按期答复"),
    ("late", "逾期答复"),
    ("overdue", "逾期尚未答复"),
    ("running", "期限未满、尚未答复"),
    ("unclocked", "没有期限记录"),
)
DUE = ("on_time", "late", "overdue")


def punctuality(book: Yearbook) -> Sheet:
    """Every answering part stands in exactly one line; the rate asks only whose day has come or who has answered."""
    parts = book.answering
    found = {key: [part for part in parts if part.punctuality(book.on) == key] for key, _ in LINES}
    rows = [Row(key, label, [counted(found[key], OF), share(found[key], parts, OF)]) for key, label in LINES]
    rows.append(Row("total", "合计", [counted(parts, OF), share(parts, parts, OF)], is_total=True))
    due = [part for key in DUE for part in found[key]]
    rows.append(
        Row("rate", "按期答复率（基数：已答复和已逾期的）", [counted(due, OF), share(found["on_time"], due, OF)])
    )
    columns = [Column("count", "件次"), Column("share", "比率（%）", Kind.RATE)]
    note = "按主办、分办任务的第一次答复统计；经同意延期的，以延长后的期限为准。"
    return Sheet("punctuality", "按期答复", "情形", columns, rows, note=note)


def extensions(book: Yearbook) -> Sheet:
    parts = book.answering
    lines = [
        ("asked", "申请延期", [part for part in parts if part.extensions]),
        ("granted", "其中：同意", [part for part in parts if True in part.extensions]),
        ("refused", "其中：未同意", [part for part in parts if _settled(part.extensions) is False]),
        ("open", "其中：待决定", [part for part in parts if _settled(part.extensions) is None and part.extensions]),
    ]
    rows = [Row(key, label, [counted(found, OF)]) for key, label, found in lines]
    note = "每项任务按最后的决定计算一次。"
    return Sheet("extensions", "延期", "项目", [Column("count", "件次")], rows, note=note)


def _settled(answers) -> bool | None:
    """True once granted, None while one request is open, False when all were refused."""
    if True in answers:
        return True
    return None if None in answers or not answers else False
