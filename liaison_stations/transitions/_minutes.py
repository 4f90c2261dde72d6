"""The minutes of a consultation as a document: numbers of letters and decisions, no citizen's word or name."""

from collections.abc import Sequence
from datetime import datetime
from typing import Any

from django.utils import timezone

from foundation.accounts.models import Organisation
from foundation.accounts.roles import OrganisationKind
from foundation.documents.writing import (
    DOCX,
    Document,
    Heading,
    Paragraph,
    Signature,
    Table,
    TableColumn,
    media_type,
    numbered,
    write,
)
from foundation.files.store import store_made
from foundation.web.chinese import date_text
from liaison_stations.models import Consultation, ConsultationItem

KIND = "minutes"
COLUMNS = (
    TableColumn("议题", 1.6, "left"),
    TableColumn("研判意见", 1.2),
    TableColumn("具体要求", 3, "left"),
    TableColumn("落实单位", 1.2),
    TableColumn("完成期限", 1.2),
)


def keep_minutes(meeting: Consultation, items: Sequence[ConsultationItem], *, by: Any, at: datetime) -> None:
    """Writes the minutes once and keeps them with the meeting."""
    document = minutes_of(meeting, items, at=at)
    name = f"{document.title}.{DOCX}"
    store_made(write(document, DOCX), owner=meeting, kind=KIND, name=name, media_type=media_type(DOCX), by=by, at=at)


def minutes_of(meeting: Consultation, items: Sequence[ConsultationItem], *, at: datetime) -> Document:
    """Who led it, who came, each matter with its decision."""
    day = timezone.localdate(at)
    where = f"，在{meeting.place}召开" if meeting.place else "召开"
    blocks = numbered(
        [
            Heading("基本情况"),
            Paragraph(f"{date_text(meeting.held_on)}{where}，{meeting.chair.name}主持，研判事项{len(items)}项。"),
            Paragraph(f"参加人员：{meeting.attendees}"),
            Heading("研判意见"),
            Table(COLUMNS, [_row(item) for item in items]),
        ]
    )
    return Document(title=f"{meeting}纪要", blocks=blocks, signature=Signature(_issuer(), day), made_on=day)


def _row(item: ConsultationItem) -> list[str]:
    due = date_text(item.due_on) if item.due_on else "—"
    about = item.topic or f"来信{item.letter}"
    return [about, item.get_decision_display(), item.words, item.unit.label if item.unit else "—", due]


def _issuer() -> str:
    office = Organisation.objects.active().of_kind(OrganisationKind.SC_OFFICE).first()
    return office.name if office else "人大常委会办公室"
