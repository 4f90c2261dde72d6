"""A deliberation opinion under its own head, as it goes to the body."""

from typing import Any

from foundation.documents.writing import Document, Head, HeadStyle, Paragraph, Signature
from foundation.web.chinese import date_text


def opinion_paper(opinion: Any) -> Document:
    """The whole text, and until when to report, to all bodies under its number; `opinion` is handed over already."""
    bodies = "、".join(str(row.unit) for row in opinion.family().select_related("unit"))
    sender = opinion.head.removesuffix("审议意见")
    lead = f"{date_text(opinion.heard_on)}，{opinion.meeting}审议了有关报告，形成以下审议意见，已经主任会议通过。"
    tail = (
        f"请{'分别' if '、' in bodies else ''}认真研究处理，将处理情况先送{opinion.committee}征求意见，"
        f"于{date_text(opinion.due_on)}前向常务委员会提出书面报告。"
    )
    return Document(
        title=opinion.title,
        head=Head(opinion.head, opinion.number, HeadStyle.FILE),
        addressee=f"{bodies}：",
        blocks=[
            Paragraph(lead),
            *(Paragraph(line) for line in opinion.text.splitlines() if line.strip()),
            Paragraph(tail),
        ],
        signature=Signature(sender, opinion.handed_on, seal=True),
        made_on=opinion.handed_on,
        author=sender,
    )
