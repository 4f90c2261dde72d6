from typing import Any
from urllib.parse import urlencode

from django import template
from django.db.models import Model
from django.urls import reverse

from foundation.privacy.registry import private_field

register = template.Library()


@register.inclusion_tag("privacy/masked.html", takes_context=True)
def masked(context: dict[str, Any], obj: Model, field: str) -> dict[str, Any]:
    """`{% masked deputy.contact "phone" %}`: the masked value, and the way to the clear one for whom it is open."""
    private = private_field(obj._meta.label, field) if obj is not None else None
    if private is None:
        return {"value": "", "url": ""}
    value = private.masked(obj)
    request = context["request"]
    allowed = value and private.may_reveal(request.user, obj)
    page = reverse("privacy:reveal", args=[obj._meta.label_lower, obj.pk, field]) if allowed else ""
    url = f"{page}?{urlencode({'back': request.path})}" if page else ""
    return {"value": value, "url": url, "label": private.label}
