"""A model field whose column holds no clear text."""

from typing import Any

from django.db import models

from foundation.vault.cipher import decrypt, encrypt


class EncryptedTextField(models.TextField):
    """Text encrypted with SM4-GCM on its way into the database; None and "" are stored as they are.

    Encrypted values cannot be compared or searched: keep a `lookup_hash` beside them. `context` keeps the binding of
    a column whose model or field has been renamed ("app.model.field" as it was).
    """

    description = "加密文本"

    def __init__(self, *args: Any, context: str = "", **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self._context = context

    @property
    def context(self) -> str:
        """What the values of this column are bound to."""
        return self._context or f"{self.model._meta.label_lower}.{self.name}"

    def deconstruct(self) -> tuple:
        name, path, args, kwargs = super().deconstruct()
        return name, path, args, kwargs | ({"context": self._context} if self._context else {})

    def get_prep_value(self, value: Any) -> str | None:
        clear = super().get_prep_value(value)
        return encrypt(clear, context=self.context) if clear else clear

    def from_db_value(self, stored: str | None, expression: Any, connection: Any) -> str | None:
        return decrypt(stored, context=self.context) if stored else stored

    def get_lookup(self, lookup_name: str) -> Any:
        # Each encryption differs, so a comparison would silently find nothing; Django refuses it with a message.
        return super().get_lookup(lookup_name) if lookup_name == "isnull" else None
