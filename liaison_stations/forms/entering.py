"""A letter on paper, a call, a slip out of the box: entered for a citizen."""

import secrets
from datetime import date
from typing import Any

from django import forms

from deputies.models import Area
from foundation.files.forms import UploadField
from foundation.web.fields import Choice, LongText
from liaison_stations.forms.office_letters import DeputyChoice, serving
from liaison_stations.models import Station
from liaison_stations.states.letter import Channel, LetterKind
from liaison_stations.transitions.box import PICTURES
from liaison_stations.transitions.post_letter import Writer

SCANNED = "扫描或者拍照上传，看得清全部文字。"
WRITER_FIELDS = ("name", "phone", "address")


class WordsForm(forms.Form):
    """What a letter says and who wrote it, as far as it says so. `token` keeps a double click from making two."""

    token = forms.CharField(max_length=64, widget=forms.HiddenInput)
    kind = Choice(LetterKind.choices, label="类别")
    title = forms.CharField(label="标题", max_length=60, help_text="一句话概括，不写姓名。")
    text = LongText(label="内容", rows=6, max_length=3000, help_text="照原文录入。")
    place = forms.CharField(label="地点", max_length=100, required=False)
    name = forms.CharField(label="来信人姓名", max_length=30, required=False, help_text="没有写明的不填。")
    phone = forms.CharField(label="联系电话", max_length=30, required=False)
    address = forms.CharField(label="住址", max_length=100, required=False)
    public_wish = forms.BooleanField(label="来信人写明同意隐去个人信息后公开", required=False)

    def __init__(self, *args: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self.fields["token"].initial = secrets.token_urlsafe(18)

    def clean(self) -> dict[str, Any]:
        found = super().clean() or {}
        found["writer"] = Writer(**{name: found.pop(name, "") for name in WRITER_FIELDS})
        return found


class SlipForm(WordsForm):
    scan = UploadField(label="扫描件", accept=PICTURES, help_text=SCANNED)
    field_order = ["scan"]


class EnterLetterForm(WordsForm):
    """By paper or by telephone: to whom, what, who."""

    channel = forms.ChoiceField(
        label="来信途径", choices=[(c, c.label) for c in (Channel.PAPER, Channel.PHONE)], widget=forms.RadioSelect
    )
    to_deputy = DeputyChoice(label="写给代表", required=False, empty_label="没有指定代表")
    to_station = forms.ModelChoiceField(
        label="写给联络站", queryset=Station.objects.none(), required=False, empty_label="没有指定联络站"
    )
    area = forms.ModelChoiceField(
        label="事情发生在", queryset=Area.objects.none(), required=False, empty_label="请选择乡镇、街道或者村、社区"
    )
    scan = UploadField(label="原信扫描件", accept=PICTURES, required=False, help_text=SCANNED)
    field_order = ["channel", "to_deputy", "to_station", "area"]

    def __init__(self, *args: Any, on: date, stations: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self.fields["to_deputy"].queryset = serving(on)
        self.fields["to_station"].queryset = stations
        self.fields["area"].queryset = Area.objects.order_by("pk")

    def clean(self) -> dict[str, Any]:
        found = super().clean()
        if not any(found.get(name) for name in ("to_deputy", "to_station", "area")):
            self.add_error("area", "请选择写给哪位代表、哪个联络站，或者事情发生在哪里。")
        return found
