"""The desk of a reception, made for a tablet; telling the visitor; narrowing the list."""

from datetime import date
from typing import Any

from django import forms
from django.db.models import QuerySet
from django.utils import timezone

from deputies.models import Deputy
from foundation.files.forms import UploadField
from foundation.intake.chosen import HeldFiles
from foundation.web.fields import Choice, DateField, LongText, MomentField
from liaison_stations.forms.rota import DeputiesField
from liaison_stations.models import Station
from liaison_stations.states.letter import LetterKind
from liaison_stations.states.reception import ReceptionPath, RecordState, TellingWay

SHEETS = ("jpg", "jpeg", "png", "webp", "pdf")
SCORES = [(5, "很满意"), (4, "满意"), (3, "一般"), (2, "不满意"), (1, "很不满意")]


class DeskForm(HeldFiles):
    """One visit. What most visits do not need comes last."""

    drop_words = "不登记"

    token = forms.CharField(widget=forms.HiddenInput, max_length=80)
    deputies = DeputiesField(label="接待代表", error_messages={"required": "请选择接待的代表。"})
    kind = Choice(LetterKind.choices, label="类别", initial=LetterKind.OPINION)
    title = forms.CharField(label="事由", max_length=60, help_text="一句话，如：桥头村口路灯不亮。")
    text = LongText(label="反映的情况", rows=4, required=False, help_text="当场答复的可以不填。不要写身份证号码。")
    path = Choice(ReceptionPath.choices, label="怎样办理")
    answer = LongText(label="当场怎样答复的", rows=3, required=False)
    satisfaction = Choice(SCORES, label="来访人是否满意", required=False)
    proposal = LongText(label="拟办意见", rows=2, required=False, help_text="如：建议请交通局现场查看。")
    name = forms.CharField(label="姓名", max_length=40, required=False)
    phone = forms.CharField(label="电话", max_length=30, required=False, widget=forms.TextInput({"type": "tel"}))
    address = forms.CharField(label="住址", max_length=100, required=False)
    agreed = forms.BooleanField(label="已征得来访人同意，登记姓名和联系方式用于告知结果", required=False)
    sheet = UploadField(label="纸质记录或者现场照片", required=False, accept=SHEETS)
    received_at = MomentField(label="接待时间", required=False, help_text="不填的为现在；补录的，填写当时的时间。")
    is_paper = forms.BooleanField(label="这是补录的纸质记录", required=False)
    is_offline = forms.BooleanField(required=False, widget=forms.HiddenInput)

    def __init__(self, *args: Any, deputies: QuerySet[Deputy], **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self.fields["deputies"].queryset = deputies
        self.fields["drop"].label = "已保留的照片或者记录"
        self.fields["drop"].help_text = "已经保留，不用重新选择；重新选择的，以新选的为准。不要的，请勾选。"

    def clean_satisfaction(self) -> int | None:
        given = self.cleaned_data["satisfaction"]
        return int(given) if given else None

    def clean_received_at(self) -> Any:
        return self.cleaned_data["received_at"] or timezone.now()


class TellForm(forms.Form):
    """How the visitor heard of the result."""

    on = DateField(label="告知日期")
    how = Choice(TellingWay.choices, label="告知方式")
    note = forms.CharField(label="群众意见", max_length=200, required=False, help_text="不要写姓名、电话。")


class StationField(forms.ModelChoiceField):
    def label_from_instance(self, obj: Station) -> str:
        return obj.name


class RecordFilter(forms.Form):
    """Station, path, state, days."""

    station = StationField(label="联络站", queryset=Station.objects.none(), required=False, empty_label="全部联络站")
    path = forms.ChoiceField(label="办理途径", choices=[("", "全部途径"), *ReceptionPath.choices], required=False)
    state = forms.ChoiceField(label="状态", choices=[("", "全部状态"), *RecordState.choices], required=False)
    since = DateField(label="接待日期从", required=False)
    until = DateField(label="到", required=False)

    def __init__(self, *args: Any, stations: QuerySet[Station], **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self.fields["station"].queryset = stations

    def clean(self) -> dict[str, Any]:
        data = super().clean() or self.cleaned_data
        since, until = data.get("since"), data.get("until")
        if isinstance(since, date) and isinstance(until, date) and until < since:
            self.add_error("until", "结束日期不能早于开始日期。")
        return data
