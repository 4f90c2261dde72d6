"""Which letters this browser may open, and until when: number and code are not typed on each page."""

import time
from typing import Any

from django.conf import settings
from django.http import HttpRequest

from liaison_stations.models import Letter

OPENED, RECEIPT = "letters_opened", "letter_receipt"


def open_letter(request: HttpRequest, letter: Letter) -> None:
    """From now on for as long as a signed-in person may be idle."""
    request.session[OPENED] = {**_living(request), letter.number: _until()}


def opened(request: HttpRequest, number: str) -> Letter | None:
    """The letter of that number if this browser may open it; the time begins anew."""
    living = _living(request)
    if number not in living:
        return None
    letter = Letter.objects.with_names().filter(number=number).first()
    if letter:
        request.session[OPENED] = {**living, number: _until()}
    return letter


def leave(request: HttpRequest) -> None:
    """Forgets every letter on this browser, and the receipt."""
    for key in (OPENED, RECEIPT):
        request.session.pop(key, None)


def keep_receipt(request: HttpRequest, letter: Letter, token: str) -> None:
    """The page after sending; of the query code nothing is kept but what it is derived from."""
    request.session[RECEIPT] = {"number": letter.number, "token": token, "until": _until()}


def receipt_of(request: HttpRequest) -> dict[str, Any] | None:
    """Number and token of the letter just sent, while the receipt may still be shown."""
    kept = request.session.get(RECEIPT)
    return kept if kept and kept["until"] > time.time() else None


def _until() -> int:
    return int(time.time()) + settings.SESSION_IDLE_MINUTES * 60


def _living(request: HttpRequest) -> dict[str, int]:
    return {number: until for number, until in request.session.get(OPENED, {}).items() if until > time.time()}
