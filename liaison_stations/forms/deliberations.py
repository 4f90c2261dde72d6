"""Topical deliberations: calling, writing down, settling."""

from typing import Any

from django import forms
from django.db.models import QuerySet

from deputies.models import Deputy
from foundation.accounts.models import Organisation
from foundation.files.forms import attachments
from foundation.web.fields import LongText, MomentField
from liaison_stations.models import DeliberationSeat, Station
from liaison_stations.states.deliberation import DeliberationState
from liaison_stations.transitions.council_opinions import BODIES


class StationField(forms.ModelChoiceField):
    """Two stations may bear one name: the place tells them apart."""

    def label_from_instance(self, station: Station) -> str:
        return f"{station.name}（{station.area}）"


class PlanForm(forms.Form):
    """One topic, one table."""

    station = StationField(label="联络站", queryset=Station.objects.none(), empty_label="请选择联络站")
    topic = forms.CharField(label="议题", max_length=100, help_text="一次议一个题，如“老旧小区停车难怎么解决”。")
    background = LongText(label="背景", rows=4, help_text="为什么议、群众反映了什么。")
    agenda = LongText(label="议程", rows=4, required=False, help_text="每行一项。")
    starts_at = MomentField(label="时间")
    place = forms.CharField(label="地点", max_length=120)
    deputies = forms.ModelMultipleChoiceField(
        label="参加的代表",
        queryset=Deputy.objects.none(),
        widget=forms.CheckboxSelectMultiple,
        error_messages={"required": "专题议事由代表参加，请至少选择一位代表。"},
    )
    bodies = forms.ModelMultipleChoiceField(
        label="参加的单位",
        queryset=Organisation.objects.none(),
        required=False,
        widget=forms.CheckboxSelectMultiple,
    )
    guests = LongText(
        label="其他参加人员", rows=3, required=False, help_text="每行一人，写称呼即可，如“东街社区居民代表李某”。"
    )

    def __init__(self, *args: Any, stations: QuerySet, deputies: QuerySet, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self.fields["station"].queryset = stations
        self.fields["deputies"].queryset = deputies
        self.fields["bodies"].queryset = Organisation.objects.active().of_kind(*BODIES).order_by("pinyin_key", "pk")

    def clean_guests(self) -> list[str]:
        return [line.strip() for line in self.cleaned_data["guests"].splitlines() if line.strip()]


class SeatsField(forms.ModelMultipleChoiceField):
    widget = forms.CheckboxSelectMultiple

    def label_from_instance(self, seat: DeliberationSeat) -> str:
        return seat.deputy.name if seat.deputy else str(seat)


class SeatField(forms.ModelChoiceField):
    def label_from_instance(self, seat: DeliberationSeat) -> str:
        return seat.deputy.name if seat.deputy else str(seat)


class HoldForm(forms.Form):
    present = SeatsField(
        label="到场人员",
        queryset=DeliberationSeat.objects.none(),
        error_messages={"required": "请勾选到场人员。"},
    )
    minutes = LongText(label="议事情况", rows=8, help_text="各方说了什么、有哪些不同意见。")
    conclusion = LongText(label="形成的意见", rows=4)

    def __init__(self, *args: Any, seats: QuerySet, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self.fields["present"].queryset = seats


class RaiseForm(forms.Form):
    seat = SeatField(label="提出人", queryset=DeliberationSeat.objects.none(), empty_label="请选择提出人")
    title = forms.CharField(label="标题", max_length=100)
    text = LongText(label="意见和建议", rows=6)
    files = attachments("照片、材料")

    def __init__(self, *args: Any, seats: QuerySet, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self.fields["seat"].queryset = seats


class ResultForm(forms.Form):
    result = LongText(label="办理结果", rows=5, help_text="参加的代表和单位会收到。")


class DeliberationFilter(forms.Form):
    q = forms.CharField(label="议题或联络站", max_length=40, required=False)
    state = forms.ChoiceField(label="状态", choices=[("", "全部"), *DeliberationState.choices], required=False)
