"""The letter with which a clue is handed over: written anew for whoever may read it, kept nowhere in clear."""

from django.utils import timezone

from foundation.documents.writing import Document, Head, HeadStyle, Paragraph, Signature
from supervision.models import Clue

ASKS = "请依规依纪依法办理，签收后退回执，并将是否受理、处置结果按规定反馈。"


def clue_paper(clue: Clue, sender: str) -> Document:
    """Head, number, what was found where, whom it names; `clue` is handed over already."""
    day = clue.handed_on or timezone.localdate(clue.registered_at)
    found = f"我机关在{clue.get_origin_display()}工作中发现以下问题线索（{clue.number}号），经批准，现移送你机关。"
    persons = [line.strip() for line in clue.persons.splitlines() if line.strip()]
    return Document(
        title="关于移送问题线索的函",
        head=Head(sender, clue.document_number, HeadStyle.LETTER),
        addressee=f"{clue.recipient}：",
        blocks=[
            Paragraph(found),
            Paragraph(clue.summary, lead="线索摘要："),
            *(Paragraph(line) for line in clue.text.splitlines() if line.strip()),
            *([Paragraph("；".join(persons), lead="反映的人员：")] if persons else []),
            Paragraph(ASKS),
        ],
        signature=Signature(sender, day, seal=True),
        made_on=day,
        author=sender,
    )
