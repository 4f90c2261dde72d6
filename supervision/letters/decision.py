"""A resolution or decision as an official document (GB/T 9704-2012), written once when it is published."""

from datetime import datetime
from typing import Any

from django.utils import timezone

from foundation.documents.writing import (
    DOCX,
    PDF,
    Document,
    Head,
    HeadStyle,
    Paragraph,
    Signature,
    media_type,
    pdf_refusal,
    write,
)
from foundation.files.store import store_made
from foundation.web.chinese import date_text
from supervision.models import Resolution

KIND = "decision"
FILE_NAME = 60


def decision_of(resolution: Resolution) -> Document:
    """Head, number, when it was passed where, the text line by line."""
    body = f"{resolution.meeting.term.congress.name}常务委员会"
    passed = f"（{date_text(resolution.adopted_on)}{resolution.meeting}通过）"
    lines = [line.strip() for line in resolution.text.splitlines() if line.strip()]
    day = timezone.localdate(resolution.published_at)
    return Document(
        title=resolution.title,
        head=Head(body, resolution.number, HeadStyle.FILE),
        blocks=[Paragraph(passed), *(Paragraph(line) for line in lines)],
        signature=Signature(body, resolution.adopted_on or day, seal=True),
        made_on=day,
    )


def keep_decision(resolution: Resolution, *, by: Any, at: datetime) -> None:
    """Keeps the .docx, and the PDF where there are Chinese fonts, with the resolution: everybody may take them."""
    document = decision_of(resolution)
    for format in (DOCX,) if pdf_refusal() else (DOCX, PDF):
        name = f"{document.title[:FILE_NAME]}.{format}"
        content, kind = write(document, format), media_type(format)
        store_made(content, owner=resolution, kind=KIND, name=name, media_type=kind, by=by, at=at)
