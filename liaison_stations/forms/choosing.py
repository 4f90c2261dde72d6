"""A choice of one row out of many, in groups, as old telephones show it best: a plain list."""

from collections.abc import Callable, Iterable
from typing import Any

from django import forms
from django.core.exceptions import ValidationError


class GroupedRow(forms.Field):
    """One of the rows given with `offer`; the cleaned value is the row itself, or None."""

    widget = forms.Select

    def offer(
        self, rows: Iterable[Any], *, group: Callable[[Any], str], label: Callable[[Any], str], empty: str
    ) -> None:
        """Puts the rows, in their order, under the headings `group` gives them."""
        self.rows = {str(row.pk): row for row in rows}
        headings: dict[str, list[tuple[str, str]]] = {}
        for key, row in self.rows.items():
            headings.setdefault(group(row), []).append((key, label(row)))
        self.widget.choices = [("", empty), *headings.items()]

    def to_python(self, value: Any) -> Any:
        if value in self.empty_values:
            return None
        if str(value) not in self.rows:
            raise ValidationError("所选内容不在可选范围内，请重新选择。")
        return self.rows[str(value)]
