"""Moves stored values to the active key, batch by batch. Interrupted, it goes on where it stopped."""

from collections.abc import Iterator

from django.apps import apps
from django.conf import settings
from django.db import models, transaction
from django.db.models.functions import Cast

from foundation.vault.cipher import prefix
from foundation.vault.fields import EncryptedTextField

BATCH = 500


def encrypted_fields() -> Iterator[EncryptedTextField]:
    """Every encrypted column of the portal."""
    for model in apps.get_models():
        yield from (field for field in model._meta.local_fields if isinstance(field, EncryptedTextField))


def outdated(field: EncryptedTextField) -> models.QuerySet:
    """The rows whose value in `field` is under another key than the active one."""
    rows = field.model._base_manager.annotate(_stored=Cast(field.name, models.TextField()))
    return rows.exclude(_stored="").exclude(_stored__startswith=prefix(settings.VAULT_ACTIVE_KEY)).order_by("pk")


def rotate(field: EncryptedTextField) -> int:
    """Re-encrypts all outdated values of one column; answers how many."""
    done = 0
    while moved := _rotate_batch(field):
        done += moved
    return done


@transaction.atomic
def _rotate_batch(field: EncryptedTextField) -> int:
    rows = list(outdated(field).select_for_update(of=("self",)).only("pk", field.name)[:BATCH])
    field.model._base_manager.bulk_update(rows, [field.name])
    return len(rows)
