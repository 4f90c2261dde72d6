"""The template tags of the portal: `{% load portal %}`."""

from datetime import date, datetime
from decimal import Decimal
from typing import Any

from crispy_forms.templatetags.crispy_forms_filters import as_crispy_field
from django import template
from django.template.context import Context
from django.template.loader import render_to_string
from django.utils import timezone
from django.utils.safestring import SafeString, mark_safe

from foundation.web import chinese, drawing, tones

register = template.Library()

register.simple_tag(drawing.icon, name="icon")
register.simple_tag(drawing.light, name="light")
register.simple_tag(drawing.badge, name="badge")
register.simple_tag(drawing.navigation, name="navigation")


@register.filter
def cn_date(value: date | datetime | None) -> str:
    """2026年2月12日; an empty string for nothing."""
    return chinese.date_text(value)


@register.filter
def cn_datetime(value: datetime | None) -> str:
    """2026年2月12日 14:03 in local time."""
    return chinese.datetime_text(value)


@register.filter
def cn_number(value: Any) -> str:
    """A count with thin groups of thousands: 12 345; what is not a number stays as it is."""
    return chinese.number_text(value)


@register.filter
def named_basis(text: str) -> str:
    """The source of a local rule, empty while the office has not named one."""
    return chinese.named_basis(text)


@register.filter
def cn_money(value: Decimal) -> str:
    """1,200,000.00元."""
    return chinese.money_text(value)


@register.filter
def iso(value: date | datetime | None) -> str:
    """The machine-readable form for <time datetime>."""
    if isinstance(value, datetime):
        return (
            timezone.localtime(value).isoformat(timespec="minutes") if timezone.is_aware(value) else value.isoformat()
        )
    return value.isoformat() if value else ""


@register.simple_tag(takes_context=True)
def query_string(context: Context, **changes: Any) -> str:
    """The present query string with some values changed; None removes one. Begins with "?"."""
    query = context["request"].GET.copy()
    for name, value in changes.items():
        query.pop(name, None)
        if value is not None:
            query[name] = str(value)
    return f"?{query.urlencode()}"


@register.simple_tag
def status_badge(obj: Any, field: str = "state") -> SafeString:
    """The badge of a choice field: its Chinese label in the tone its room registered."""
    value = getattr(obj, field)
    text = getattr(obj, f"get_{field}_display", lambda: value)()
    return drawing.badge(text, tones.tone_of(f"{obj._meta.label_lower}.{field}", value))


@register.simple_tag
def filter_field(field: Any) -> SafeString:
    """A field of a filter bar."""
    return drawing.filter_field(field) or as_crispy_field(field)


@register.inclusion_tag("components/verdict_button.html", takes_context=True)
def verdict_button(
    context: Context, verdict: Any, label: str, url: str, tone: str = "secondary", post: bool = False, icon: str = ""
) -> dict[str, Any]:
    """A button where the rule says yes; a greyed one with its reason in plain sight where it says no."""
    facts = {"allowed": bool(verdict), "reason": getattr(verdict, "reason", ""), "label": label, "url": url}
    return {**facts, "tone": tone, "post": post, "icon": icon, "csrf_token": context.get("csrf_token")}


@register.inclusion_tag("components/pager.html", takes_context=True)
def pager(context: Context, page: Any, unit: str = "条") -> dict[str, Any]:
    """The pager under a list; keeps the filter in the addresses."""
    return {"page": page, "unit": unit, "request": context["request"]}


@register.simple_tag
def field_errors_id(field: Any) -> str:
    """The id under which crispy-forms prints the errors of a bound field."""
    return f"{field.id_for_label or field.auto_id}_error"


@register.filter
def initial(name: str) -> str:
    """The character in a person chip: the given name's last character, as is usual in China for small avatars."""
    return str(name).strip()[-1:] or "·"


@register.filter
def get_item(mapping: dict[Any, Any], key: Any) -> Any:
    """A value of a mapping by a key only the template knows; None when it is missing."""
    return mapping.get(key)


@register.filter
def add_number(value: float, amount: float) -> float:
    """A sum of two numbers, for the geometry of charts (Django's `add` knows whole numbers only)."""
    return value + float(amount)


@register.inclusion_tag("components/action_bar.html", takes_context=True)
def action_bar(context: Context, actions: list[Any]) -> dict[str, Any]:
    """What can be done now as buttons; what cannot, each with its reason, behind a line to open."""
    refused = [action for action in actions if not action.allowed]
    return {"actions": actions, "refused": refused, "csrf_token": context.get("csrf_token")}


@register.simple_tag(takes_context=True)
def show_panels(context: Context, panels: list[Any]) -> SafeString:
    """The panels other rooms registered for this page, each in its box."""
    return mark_safe("".join(_panel(context, filled) for filled in panels))


def _panel(context: Context, filled: Any) -> str:
    facts = {**filled.facts, "panel": filled.panel, "panel_template": filled.panel.template}
    return render_to_string("components/panel.html", facts, request=context["request"])


@register.filter
def filters_folded_away(form: Any) -> bool:
    """Whether anything is filled in among the fields that are folded away, so that they are shown.

    A form's `leading` says how many of its fields always stand open on a desk; a phone folds all but the first.
    """
    folded = list(form.fields)[getattr(form, "leading", 1) :]
    return form.is_bound and any(form[name].value() not in (None, "", [], False) for name in folded)
