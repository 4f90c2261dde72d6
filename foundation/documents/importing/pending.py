"""A file between its check and its confirmation: encrypted in the cache, for its uploader, for half an hour."""

import base64
import json
import secrets
from dataclasses import asdict, dataclass, field
from typing import Any

from django.core.cache import cache

from foundation.vault.cipher import decrypt, encrypt

MINUTES = 30


@dataclass
class Pending:
    """The file, what it is for (such as its term), and what was answered about its headers."""

    filename: str
    content: str
    options: dict[str, int] = field(default_factory=dict)
    chosen: dict[str, str] = field(default_factory=dict)

    @property
    def data(self) -> bytes:
        """The file's bytes."""
        return base64.b64decode(self.content)


class Shelf:
    """Where files of one kind of import ("deputies.roster") wait; what lies on one shelf is not found on another."""

    def __init__(self, kind: str) -> None:
        self.kind, self.context = kind, f"documents.pending.{kind}"

    def keep(self, user: Any, filename: str, data: bytes, options: dict[str, int]) -> str:
        """Keeps a file for `user` and answers its token."""
        token = secrets.token_urlsafe(16)
        self.save(user, token, Pending(filename, base64.b64encode(data).decode(), options))
        return token

    def save(self, user: Any, token: str, pending: Pending) -> None:
        """Keeps a changed answer; the half hour begins anew."""
        cache.set(self._key(user, token), encrypt(json.dumps(asdict(pending)), context=self.context), MINUTES * 60)

    def find(self, user: Any, token: str) -> Pending | None:
        """What `user` uploaded under `token`; None when it is another's, or too old."""
        held = cache.get(self._key(user, token))
        return Pending(**json.loads(decrypt(held, context=self.context))) if held else None

    def drop(self, user: Any, token: str) -> None:
        """Forgets the file once it is written."""
        cache.delete(self._key(user, token))

    def _key(self, user: Any, token: str) -> str:
        return f"pending:{self.kind}:{user.pk}:{token}"
