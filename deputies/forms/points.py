"""Which scheme, which period, whose ranking."""

from datetime import date
from typing import Any

from django import forms

from deputies.models import Delegation, DeputyGroup, PointScheme
from deputies.states import PeriodKind
from foundation.web.fields import LongText

YEARS = 5


def spans(on: date) -> list[tuple[str, str]]:
    """ "2026:half:1" and its name, for each period of the last years that has begun, the latest first."""
    found = []
    for year in range(on.year, on.year - YEARS, -1):
        found.append((f"{year}:year:1", f"{year}年"))
        for number in (2, 1):
            word = "上" if number == 1 else "下"
            found.append((f"{year}:half:{number}", f"{year}年{word}半年"))
        found += [(f"{year}:quarter:{number}", f"{year}年第{number}季度") for number in (4, 3, 2, 1)]
    return found


class SpanField(forms.ChoiceField):
    """A period; cleaned to (year, kind, number)."""

    def __init__(self, **kwargs: Any) -> None:
        super().__init__(choices=(), **kwargs)

    def clean(self, value: Any) -> Any:
        found = super().clean(value)
        if not found:
            return None
        year, kind, number = found.split(":")
        return int(year), PeriodKind(kind), int(number)


class PointsFilter(forms.Form):
    """Narrows the ranking. Unfilled it answers for the first scheme and the present year."""

    scheme = forms.ModelChoiceField(label="积分办法", queryset=PointScheme.objects.none(), required=False)
    span = SpanField(label="期间", required=False)
    delegation = forms.ModelChoiceField(label="代表团", queryset=Delegation.objects.none(), required=False)
    group = forms.ModelChoiceField(label="代表小组", queryset=DeputyGroup.objects.none(), required=False)

    def __init__(self, *args: Any, on: date, term: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self.fields["scheme"].queryset = PointScheme.objects.order_by("level", "valid_from", "pk")
        self.fields["scheme"].empty_label = "现行办法"
        self.fields["span"].choices = [("", f"{on.year}年至今"), *spans(on)]
        self.fields["delegation"].queryset = Delegation.objects.filter(term=term)
        self.fields["group"].queryset = DeputyGroup.objects.filter(term=term)
        for name in ("delegation", "group"):
            self.fields[name].empty_label = "全部"


class AskForm(forms.Form):
    """Which scheme and period to fix."""

    scheme = forms.ModelChoiceField(label="积分办法", queryset=PointScheme.objects.none(), empty_label="请选择")
    span = SpanField(label="期间", help_text="期间结束以后才能固定。")

    def __init__(self, *args: Any, on: date, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self.fields["scheme"].queryset = PointScheme.objects.order_by("level", "valid_from", "pk")
        self.fields["span"].choices = [("", "请选择"), *spans(on)]


class CorrectSnapshotForm(forms.Form):
    reason = LongText(label="更正理由", rows=2, max_length=300, help_text="代表会看到。")
