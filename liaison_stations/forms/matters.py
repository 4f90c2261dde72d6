"""What the overview of matters is narrowed by."""

from typing import Any

from django import forms

from deputies.models import Area, AreaKind

DEFAULT_DAYS = 90
SPANS = [(30, "近30天"), (90, "近90天"), (180, "近180天")]


class MatterFilter(forms.Form):
    """Time and place; what makes no sense is taken for the default."""

    span = forms.TypedChoiceField(label="时间", choices=SPANS, coerce=int, empty_value=DEFAULT_DAYS, required=False)
    where = forms.ModelChoiceField(label="乡镇、街道", queryset=Area.objects.none(), required=False, empty_label="全部")

    def __init__(self, *args: Any, user: Any, **kwargs: Any) -> None:
        super().__init__(*args, initial={"span": DEFAULT_DAYS}, **kwargs)
        self.fields["where"].queryset = Area.objects.filter(kind__in=(AreaKind.TOWNSHIP, AreaKind.STREET))

    @property
    def days(self) -> int:
        """How many days are looked at."""
        return self._cleaned("span") or DEFAULT_DAYS

    @property
    def area(self) -> Any:
        """The township or street, or None."""
        return self._cleaned("where")

    def _cleaned(self, name: str) -> Any:
        return self.cleaned_data.get(name) if self.is_bound and self.is_valid() else None
