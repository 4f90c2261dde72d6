"""The opinion box: the opening, and each slip."""

from typing import Any

from django import forms

from foundation.accounts.models import User
from foundation.files.forms import UploadField
from foundation.web.fields import LongText, MomentField
from liaison_stations.models import Station
from liaison_stations.transitions.box import PICTURES

SCANNED = "扫描或者拍照上传这张意见，看得清全部文字。"


class OpenBoxForm(forms.Form):
    """Two people open the box, count the slips and write it down at once."""

    station = forms.ModelChoiceField(label="联络站", queryset=Station.objects.none(), empty_label="请选择联络站")
    opened_at = MomentField(label="开箱时间")
    opened_with = forms.ModelChoiceField(
        label="同开箱人",
        queryset=User.objects.none(),
        empty_label="请选择同开箱人",
        help_text="本人登录后确认开箱记录，才能录入意见。",
    )
    slips = forms.IntegerField(label="意见张数", min_value=0, max_value=2000)
    note_text = forms.CharField(label="说明", max_length=200, required=False, help_text="如：箱锁完好，另有报刊二份。")

    def __init__(self, *args: Any, stations: Any, people: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self.fields["station"].queryset = stations
        self.fields["opened_with"].queryset = people


class RecountForm(forms.Form):
    slips = forms.IntegerField(label="意见张数", min_value=0, max_value=2000)
    note_text = forms.CharField(label="说明", max_length=200, required=False)


class AsideForm(forms.Form):
    scan = UploadField(label="扫描件", accept=PICTURES, help_text=SCANNED)
    reason = LongText(label="不能办理的原因", rows=2, max_length=200, help_text="如：空白纸、字迹无法辨认。")
