"""Looking at a personal datum in clear: asked for with a purpose, allowed by a rule, written down."""

from datetime import datetime
from typing import Any

from django.contrib.contenttypes.models import ContentType
from django.db import transaction
from django.db.models import Model

from foundation.audit import record
from foundation.privacy.models import Reveal
from foundation.privacy.registry import private_field
from foundation.workflow import Refused

LEAST_PURPOSE = 4


@transaction.atomic
def reveal(field: str, obj: Model, *, by: Any, at: datetime, purpose: str) -> str:
    """The clear value of `field` of `obj`; writes a `Reveal` row and an event first.

    Refused for a field nobody registered, by the registered rule, or without a purpose of some words.
    """
    private = private_field(obj._meta.label, field)
    if private is None:
        raise Refused("该项内容不提供查看。", "unregistered")
    private.may_reveal(by, obj).require()
    if len(purpose.strip()) < LEAST_PURPOSE:
        raise Refused(f"请说明查看用途，不少于{LEAST_PURPOSE}个字。", "purpose")
    Reveal.objects.create(
        at=at,
        by=getattr(by, "acted_by", None) or by,
        subject_type=ContentType.objects.get_for_model(obj),
        subject_id=str(obj.pk),
        field=field,
        purpose=purpose.strip(),
    )
    summary = f"查看{private.label}，用途：{purpose.strip()}。"
    record("privacy.reveal", obj, by=by, at=at, summary=summary, data={"field": field}, visibility="office")
    return getattr(obj, field)
