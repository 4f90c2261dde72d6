"""征询意见表: the form on which a deputy who does not rate in the portal tells what he thinks (domain 2.11)."""

from django.utils import timezone

from foundation.documents.writing import Cell, Document, Paragraph, Table, TableColumn
from foundation.web.chinese import date_text
from suggestions.letters.wording import case_name, proposers
from suggestions.models import Suggestion
from suggestions.states import Grade

BOX = "□"
COLUMNS = [TableColumn("", 1.6), TableColumn("", 1.6, "left"), TableColumn("", 1.2), TableColumn("", 1.6, "left")]
HOW = (
    "本表由领衔代表征求联名代表意见后填写，直接交回或者寄回代表工作机构，不经承办单位转交；也可以登录门户直接评价。"
    "办理态度和办理结果分别评价，各选一项。评价为不满意的，请写明理由和具体要求。"
)


def feedback_form(suggestion: Suggestion, *, office: str) -> Document:
    """The form of one answered suggestion, ready to be filled in by hand; it goes back to `office`, not to the unit."""
    parts = suggestion.answering_assignments().select_related("unit")
    grades = "　".join(f"{BOX}{label}" for label in Grade.labels)
    answered = [reply for part in parts for reply in part.replies.delivered().select_related("result_class")]
    numbers = "；".join(f"{reply.doc_number or '（无文号）'}，{reply.result_class}" for reply in answered)
    due = suggestion.rating_due_on()
    until = f"请于{date_text(due)}前交回{office}。" if due else f"请交回{office}。"
    rows = [
        ("标题", suggestion.title),
        ("联名代表", "、".join(proposers(suggestion)[1:]) or "无"),
        ("承办单位", "、".join(str(part.unit) for part in parts)),
        ("答复情况", numbers),
        ("办理中联系代表", f"{BOX}走访　{BOX}座谈　{BOX}电话　{BOX}未联系"),
        ("对办理态度的评价", grades),
        ("对办理结果的评价", grades),
        ("意见和要求", "\n\n\n\n"),
    ]
    table: list[list[str | Cell]] = [[_label(label), Cell(text, 3, align="left")] for label, text in rows]
    name, delegation = suggestion.lead.deputy.name, str(suggestion.delegation or "")
    table.insert(1, [_label("领衔代表"), name, _label("代表团"), delegation])
    table.append([_label("代表签名"), "", _label("日期"), "　　年　月　日"])
    return Document(
        title="代表建议办理情况征询意见表",
        subtitle=f"（{case_name(suggestion)}）",
        blocks=[Table(COLUMNS, table, row_height=10), Paragraph(HOW, lead="说明："), Paragraph(until)],
        author=office,
        made_on=suggestion.first_assigned_on or timezone.localdate(suggestion.created_at),
    )


def _label(text: str) -> Cell:
    return Cell(text, strong=True, align="center")
