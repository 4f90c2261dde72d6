"""Texts under a key of their own row: whoever destroys the key has destroyed the texts, in every copy of the table."""

import secrets
from typing import Any

from foundation.vault.cipher import open_with, seal_with

KEY_BYTES = 16


def new_secret() -> str:
    """A key for one row, as 32 hex digits; keep it in an `EncryptedTextField` of a table of its own."""
    return secrets.token_hex(KEY_BYTES)


class Sealed:
    """The clear text of the column `column` of a row, under the key that the row's `secret()` answers.

    Reads "" when the key is destroyed (`secret()` answers None). A value moved to another column does not open.
    """

    def __init__(self, column: str) -> None:
        self.column = column

    def __set_name__(self, owner: type, name: str) -> None:
        self.name = name

    def __get__(self, row: Any, owner: type | None = None) -> Any:
        if row is None:
            return self
        stored = getattr(row, self.column)
        secret = row.secret() if stored else None
        return open_with(bytes.fromhex(secret), stored, context=self._context(row)) if secret else ""

    def __set__(self, row: Any, clear: str) -> None:
        sealed = seal_with(bytes.fromhex(row.secret()), clear, context=self._context(row)) if clear else ""
        setattr(row, self.column, sealed)

    def _context(self, row: Any) -> str:
        return f"{row._meta.label_lower}.{self.column}"
