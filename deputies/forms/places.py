"""Where a telephone is: filled in by static/js/here.js after the question is asked in plain words, never by hand."""

from typing import Any

from django import forms

from deputies.rules.nearby import Position


def _degrees(most: int, **more: Any) -> forms.DecimalField:
    # Telephones tell more digits than a place has.
    return forms.DecimalField(min_value=-most, max_value=most, widget=forms.HiddenInput, **more)


class PlaceForm(forms.Form):
    """Of whoever checks in: may stay empty, the transition says what then."""

    latitude = _degrees(90, required=False)
    longitude = _degrees(180, required=False)
    accuracy = forms.FloatField(min_value=0, widget=forms.HiddenInput, required=False)


class SpotForm(forms.Form):
    """Of the hall: six digits of a degree are a hand's breadth."""

    latitude = _degrees(90, error_messages={"required": "请先按“用这台手机标注”，并允许定位。"})
    longitude = _degrees(180, error_messages={"required": ""})

    def clean(self) -> dict[str, Any]:
        data = super().clean() or {}
        return {name: round(value, 6) for name, value in data.items() if value is not None}


def position_in(data: dict[str, Any]) -> Position | None:
    """Takes the three fields out of the cleaned data."""
    latitude, longitude, accuracy = (data.pop(name, None) for name in ("latitude", "longitude", "accuracy"))
    if latitude is None or longitude is None:
        return None
    return Position(float(latitude), float(longitude), float(accuracy or 0))
