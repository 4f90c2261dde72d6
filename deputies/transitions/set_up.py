"""The frame that an import needs when the portal is still empty: congress, term, session."""

from datetime import datetime
from typing import Any

from django.db import transaction

from deputies.models import Congress, Meeting, MeetingKind, Term
from deputies.states import Level
from foundation.audit import record

DEFAULT_NAME = "本级人民代表大会"


@transaction.atomic
def ensure_term(
    number: int | None = None, *, by: Any, at: datetime, guess: int | None = None, congress_name: str = ""
) -> tuple[Term, bool]:
    """The term `number` of the home congress, or its current one; made when there is none. Answers (term, created).

    `guess` and `congress_name` (from a file's title) are used only where nothing is known yet.
    """
    congress = _ensure_congress(congress_name)
    terms = Term.objects.filter(congress=congress).select_related("congress")
    found = terms.filter(number=number).first() if number else terms.filter(is_current=True).first()
    if found:
        return found, False
    has_current = terms.filter(is_current=True).exists()
    term = Term.objects.create(congress=congress, number=number or guess or 1, is_current=not has_current)
    record("deputies.term", term, by=by, at=at, summary=f"登记{congress.name}{term.name}。")
    return term, True


@transaction.atomic
def ensure_session(term: Term, number: int | None = None, *, by: Any, at: datetime) -> tuple[Meeting, bool]:
    """The session `number` of `term`, or its latest; made when there is none. Answers (session, created)."""
    sessions = Meeting.objects.sessions().filter(term=term)
    found = sessions.filter(number=number).first() if number else Meeting.objects.latest_session(term)
    if found:
        return found, False
    session = Meeting.objects.create(term=term, kind=MeetingKind.SESSION, number=number or 1)
    record("deputies.session", session, by=by, at=at, summary=f"登记{session.name}。")
    return session, True


def _ensure_congress(name: str) -> Congress:
    home = Congress.objects.filter(is_home=True).first()
    if home:
        return home
    full = name or DEFAULT_NAME
    place = full.removesuffix("人民代表大会")
    return Congress.objects.create(name=full, short_name=f"{place[-1:]}人大", level=Level.DISTRICT, is_home=True)
