"""Of whom and of which day the structure is counted."""

from typing import Any

from django import forms

from deputies.models import Delegation, Term
from foundation.web.fields import DateField


class StructureFilter(forms.Form):
    """Empty fields: the whole congress, today."""

    on = DateField(label="统计日期", required=False)
    delegation = forms.ModelChoiceField(label="代表团", queryset=Delegation.objects.none(), required=False)

    def __init__(self, *args: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self.fields["delegation"].queryset = Delegation.objects.filter(term=Term.objects.current())
        self.fields["delegation"].empty_label = "全部代表团"
