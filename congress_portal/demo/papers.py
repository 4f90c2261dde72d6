"""Files that go with what is told: short official papers, written as the portal itself writes them."""

from datetime import datetime

from django.core.files.uploadedfile import SimpleUploadedFile
from django.db.models import Model

from foundation.accounts.models import User
from foundation.documents.writing import DOCX, Document, Heading, Paragraph, numbered, write
from foundation.files.keeping import keep


def attach(owner: Model, title: str, parts: tuple[tuple[str, str], ...], *, by: User, at: datetime) -> None:
    """A Word file named like its title, with a numbered heading and a paragraph for each part."""
    blocks = [block for heading, text in parts for block in (Heading(heading), Paragraph(text))]
    content = write(Document(title, numbered(blocks), made_on=at.date()), DOCX)
    keep(owner, [SimpleUploadedFile(f"{title}.docx", content)], by=by, at=at)
