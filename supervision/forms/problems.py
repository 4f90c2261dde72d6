"""The issue ledger: the filter of its list and the forms of whoever follows a problem."""

from typing import Any

from django import forms

from foundation.accounts.models import Organisation
from foundation.accounts.roles import OrganisationKind
from supervision.rules.house import BODIES
from supervision.states.problem import ProblemState

ANY = ("", "全部")
SITUATIONS = (("", "全部"), ("open", "未销号"), ("overdue", "已超期"), ("back", "曾经反弹"))


def units() -> Any:
    """Bodies that may have to mend something, by name."""
    return Organisation.objects.active().of_kind(*BODIES).order_by("pinyin_key", "pk")


def committees() -> Any:
    """Working committees of the standing committee, by name."""
    return Organisation.objects.active().of_kind(OrganisationKind.SC_COMMITTEE).order_by("pinyin_key", "pk")


class PublicFilter(forms.Form):
    q = forms.CharField(label="问题", max_length=40, required=False)
    stands = forms.ChoiceField(label="进展", choices=[ANY, ("open", "正在整改"), ("struck", "已销号")], required=False)
    unit = forms.ModelChoiceField(
        label="责任单位", queryset=Organisation.objects.none(), required=False, empty_label="全部"
    )

    def __init__(self, *args: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self.fields["unit"].queryset = units()


class ProblemFilter(forms.Form):
    q = forms.CharField(label="问题或来源", max_length=40, required=False)
    state = forms.ChoiceField(label="状态", choices=[ANY, *ProblemState.choices], required=False)
    situation = forms.ChoiceField(label="情况", choices=SITUATIONS, required=False)
    unit = forms.ModelChoiceField(
        label="责任单位", queryset=Organisation.objects.none(), required=False, empty_label="全部"
    )

    def __init__(self, *args: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self.fields["unit"].queryset = units()
