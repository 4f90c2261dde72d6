"""交办单: what a unit is given to do, one sheet for each; and the list of everything given out on one day."""

from collections.abc import Iterable, Sequence
from datetime import date

from foundation.documents.writing import Cell, Document, Heading, Paragraph, Signature, Table, TableColumn, numbered
from foundation.web.chinese import date_text
from suggestions.letters.wording import case_name, proposers
from suggestions.models import Assignment, Suggestion
from suggestions.states import UnitRole

FOUR = [TableColumn("", 1.1, "center"), TableColumn("", 2, "left"), TableColumn("", 1.1), TableColumn("", 2, "left")]
LIST = [
    TableColumn("序号", 0.6),
    TableColumn("编号", 1.2),
    TableColumn("标题", 4.2, "left"),
    TableColumn("领衔代表", 1.2),
    TableColumn("主办（分办）单位", 2.6, "left"),
    TableColumn("会办单位", 2.6, "left"),
    TableColumn("交办日期", 1.7),
    TableColumn("答复期限", 1.7),
]
TEXTS = (("facts", "案由"), ("grounds", "案据"), ("proposals", "具体建议"))


def assignment_slip(part: Assignment, *, issuer: str, due_on: date | None) -> Document:
    """The slip of one unit's part, with the whole text; `issuer` is the body that assigns, `due_on` its last day."""
    paper = part.suggestion
    return Document(
        title=f"{case_name(paper)}交办单",
        subtitle=f"（{part.get_role_display()}）",
        addressee=f"{part.unit.name}：",
        blocks=[
            Paragraph(_charge(part, due_on)),
            Table(FOUR, _facts(part, due_on)),
            *numbered(_text(paper)),
        ],
        signature=Signature(issuer, part.assigned_on, seal=True),
        made_on=part.assigned_on,
        author=issuer,
    )


def _charge(part: Assignment, due_on: date | None) -> str:
    until = f"，于{date_text(due_on)}前" if due_on else "，按期"
    if part.role == UnitRole.CO:
        return f"现将下列代表建议交由你单位会办。请及时签收{until}向主办单位提出会办意见，并配合做好与代表的联系沟通。"
    return f"现将下列代表建议交由你单位办理。请及时签收，办理中主动与代表联系沟通{until}书面答复代表。"


def _facts(part: Assignment, due_on: date | None) -> list[list[str | Cell]]:
    paper = part.suggestion
    others = [row for row in paper.assignments.active().select_related("unit") if row.pk != part.pk]
    together = "；".join(f"{row.get_role_display()}：{row.unit}" for row in others) or "无"
    first, *signed = proposers(paper)
    return [
        [_label("建议编号"), paper.number_text, _label("类别"), str(paper.category or "")],
        [_label("标题"), Cell(paper.title, 3, align="left")],
        [_label("领衔代表"), first, _label("代表团"), str(paper.delegation or "")],
        [_label("联名代表"), Cell("、".join(signed) or "无", 3, align="left")],
        [_label("交办日期"), date_text(part.assigned_on), _label("办理期限"), date_text(due_on)],
        [_label("其他承办单位"), Cell(together, 3, align="left")],
        [_label("经由"), str(part.through or "直接交办"), _label("督办工委"), str(paper.supervising_committee or "")],
        [_label("办理前面商"), "代表希望办理前面商" if paper.wants_interview else "代表未作要求", _label("公开意愿"),
         "同意公开" if paper.agree_to_publish else "不同意公开"],
    ]  # fmt: skip


def _label(text: str) -> Cell:
    return Cell(text, strong=True, align="center")


def _text(paper: Suggestion) -> Iterable[Heading | Paragraph]:
    for name, label in TEXTS:
        if words := getattr(paper, name).strip():
            yield Heading(label)
            yield Paragraph(words)


def slip_list(rows: Sequence[tuple[Suggestion, date | None]], *, issuer: str, day: date) -> Document:
    """Everything assigned on `day` as one table laid on its side; each paper with the last day of its reply."""
    table = [_line(number, paper, due) for number, (paper, due) in enumerate(rows, start=1)]
    return Document(
        title="代表建议交办清单",
        subtitle=f"（{date_text(day)}交办，共{len(rows)}件）",
        blocks=[Table(LIST, table)],
        signature=Signature(issuer, day),
        landscape=True,
        made_on=day,
        author=issuer,
    )


def _line(number: int, paper: Suggestion, due_on: date | None) -> list[str | Cell]:
    parts = list(paper.assignments.all())
    answering = "、".join(str(part.unit) for part in parts if part.answers)
    besides = "、".join(str(part.unit) for part in parts if not part.answers)
    facts = [str(number), paper.number_text, paper.title, paper.lead.deputy.name, answering, besides]
    return [*facts, date_text(paper.first_assigned_on), date_text(due_on)]
