"""What the replies said, what the deputies said to them, and what became of the cases handled anew."""

from foundation.documents.figures import Column, Row, Sheet
from suggestions.states import Grade
from suggestions.yearbook import CaseFacts, Label, Yearbook, counted
from suggestions.yearbook.facts import AWAITING, NOT_STATED
from suggestions.yearbook.figures import DIMENSIONS, count, grades, portion, satisfaction, table


def by_class(book: Yearbook) -> Sheet:
    """Answered cases by the class of their last reply."""
    groups = [(label, [case for case in book.answered if case.result == label]) for label in book.classes]
    unnamed = [case for case in book.answered if case.result is None]
    groups.append((Label("none", "答复未标明类别"), unnamed))
    figures = [count("count", "件数"), portion(book.answered, label="占已答复（%）"), *grades("result", "结果")]
    note = "按最后一次答复的类别统计；分别办理的，取各单位中尚待落实最多的一类。"
    return table(
        "class", "按办理结果分类", "类别", figures, groups, book.answered, note=note, chart="count", chart_kind="donut"
    )


def satisfaction_of_all(book: Yearbook) -> Sheet:
    """Both dimensions under the same headings; the silent stand by themselves and in no rate (CQ17)."""
    rows, columns = [], []
    for dimension, label in DIMENSIONS.items():
        figures = [*grades(dimension), *satisfaction(dimension)]
        columns = [
            Column(_plain(figure.column.key, dimension), figure.column.label, figure.column.kind) for figure in figures
        ]
        cells = [counted(book.answered), *(figure.of(book.answered) for figure in figures)]
        rows.append(Row(dimension, label, cells))
    note = (
        "按最近一轮已答复的评价统计。满意率的基数为已表态的件数（满意、基本满意、不满意之和）；"
        "经催请仍未表态的和尚在评价期内的单独列出，不计入满意率。"
    )
    return Sheet("satisfaction", "代表评价", "评价内容", [Column("answered", "已答复"), *columns], rows, note=note)


def _plain(key: str, dimension: str) -> str:
    return key.removeprefix(f"{dimension}-")


AFTERWARDS = (
    (Grade.SATISFIED, "满意"),
    (Grade.BASICALLY, "基本满意"),
    (Grade.DISSATISFIED, "不满意"),
    (NOT_STATED, "未表态"),
    (AWAITING, "待评价"),
    ("pending", "仍在重新办理"),
)


def again(book: Yearbook) -> Sheet:
    """Before and after: what deputies who were dissatisfied say since the case was handled anew."""
    rows = []
    for dimension, label in DIMENSIONS.items():
        before = [case for case in book.cases if case.first_complaint(dimension)]
        after = [counted(_afterwards(before, dimension, word)) for word, _ in AFTERWARDS]
        rows.append(Row(dimension, f"{label}曾评为不满意", [counted(before), *after]))
    columns = [Column("before", "原评不满意"), *(Column(f"after-{word}", f"现为{text}") for word, text in AFTERWARDS)]
    note = "同一件建议两项均曾评为不满意的，在两行中各计一次。"
    return Sheet("again", "重新办理前后", "评价", columns, rows, note=note)


def _afterwards(cases: list[CaseFacts], dimension: str, word: str) -> list[CaseFacts]:
    return [case for case in cases if case.after_complaint(dimension) == word]
