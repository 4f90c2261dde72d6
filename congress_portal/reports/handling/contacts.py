from foundation.documents.figures import Column, Kind, Row, Sheet
from suggestions.states import Phase
from suggestions.yearbook import PartFacts, Yearbook, counted, share

OF = "assignment"


def contacts(book: Yearbook) -> Sheet:
    """How many of those who answered had spoken with the deputy in the first round, and in which phase (domain 2.8)."""
    answered = [part for part in book.answering if part.answered]
    lines: list[tuple[str, str, list[PartFacts]]] = [
        ("any", "有沟通联系记录（沟通率）", [part for part in answered if part.contacted]),
        ("in_person", "走访、座谈、现场当面沟通（见面率）", [part for part in answered if part.met_in_person]),
    ]
    lines += [
        (phase, f"{label}有联系", [part for part in answered if part.contacted_in(phase)])
        for phase, label in Phase.choices
    ]
    rows = [Row(key, label, [counted(answered, OF), counted(f, OF), share(f, answered, OF)]) for key, label, f in lines]
    columns = [
        Column("base", "已答复（件次）"),
        Column("count", "有记录（件次）"),
        Column("rate", "比率（%）", Kind.RATE),
    ]
    note = "按主办、分办任务（件次）统计；代表认为不属实的记录不计算。"
    return Sheet("contact", "与代表沟通联系", "项目", columns, rows, note=note, chart="rate")
