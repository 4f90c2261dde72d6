"""What a reader narrows the lists of stations by."""

from typing import Any

from django import forms

from deputies.models import Area, AreaKind
from liaison_stations.models import StationKind
from liaison_stations.states import Standard, StationTier


class PublicFilter(forms.Form):
    """Name or address, township or street, tier, kind. Empty fields narrow nothing."""

    q = forms.CharField(label="名称或地址", required=False, max_length=40)
    area = forms.ModelChoiceField(label="乡镇街道", queryset=Area.objects.none(), required=False, empty_label="全部")
    tier = forms.ChoiceField(label="类型", choices=[("", "全部"), *StationTier.choices], required=False)
    kind = forms.ModelChoiceField(label="类别", queryset=StationKind.objects.none(), required=False, empty_label="全部")

    def __init__(self, *args: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self.fields["area"].queryset = Area.objects.filter(kind__in=[AreaKind.TOWNSHIP, AreaKind.STREET])
        self.fields["kind"].queryset = StationKind.objects.all()
        self.fields["q"].widget.attrs["placeholder"] = "如：石桥镇、人民路"


class StationFilter(PublicFilter):
    """For the register: also the state of standardisation and whether it is open."""

    standard = forms.ChoiceField(label="规范化建设", choices=[("", "全部"), *Standard.choices], required=False)
    state = forms.ChoiceField(
        label="状态",
        choices=[("", "全部"), ("open", "开放"), ("planned", "未启用"), ("closed", "已撤销")],
        required=False,
    )
