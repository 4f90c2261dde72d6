"""Who may open a file: the rule of the object it belongs to. Without a rule nobody may."""

from collections.abc import Callable
from typing import Any

from django.db.models import Model

from foundation.workflow import Verdict, refuse

MayView = Callable[[Any, Any], Verdict]

_rules: dict[type[Model], MayView] = {}


def register_owner(model: type[Model], may_view: MayView) -> None:
    """`may_view(user, obj)` decides about the files of `obj`; the same model replaces the earlier rule."""
    _rules[model] = may_view


def may_view(user: Any, owner: Model | None) -> Verdict:
    """The verdict of the owner's rule; no for an owner that is gone or has registered none."""
    rule = _rules.get(type(owner)) if owner is not None else None
    return rule(user, owner) if rule else refuse("该附件不可查看。", "unregistered")
