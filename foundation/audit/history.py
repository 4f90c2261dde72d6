"""Row history beside the domain events: what a column held before, also after a bulk update or raw SQL."""

from collections.abc import Callable, Iterable
from typing import TypeVar

import pghistory
from django.contrib.postgres.search import SearchVectorField
from django.db.models import Model

from foundation.vault.fields import EncryptedTextField

# Columns that never belong into a second table: secrets, and copies of other columns.
_NEVER = {"password", "last_login", "search_text"}

Tracked = TypeVar("Tracked", bound=type[Model])


def tracked(*, exclude: Iterable[str] = ()) -> Callable[[Tracked], Tracked]:
    """Class decorator: triggers keep each inserted and each changed row of the model in its event table.

    Encrypted columns are left out by themselves, hashes of personal data go into `exclude`.
    """

    def decorate(model: Tracked) -> Tracked:
        return pghistory.track(exclude=sorted({*exclude, *_hidden(model)}))(model)

    return decorate


def _hidden(model: type[Model]) -> Iterable[str]:
    for field in model._meta.local_fields:
        if isinstance(field, EncryptedTextField | SearchVectorField) or field.name in _NEVER:
            yield field.name
