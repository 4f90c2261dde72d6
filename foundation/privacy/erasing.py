"""Personal data that are needed no longer: erased from their row, with a tombstone that says that and why."""

from collections.abc import Callable, Iterable
from dataclasses import dataclass
from datetime import date, datetime
from typing import Any

from django.contrib.contenttypes.models import ContentType
from django.db import transaction
from django.db.models import Model, QuerySet

from foundation.audit import record
from foundation.privacy.models import Erasure
from foundation.workflow import lock

BATCH = 500


@dataclass(frozen=True)
class Purge:
    """Rows whose personal `fields` are due on a day, and the reason the tombstone gives."""

    model: type[Model]
    fields: tuple[str, ...]
    due: Callable[[date], QuerySet]
    reason: str


_purges: dict[str, Purge] = {}


def register_purge(model: type[Model], fields: Iterable[str], *, due: Callable[[date], QuerySet], reason: str) -> None:
    """Lets the nightly job empty `fields` of what `due` answers for the day; rows carry an `erased_at`."""
    _purges[model._meta.label_lower] = Purge(model, tuple(fields), due, reason)


@transaction.atomic
def erase(obj: Any, fields: Iterable[str], *, reason: str, by: Any, at: datetime) -> Erasure:
    """Empties `fields` of the row, marks it erased and leaves a tombstone without any personal datum.

    The columns must stand outside the row history. Backups lose the data when they are replaced.
    """
    names = tuple(fields)
    for name in names:
        setattr(obj, name, "")
    obj.erased_at = at
    obj.save(update_fields=[*names, "erased_at"])
    stone = Erasure.objects.create(
        at=at,
        by=getattr(by, "acted_by", None) or by,
        subject_type=ContentType.objects.get_for_model(obj),
        subject_id=str(obj.pk),
        fields=", ".join(names),
        reason=reason,
    )
    record("privacy.erase", obj, by=by, at=at, summary=f"删除个人信息：{reason}。", visibility="office")
    return stone


def purge_due(on: date, *, at: datetime) -> int:
    """Erases what is due on `on`, each row in a transaction of its own; answers how many."""
    done = 0
    for purge in _purges.values():
        for pk in list(purge.due(on).order_by().values_list("pk", flat=True)[:BATCH]):
            with transaction.atomic():
                row = lock(purge.model, pk)
                if row.erased_at is None:
                    erase(row, purge.fields, reason=purge.reason, by=None, at=at)
                    done += 1
    return done
