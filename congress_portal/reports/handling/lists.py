"""Lists of single cases: under key supervision, answered too late, still dissatisfied."""

from foundation.documents.figures import Column, Kind, Row, Sheet
from suggestions.states import Grade, SuggestionState
from suggestions.yearbook import CaseFacts, PartFacts, Yearbook, amount, word
from suggestions.yearbook.figures import DIMENSIONS

CASE_COLUMNS = (Column("title", "标题", Kind.TEXT), Column("lead", "领衔代表", Kind.TEXT))
TOO_LATE = ("late", "overdue")
STATES = dict(SuggestionState.choices)
WORDS = dict(Grade.choices) | {"not_stated": "未表态", "awaiting": "待评价", "": "—"}


def key_items(book: Yearbook) -> Sheet:
    columns = [
        *CASE_COLUMNS,
        Column("unit", "主办单位", Kind.TEXT),
        Column("leader", "领衔督办领导", Kind.TEXT),
        Column("government", "领办政府领导", Kind.TEXT),
        Column("committee", "督办工委", Kind.TEXT),
        Column("class", "办理结果", Kind.TEXT),
        Column("word", "代表对结果的评价", Kind.TEXT),
        Column("state", "目前状态", Kind.TEXT),
    ]
    rows = [
        Row(
            str(case.pk),
            case.number,
            [
                *_named(case),
                word(_units(case)),
                *(word(name or "—") for name in case.leaders),
                word(case.committee or "—"),
                word(case.result.name if case.result else "尚未答复"),
                word(WORDS[case.word("result")]),
                word(STATES[case.state]),
            ],
        )
        for case in book.cases
        if case.is_key
    ]
    return Sheet("key", "重点督办建议", "编号", columns, rows)


def overdue_items(book: Yearbook) -> Sheet:
    """Answering parts whose first reply came late or has not come."""
    columns = [
        *CASE_COLUMNS,
        Column("unit", "承办单位", Kind.TEXT),
        Column("due", "答复期限", Kind.TEXT),
        Column("replied", "答复日期", Kind.TEXT),
        Column("days", "逾期天数"),
    ]
    found = [(case, part) for case in book.cases for part in case.answering if part.punctuality(book.on) in TOO_LATE]
    rows = [Row(str(part.pk), case.number, _late(case, part, book)) for case, part in found]
    return Sheet("late", "逾期答复和逾期未答复", "编号", columns, rows)


def _late(case: CaseFacts, part: PartFacts, book: Yearbook) -> list:
    until, due = part.replied_on or book.on, part.due_on
    days = (until - due).days if due else 0
    return [
        *_named(case),
        word(part.unit.name),
        word(f"{due}"),
        word(str(part.replied_on or "尚未答复")),
        amount(days),
    ]


def dissatisfied_items(book: Yearbook) -> Sheet:
    """Cases of which the deputy's present word is dissatisfied in either dimension."""
    columns = [
        *CASE_COLUMNS,
        Column("unit", "承办单位", Kind.TEXT),
        *(Column(key, label, Kind.TEXT) for key, label in DIMENSIONS.items()),
        Column("rounds", "办理轮次"),
        Column("state", "目前状态", Kind.TEXT),
    ]
    found = [case for case in book.cases if Grade.DISSATISFIED in (case.word("attitude"), case.word("result"))]
    rows = [
        Row(
            str(case.pk),
            case.number,
            [
                *_named(case),
                word(_units(case)),
                *(word(WORDS[case.word(dimension)]) for dimension in DIMENSIONS),
                amount(len(case.turns)),
                word(STATES[case.state]),
            ],
        )
        for case in found
    ]
    return Sheet("dissatisfied", "代表仍不满意的建议", "编号", columns, rows)


def _named(case: CaseFacts) -> list:
    return [word(case.title, case.pk), word(case.lead)]


def _units(case: CaseFacts) -> str:
    return "、".join(part.unit.name for part in case.answering) or "尚未交办"
