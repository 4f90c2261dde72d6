"""Taking back a seat that was entered by mistake, as long as nothing hangs on it."""

from collections.abc import Iterator
from datetime import datetime
from typing import Any

from django.db import models, transaction
from django.utils import timezone

from deputies import rules
from deputies.models import Deputy, Mandate
from foundation.audit import record
from foundation.workflow import Refused, lock

# The contact goes with the person; row history is no record anybody would miss.
OWN = ("deputycontact",)


@transaction.atomic
def remove_seat(pk: Any, *, by: Any, at: datetime, reason: str, version: int | None = None) -> Deputy | None:
    """Removes the seat, and the person where it was the only one; answers the person who is left, or None.

    Refused: not a keeper, a sealed term, and whenever a record would be left without its deputy: then the seat ends by
    law, with ground and announcement.
    """
    mandate = lock(Mandate, pk, version=version)
    rules.may_remove_seat(by, mandate, on=timezone.localdate(at)).require()
    deputy = lock(Deputy, mandate.deputy_id)
    only = not deputy.mandates.exclude(pk=mandate.pk).exists()
    hanging = list(_hanging(mandate)) + (list(_hanging(deputy)) if only else [])
    if hanging or (only and deputy.user_id):
        told = "、".join(hanging) or "登录账号"
        raise Refused(
            f"{mandate}名下已有{told}，撤销登记会使这些记录没有归属，不能撤销。不再担任代表的，请办理终止代表资格。",
            "state",
        )
    label = str(mandate)
    mandate.delete()
    if only:
        deputy.delete()
    summary = f"撤销误登记的{label}：{reason}"
    record("deputies.remove_seat", mandate.term, by=by, at=at, summary=summary, visibility="office")
    return None if only else deputy


def _hanging(row: models.Model) -> Iterator[str]:
    """ "建议3条": what points at the row, counted by kind."""
    for relation in row._meta.related_objects:
        model = relation.related_model
        if model._meta.model_name in OWN or model._meta.model_name.endswith("event") or model is Mandate:
            continue
        count = model._base_manager.filter(**{relation.field.name: row}).count()
        if count:
            yield f"{model._meta.verbose_name}{count}条"
