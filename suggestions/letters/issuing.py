"""Writes a letter once, on the day it goes out, and keeps it: what the deputy received is what stays on file."""

from datetime import datetime
from typing import Any

from foundation.documents.writing import DOCX, PDF, Document, media_type, pdf_refusal, write
from foundation.files.store import store_made
from suggestions.letters.co_opinion import opinion_letter
from suggestions.letters.reply import reply_letter
from suggestions.models import CoOpinion, Letter, Reply

KIND = "letter"
FILE_NAME = 60


def issue_reply(reply: Reply, *, by: Any, at: datetime) -> Letter:
    """The letter of a reply that is being delivered."""
    document = reply_letter(reply)
    return _issue(document, Letter(reply=reply, assignment=reply.assignment, number=reply.doc_number), by=by, at=at)


def issue_opinion(opinion: CoOpinion, *, by: Any, at: datetime) -> Letter:
    """The letter of an opinion that is being given."""
    letter = Letter(opinion=opinion, assignment=opinion.assignment, number=opinion.doc_number)
    return _issue(opinion_letter(opinion), letter, by=by, at=at)


def _issue(document: Document, letter: Letter, *, by: Any, at: datetime) -> Letter:
    """Without a Chinese font there is the Word file alone; the system check has told the administrator."""
    letter.title, letter.issued_at, letter.issued_by = document.title, at, getattr(by, "acted_by", None) or by
    letter.save()
    for format in (DOCX,) if pdf_refusal() else (DOCX, PDF):
        name = f"{document.title[:FILE_NAME]}.{format}"
        content, kind = write(document, format), media_type(format)
        store_made(content, owner=letter, kind=KIND, name=name, media_type=kind, by=by, at=at)
    return letter
