"""交办单: what a unit is given to do, one sheet for each; and the list of what a day or a meeting gave out."""

from collections.abc import Iterable, Sequence
from datetime import date

from foundation.documents.writing import Cell, Document, Heading, Paragraph, Signature, Table, TableColumn, numbered
from foundation.web.chinese import date_text
from suggestions.letters.wording import case_name, proposers
from suggestions.models import Assignment, AssignmentMeeting, MeetingRow, Suggestion
from suggestions.states import AssignmentState, UnitRole

FOUR = [TableColumn("", 1.1, "center"), TableColumn("", 2, "left"), TableColumn("", 1.1), TableColumn("", 2, "left")]
# The day of assignment is one for all lines and stands above the table.
LIST = [
    TableColumn("序号", 0.9),
    TableColumn("编号", 1.5),
    TableColumn("标题", 4.7, "left"),
    TableColumn("领衔代表", 1.6),
    TableColumn("主办（分办）单位", 2.9, "left"),
    TableColumn("会办单位", 2.9, "left"),
    TableColumn("答复期限", 2.7),
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
    lines = [_line(paper, _units(paper.assignments.all()), due) for paper, due in rows]
    return _list("代表建议交办清单", f"（{date_text(day)}交办，共{len(rows)}件）", lines, issuer, day)


def meeting_list(
    meeting: AssignmentMeeting, rows: Sequence[tuple[MeetingRow, date | None]], *, issuer: str, failed: int = 0
) -> Document:
    """What an assignment meeting hands out, in the same table; `failed` lines that could not be are told, not listed.

    The last day of a reply is known once the line has been carried out.
    """
    day = meeting.held_on
    lines = [_line(row.suggestion, _confirmed(row), due) for row, due in rows]
    place = f"，{meeting.place}" if meeting.place else ""
    hosts = f"，{meeting.hosts}" if meeting.hosts else ""
    subtitle = f"（{date_text(day)}交办{place}{hosts}，共{len(rows)}件）"
    besides = [Paragraph(f"另有{failed}件未能交办，未列入本清单。")] if failed else []
    return _list(f"{meeting.title}交办清单", subtitle, lines, issuer, day, besides)


def _list(
    title: str,
    subtitle: str,
    lines: Sequence[list[str | Cell]],
    issuer: str,
    day: date,
    besides: Sequence[Paragraph] = (),
) -> Document:
    """The one table both lists are."""
    table = [[str(number), *line] for number, line in enumerate(lines, start=1)]
    return Document(
        title=title,
        subtitle=subtitle,
        blocks=[Table(LIST, table), *besides],
        signature=Signature(issuer, day),
        landscape=True,
        made_on=day,
        author=issuer,
    )


def _line(paper: Suggestion, units: tuple[str, str], due_on: date | None) -> list[str | Cell]:
    return [paper.number_text, paper.title, paper.lead.deputy.name, *units, date_text(due_on)]


def _units(parts: Iterable[Assignment]) -> tuple[str, str]:
    """Who answers, and who is asked besides; a unit that was released is neither."""
    active = [part for part in parts if part.state != AssignmentState.RELEASED]
    answering = "、".join(str(part.unit) for part in active if part.answers)
    return answering, "、".join(str(part.unit) for part in active if not part.answers)


def _confirmed(row: MeetingRow) -> tuple[str, str]:
    if row.to_government:
        return f"转政府办公室分办{f'（{row.advice}）' if row.advice else ''}", ""
    units = list(row.units.all())
    answering = "、".join(str(each.unit) for each in units if each.role != UnitRole.CO)
    return answering, "、".join(str(each.unit) for each in units if each.role == UnitRole.CO)
