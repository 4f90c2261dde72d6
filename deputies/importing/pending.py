"""A file between its check and its confirmation: encrypted in the cache, for its uploader, for half an hour."""

import base64
import json
import secrets
from dataclasses import asdict, dataclass, field
from typing import Any

from django.core.cache import cache

from foundation.vault.cipher import decrypt, encrypt

MINUTES = 30
CONTEXT = "deputies.pending_roster"


@dataclass
class Pending:
    """The file, the term it is for, and what was answered about its headers."""

    filename: str
    content: str
    term_number: int | None = None
    chosen: dict[str, str] = field(default_factory=dict)

    @property
    def data(self) -> bytes:
        """The file's bytes."""
        return base64.b64decode(self.content)


def keep(user: Any, filename: str, data: bytes, term_number: int | None) -> str:
    """Keeps a file for `user` and answers its token."""
    token = secrets.token_urlsafe(16)
    save(user, token, Pending(filename, base64.b64encode(data).decode(), term_number))
    return token


def save(user: Any, token: str, pending: Pending) -> None:
    """Keeps a changed answer; the half hour begins anew."""
    cache.set(_key(user, token), encrypt(json.dumps(asdict(pending)), context=CONTEXT), MINUTES * 60)


def find(user: Any, token: str) -> Pending | None:
    """What `user` uploaded under `token`; None when it is another's, or too old."""
    held = cache.get(_key(user, token))
    return Pending(**json.loads(decrypt(held, context=CONTEXT))) if held else None


def drop(user: Any, token: str) -> None:
    """Forgets the file once it is written."""
    cache.delete(_key(user, token))


def _key(user: Any, token: str) -> str:
    return f"deputies:roster:{user.pk}:{token}"
