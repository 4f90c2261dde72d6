from collections.abc import Sequence

from foundation.documents.figures import Column, Kind, Row, Sheet
from suggestions.yearbook import PromiseFacts, Yearbook, counted, share

OF = "commitment"
COLUMNS = (
    Column("count", "承诺事项（项）"),
    Column("kept", "已兑现"),
    Column("raised", "其中经再评价升类"),
    Column("running", "跟踪中、未到期"),
    Column("overdue", "逾期未兑现"),
    Column("dropped", "不再跟踪"),
    Column("rate", "兑现率（%）", Kind.RATE),
)


def promises(book: Yearbook, of_last_year: Sequence[PromiseFacts]) -> Sheet:
    """What was promised this year and last, and what has become of it by the day of counting (CQ17 34)."""
    both = [*book.promises, *of_last_year]
    lines = (("this", "本年答复中的承诺", book.promises), ("last", "上年答复中的承诺", of_last_year))
    rows = [Row(key, label, _cells(found, book)) for key, label, found in lines]
    rows.append(Row("total", "合计", _cells(both, book), is_total=True))
    note = "按作出承诺（答复送达）的日期划分年度；兑现须经确认；兑现率的基数为全部承诺事项。"
    return Sheet("promises", "承诺事项兑现", "年度", COLUMNS, rows, note=note)


def _cells(found: Sequence[PromiseFacts], book: Yearbook) -> list:
    kept = [row for row in found if row.kept]
    late = [row for row in found if row.overdue(book.on)]
    under_way = [row for row in found if row.running and not row.overdue(book.on)]
    dropped = [row for row in found if row.dropped]
    raised = [row for row in kept if row.raised]
    return [*(counted(rows, OF) for rows in (found, kept, raised, under_way, late, dropped)), share(kept, found, OF)]
