"""Which columns are private, how they are masked, and whom their rule lets look."""

from collections.abc import Callable
from dataclasses import dataclass
from typing import Any

from django.db.models import Model

from foundation.privacy.masking import mask_all
from foundation.workflow import Verdict


@dataclass(frozen=True)
class PrivateField:
    """One private column: its Chinese label, the rule, how it is masked."""

    model: type[Model]
    field: str
    label: str
    may_reveal: Callable[[Any, Any], Verdict]
    mask: Callable[[str], str] = mask_all

    def masked(self, obj: Model) -> str:
        """The value of `obj` as it is shown to everybody who may see the page."""
        return self.mask(getattr(obj, self.field) or "")


_fields: dict[tuple[str, str], PrivateField] = {}


def register_private(
    model: type[Model],
    field: str,
    *,
    may_reveal: Callable[[Any, Any], Verdict],
    label: str = "",
    mask: Callable[[str], str] = mask_all,
) -> None:
    """Lets `field` of `model` be shown masked and revealed after a logged request."""
    name = label or str(model._meta.get_field(field).verbose_name)
    _fields[model._meta.label_lower, field] = PrivateField(model, field, name, may_reveal, mask)


def private_field(model_label: str, field: str) -> PrivateField | None:
    """The registration of "app.model" and a field, or None."""
    return _fields.get((model_label.lower(), field))


def shown_masked(obj: Model) -> str:
    """What a list may say of a row before it is erased: its number and its private columns, masked."""
    label = obj._meta.label_lower
    own = [row for (model, _), row in _fields.items() if model == label]
    told = [f"{row.label}{row.masked(obj)}" for row in own if row.masked(obj)]
    return "，".join([f"{obj._meta.verbose_name}第{obj.pk}号", *told])
