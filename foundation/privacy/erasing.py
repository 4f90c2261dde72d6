"""Personal data that are needed no longer: erased from their row, with a tombstone that says that and why."""

from collections.abc import Callable, Collection, Iterable, Mapping
from dataclasses import dataclass
from datetime import date, datetime
from typing import Any

from django.contrib.contenttypes.models import ContentType
from django.db import transaction
from django.db.models import Model, QuerySet

from foundation.audit import record
from foundation.privacy.models import Erasure
from foundation.privacy.registry import shown_masked
from foundation.workflow import lock

BATCH = 500
# Erases one locked row: the row, the reason, by whom, when.
CarryOut = Callable[..., Any]


@dataclass(frozen=True)
class Purge:
    """Rows whose personal `fields` are due on a day, and the reason the tombstone gives.

    `shown` tells of one row without anything in clear; `carry_out` erases it where emptying `fields` is not all.
    """

    model: type[Model]
    fields: tuple[str, ...]
    due: Callable[[date], QuerySet]
    reason: str
    shown: Callable[[Any], str] = shown_masked
    carry_out: CarryOut | None = None


_purges: dict[str, Purge] = {}


def register_purge(
    model: type[Model],
    fields: Iterable[str],
    *,
    due: Callable[[date], QuerySet],
    reason: str,
    shown: Callable[[Any], str] = shown_masked,
    carry_out: CarryOut | None = None,
) -> None:
    """Lets a purge two people have asked for empty `fields` of what `due` answers for the day; rows carry an
    `erased_at`."""
    _purges[model._meta.label_lower] = Purge(model, tuple(fields), due, reason, shown, carry_out)


def purges() -> list[Purge]:
    """Every kind of row that knows when its personal data are due."""
    return list(_purges.values())


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


def purge_due(
    on: date, *, at: datetime, keys: Mapping[str, Collection[Any]] | None = None, by: Any = None, paper: str = ""
) -> int:
    """Erases what is due on `on`, each row in a transaction of its own; answers how many.

    `keys` narrows it to rows named by the label of their model; `paper` is named in the tombstones.
    """
    done = 0
    for label, purge in _purges.items():
        rows = purge.due(on).order_by() if keys is None else purge.due(on).order_by().filter(pk__in=keys.get(label, ()))
        for pk in list(rows.values_list("pk", flat=True)[:BATCH]):
            with transaction.atomic():
                row = lock(purge.model, pk)
                if row.erased_at is None:
                    _erase(purge, row, reason_in(purge.reason, paper), by, at)
                    done += 1
    return done


def reason_in(reason: str, paper: str) -> str:
    """The words on a tombstone: why, and on which paper it was decided."""
    return f"{reason}（{paper}）" if paper else reason


def _erase(purge: Purge, row: Any, reason: str, by: Any, at: datetime) -> None:
    if purge.carry_out:
        purge.carry_out(row, reason=reason, by=by, at=at)
    else:
        erase(row, purge.fields, reason=reason, by=by, at=at)
