"""What a session remembers about the door: second factor still owed, last activity, acting for whom."""

from datetime import datetime
from typing import Any

from django.http import HttpRequest
from django.utils import timezone

from foundation.accounts import second_factor
from foundation.accounts.models import User

PENDING = "second_factor"
VERIFY, ENROL = "verify", "enrol"
SEEN = "seen_at"
ACTING = "acting_for"
# A session is written at most once a minute for this, not on every click.
GRAIN_SECONDS = 60


def begin(request: HttpRequest, user: User, at: datetime) -> None:
    """Notes after the password what is still owed before any page opens."""
    request.session[SEEN] = int(at.timestamp())
    if second_factor.is_enrolled(user):
        request.session[PENDING] = VERIFY
    elif second_factor.is_obligatory(user, timezone.localdate(at)):
        request.session[PENDING] = ENROL


def settled(request: HttpRequest) -> None:
    """The second factor has been given."""
    request.session.pop(PENDING, None)


def is_idle(session: Any, at: datetime, minutes: int) -> bool:
    """Whether the last activity is longer ago than `minutes`; notes this one otherwise."""
    stamp = int(at.timestamp())
    seen = session.get(SEEN, stamp)
    if stamp - seen > minutes * 60:
        return True
    if stamp - seen > GRAIN_SECONDS or SEEN not in session:
        session[SEEN] = stamp
    return False
