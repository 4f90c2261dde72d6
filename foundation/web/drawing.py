"""The small components a page draws dozens of times: icons, badges, lights, cells, filter fields.

Drawn in Python, because an include costs five to ten times as much, and a list of twenty rows draws two hundred.
"""

from collections.abc import Iterable, Sequence
from html import escape
from itertools import groupby
from typing import TYPE_CHECKING, Any

from django import forms
from django.forms.utils import flatatt
from django.urls import NoReverseMatch
from django.utils.formats import localize
from django.utils.html import conditional_escape, format_html
from django.utils.safestring import SafeString, mark_safe

from foundation.web import chinese
from foundation.web.icons import ICONS
from foundation.web.links import row_url

if TYPE_CHECKING:
    from foundation.web.tables import Cell

LIGHT_SHAPES = {"green": "check-circle", "yellow": "clock", "orange": "warning", "red": "cross-circle", "met": "check"}
PROVISIONAL = mark_safe(
    '<span class="light-provisional" title="有关年度的放假安排尚未公布，公布后可能变动">暂定</span>'
)
NOTHING = mark_safe('<span class="muted">—</span>')
_HIDDEN_ICONS = {
    name: mark_safe(f'<svg class="icon" viewBox="0 0 24 24" aria-hidden="true"><path d="{shape}"/></svg>')
    for name, shape in ICONS.items()
}


def icon(name: str, label: str = "") -> SafeString:
    """A line icon. Without `label` it is decoration and hidden from screen readers. KeyError for unknown names."""
    if not label:
        return _HIDDEN_ICONS[name]
    opening = '<svg class="icon" viewBox="0 0 24 24" role="img" aria-label="{}"><path d="{}"/></svg>'
    return format_html(opening, label, mark_safe(ICONS[name]))


def badge(text: Any, tone: str = "neutral", icon_name: str = "") -> SafeString:
    """A status: text in a tone of foundation.web.tones.TONES."""
    shape = icon(icon_name) if icon_name else ""
    return format_html('<span class="badge-line tone-{}">{}{}</span>', tone or "neutral", shape, text)


def light(clock: Any, compact: bool = False) -> SafeString:
    """The traffic light of a running clock: colour, shape and words, 暂定 where the calendar is not official yet.

    `clock` is a Light (colour, text, provisional), or anything that carries one as `.light` with its own pk, which
    then links to the page that shows how the date was counted. Nothing is drawn for None.
    """
    shown = getattr(clock, "light", clock)
    if shown is None or shown == "":
        return SafeString("")
    shape = icon(LIGHT_SHAPES.get(str(shown.colour), "clock"))
    words = format_html("{}<span>{}</span>{}", shape, shown.text, PROVISIONAL if shown.provisional else "")
    source = getattr(shown, "deadline", None) or (clock if shown is not clock else None)
    if url := "" if compact else _derivation_url(shown, source):
        link = '<a class="light light-{}" href="{}" title="查看期限怎样算出">{}</a>'
        return format_html(link, shown.colour, url, words)
    return format_html('<span class="light light-{}">{}</span>', shown.colour, words)


def _derivation_url(shown: Any, source: Any) -> str:
    if getattr(shown, "url", ""):
        return shown.url
    pk = getattr(shown, "deadline_id", None) or getattr(source, "pk", None)
    try:
        return row_url("deadlines:derivation", pk) if pk else ""
    except NoReverseMatch:
        return ""


# As many entries as a screen shows at once; a longer menu opens only the section one is in.
MENU = 16


def navigation(entries: Iterable[dict[str, Any]]) -> SafeString:
    """The entries of foundation.web.context in lists, each section under its heading; in a long menu they fold."""
    rows = list(entries)
    sections = groupby(rows, key=lambda entry: entry["item"].section)
    return mark_safe("".join(_section(heading, list(below), len(rows) > MENU) for heading, below in sections))


def _section(heading: str, entries: list[dict[str, Any]], folds: bool) -> str:
    listed = f"<ul>{''.join(map(_entry, entries))}</ul>"
    if not heading:
        return listed
    is_open = "" if folds and not any(entry["current"] for entry in entries) else " open"
    head = f'<summary class="nav-section">{escape(heading)}</summary>'
    return f'<details class="nav-fold"{is_open}>{head}{listed}</details>'


def _entry(entry: dict[str, Any]) -> str:
    item, present = entry["item"], ' aria-current="page"' if entry["current"] else ""
    words = f"{icon(item.icon)}<span>{escape(item.label)}</span>"
    return f'<li><a href="{escape(entry["url"])}"{present}>{words}</a></li>'


def lines(rows: Iterable[Sequence["Cell"]]) -> SafeString:
    """The body of a table: one `tr` for each row of cells."""
    return mark_safe("".join(f'<tr role="row">{"".join(map(_cell, row))}</tr>' for row in rows))


def _cell(cell: "Cell") -> str:
    column = cell.column
    classes = ["is-primary"] if column.primary else []
    classes.append(f"is-{column.kind}")
    if not cell.value and column.kind != "number":
        classes.append("is-empty")
    shown = _value(cell)
    if cell.url:
        shown = format_html('<a href="{}">{}</a>', cell.url, shown)
    return f'<td role="cell" data-label="{escape(column.label)}" class="{" ".join(classes)}">{shown}</td>'


def _value(cell: "Cell") -> SafeString:
    kind, value = cell.column.kind, cell.value
    if kind == "light":
        return light(value) if value else NOTHING
    if kind == "badge":
        return badge(value, cell.tone)
    if kind == "number":
        return conditional_escape("—" if value is None else chinese.number_text(value))
    if kind in ("date", "datetime"):
        value = (chinese.date_text if kind == "date" else chinese.datetime_text)(value)
    return conditional_escape(localize(value) if value else "—")


def filter_field(field: forms.BoundField) -> SafeString | None:
    """A field of a filter bar in the markup of crispy-bootstrap5; None for what it does not know.

    The long lists of units and sessions make the filter the dearest part of a list page.
    """
    widget = field.field.widget
    if field.help_text or field.field.required:
        return None
    if type(widget) is forms.Select:
        # Asked once: some choices are read from the cache each time.
        choices = list(field.field.choices)
        grouped = any(isinstance(label, (list, tuple)) for _, label in choices)
        return None if grouped else _labelled(field, _select(field, choices))
    if type(widget) is forms.TextInput:
        return _labelled(field, _text(field))
    if type(widget) is forms.CheckboxInput and not field.errors:
        return _tick(field)
    return None


def _labelled(field: forms.BoundField, control: SafeString) -> SafeString:
    name = field.id_for_label
    box = '<div id="div_{}" class="mb-3"><label for="{}" class="form-label">{}</label>{}{}</div>'
    return format_html(box, name, name, field.label, control, _errors(field))


def _classes(field: forms.BoundField, names: str) -> str:
    return f"{names} is-invalid" if field.errors else names


def _text(field: forms.BoundField) -> SafeString:
    value = field.value()
    attributes = {"type": field.field.widget.input_type} | _attributes(field, "textinput form-control")
    return format_html("<input{}>", flatatt(attributes | ({} if value in (None, "") else {"value": value})))


def _tick(field: forms.BoundField) -> SafeString:
    ticked = {"checked": True} if field.value() else {}
    box = (
        '<div class="mb-3"><div id="div_{}" class="form-check"><input{}>'
        '<label for="{}" class="form-check-label">{}</label></div></div>'
    )
    name = field.id_for_label
    attributes = {"type": "checkbox"} | _attributes(field, "checkboxinput form-check-input") | ticked
    return format_html(box, name, flatatt(attributes), name, field.label)


def _attributes(field: forms.BoundField, classes: str) -> dict[str, Any]:
    widget = field.field.widget
    named = {"name": field.html_name, "class": _classes(field, classes), "id": field.id_for_label}
    return {**widget.attrs, **field.build_widget_attrs({}, widget), **named}


def _select(field: forms.BoundField, choices: Iterable[tuple[Any, Any]]) -> SafeString:
    chosen = str(field.value() if field.value() is not None else "")
    options = "".join(
        f'<option value="{escape(value)}"{" selected" if value == chosen else ""}>{escape(str(label))}</option>'
        for value, label in ((str(value), label) for value, label in choices)
    )
    return format_html("<select{}>{}</select>", flatatt(_attributes(field, "select form-select")), mark_safe(options))


def _errors(field: forms.BoundField) -> SafeString:
    if not field.errors:
        return SafeString("")
    said = mark_safe("".join(format_html("<p><strong>{}</strong></p>", error) for error in field.errors))
    return format_html('<div id="{}_error" class="invalid-feedback">{}</div>', field.id_for_label, said)
