"""The place a citizen asks about."""

from collections import defaultdict
from typing import Any

from django import forms

from deputies.models import Area, AreaKind

TOWNS = (AreaKind.TOWNSHIP, AreaKind.STREET)


def places() -> list[tuple[str, list[tuple[int, str]]]]:
    """Townships and streets, each with itself and its villages and communities, for a list with groups."""
    below: dict[int | None, list[Area]] = defaultdict(list)
    towns: list[Area] = []
    for area in Area.objects.exclude(kind=AreaKind.DISTRICT).order_by("pk"):
        (towns.append if area.kind in TOWNS else below[area.parent_id].append)(area)
    return [
        (town.name, [(town.pk, f"{town.name}（全部）"), *((area.pk, area.name) for area in below[town.pk])])
        for town in towns
    ]


class PlaceForm(forms.Form):
    area = forms.ModelChoiceField(
        label="您住在哪个村、社区",
        queryset=Area.objects.exclude(kind=AreaKind.DISTRICT).select_related("parent"),
        error_messages={
            "required": "请选择您所在的村、社区；没有列出的，请选择乡镇或街道。",
            "invalid_choice": "没有这个地方，请从列表中选择。",
        },
        help_text="没有列出您的村、社区的，请选择所在乡镇或街道的“全部”。",
    )

    def __init__(self, *args: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self.fields["area"].choices = [("", "请选择"), *places()]
