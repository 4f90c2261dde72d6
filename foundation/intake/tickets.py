"""The ticket in every public form: when it was opened, what it is good for, and the work its browser does meanwhile."""

import json
import secrets
from base64 import b64decode
from binascii import Error as NotBase64
from dataclasses import dataclass
from datetime import datetime
from typing import Any

from altcha import create_challenge_v1, verify_solution_v1
from django.conf import settings
from django.core import signing

from foundation.intake.efforts import Effort

SALT = "foundation.intake.ticket"
# A letter may be written over a long evening; a page older than this gets a new ticket and keeps what was typed.
HOURS = 12
LONGEST_WORK = 2000


@dataclass(frozen=True)
class Ticket:
    """One opened form. `token` names it for good: what was sent with it is sent once."""

    token: str
    key: str
    work: int
    opened: float

    @property
    def text(self) -> str:
        """The hidden field of the form."""
        return signing.dumps([self.token, self.key, self.work, self.opened], salt=SALT)

    def age(self, at: datetime) -> float:
        """Seconds since the form was opened."""
        return at.timestamp() - self.opened

    @property
    def challenge(self) -> str:
        """What the browser works on, as JSON. Token and amount are signed with it: easier work opens no dearer form."""
        made = create_challenge_v1(
            algorithm="SHA-256",
            max_number=self.work,
            salt_length=12,
            hmac_key=_key(),
            salt="",
            number=None,
            expires=None,
            params={"token": self.token, "work": str(self.work)},
        )
        return json.dumps(made.to_dict())

    def is_worked_out(self, solution: str) -> bool:
        """Whether `solution` (base64 of JSON) solves a challenge of this very ticket."""
        payload = _payload(solution)
        if payload is None:
            return False
        try:
            mine = f"token={self.token}&work={self.work}" in payload["salt"]
            return mine and bool(verify_solution_v1(payload, _key(), False)[0])
        except (KeyError, TypeError, ValueError):
            return False


def issue(key: str, effort: Effort, at: datetime) -> Ticket:
    """A fresh ticket for a form of the kind `key`."""
    return Ticket(secrets.token_urlsafe(18), key, effort.work, at.timestamp())


def read(text: str, key: str, at: datetime) -> Ticket | None:
    """The ticket a form came back with; None when it is forged, of another form, or too old."""
    try:
        token, kind, work, opened = signing.loads(text, salt=SALT)
    except (signing.BadSignature, ValueError, TypeError):
        return None
    ticket = Ticket(token, kind, work, opened)
    return ticket if kind == key and 0 <= ticket.age(at) <= HOURS * 3600 else None


def _key() -> str:
    return f"{SALT}:{settings.SECRET_KEY}"


def _payload(solution: str) -> Any:
    """What was sent back as the solution, whatever it is; None when it cannot be read."""
    try:
        payload = json.loads(b64decode(solution[:LONGEST_WORK], validate=True))
    except (NotBase64, ValueError):
        return None
    return payload if isinstance(payload, dict) else None
