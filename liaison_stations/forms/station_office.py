"""What the office, the township and a keeper enter about a station."""

from datetime import date
from decimal import Decimal
from typing import Any

from django import forms
from django.db.models import Prefetch, Q, QuerySet

from deputies.models import Area, AreaKind, Deputy, Mandate
from foundation.accounts.models import User
from foundation.accounts.people import people_with
from foundation.accounts.roles import Role
from foundation.files.forms import UploadField
from foundation.web.fields import Choice, DateField, LongText
from liaison_stations.models import Station
from liaison_stations.states import FundWay, Standard, WallPart

KEEPERS = (
    "address", "longitude", "latitude", "phone", "hours", "reception_note", "head_name", "officer_name",
    "floor_space", "facilities", "is_accessible", "intro",
)  # fmt: skip
OFFICE = ("name", "tier", "kind", "area", "covers", *KEEPERS, "opened_on", "head", "officer")


class StationForm(forms.ModelForm):
    """Everything about a station, for the office."""

    class Meta:
        model = Station
        fields = OFFICE
        field_classes = {"opened_on": DateField}
        widgets = {"intro": forms.Textarea(attrs={"rows": 4}), "covers": forms.SelectMultiple(attrs={"size": 8})}
        help_texts = {
            "covers": "按住Ctrl可以选择多个；没有列出的村、社区请先在管理后台登记。",
            "longitude": "度数，如116.123456；可以在地图软件中查得。",
            "head": "有登录账号的，选择后接收本站提醒。",
        }

    def __init__(self, *args: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        for name in ("head", "officer"):
            if name in self.fields:
                self.fields[name].queryset = User.objects.active().order_by("pinyin_key", "pk")
                self.fields[name].label_from_instance = lambda user: user.name
        if "area" in self.fields:
            self.fields["area"].queryset = Area.objects.exclude(kind=AreaKind.DISTRICT)
            villages = Area.objects.filter(kind__in=[AreaKind.VILLAGE, AreaKind.COMMUNITY])
            self.fields["covers"].queryset = villages.select_related("parent").order_by("parent", "pk")

    def _post_clean(self) -> None:
        """The transition checks the row under its lock; here the fields alone are read."""


class KeeperForm(StationForm):
    """What a keeper changes by himself."""

    class Meta(StationForm.Meta):
        fields = KEEPERS
        widgets = {"intro": forms.Textarea(attrs={"rows": 4})}


class CloseForm(forms.Form):
    closed_on = DateField(label="撤销日期", help_text="自这一天起不再开放。")
    reason = forms.CharField(label="撤销理由", max_length=200)


class StandardForm(forms.Form):
    standard = Choice(Standard.choices, label="建设状态")
    since = DateField(label="起始日期")
    note = forms.CharField(label="说明", max_length=200, required=False, help_text="如：验收文件名称、计划完成时间。")


class PostForm(forms.Form):
    """Serving deputies who are not posted here yet, those of the place first."""

    from_date = DateField(label="进站日期")
    deputies = forms.ModelMultipleChoiceField(
        label="进站代表",
        queryset=Deputy.objects.none(),
        widget=forms.CheckboxSelectMultiple,
        help_text="本乡镇、街道代表团的代表列在前面。",
        error_messages={"required": "请至少选择一名代表。"},
    )

    def __init__(self, *args: Any, station: Station, on: date, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        seats = Mandate.objects.at_home().serving_on(on)
        posted = station.places.active_on(on).values("deputy")
        here = Q(delegation__area__in=[station.area_id, station.area.parent_id])
        order = [seat.deputy_id for part in (here, ~here) for seat in _sorted(seats.filter(part))]
        rows = Deputy.objects.filter(pk__in=seats.order_by().values("deputy")).exclude(pk__in=posted)
        field = self.fields["deputies"]
        field.queryset = rows.prefetch_related(Prefetch("mandates", queryset=seats.select_related("delegation")))
        known = {deputy.pk: deputy for deputy in field.queryset}
        field.choices = [(pk, _named(known[pk])) for pk in dict.fromkeys(order) if pk in known]


def _sorted(seats: QuerySet[Mandate]) -> QuerySet[Mandate]:
    return seats.order_by("delegation__order", "delegation", "deputy__pinyin_key", "pk")


def _named(deputy: Deputy) -> str:
    seat = next(iter(deputy.mandates.all()), None)
    return f"{deputy.name}（{seat.delegation}）" if seat and seat.delegation else deputy.name


class UntilForm(forms.Form):
    until = DateField(label="最后一天")


class KeeperAppointForm(forms.Form):
    user = forms.ModelChoiceField(
        label="管理员账号",
        queryset=User.objects.none(),
        empty_label="请选择",
        help_text="只列出有“联络站管理员”角色的账号；没有的，请安全管理员先开通。",
    )
    from_date = DateField(label="起始日期")

    def __init__(self, *args: Any, on: date, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self.fields["user"].queryset = people_with(Role.STATION_KEEPER, on=on).order_by("pinyin_key", "pk")
        self.fields["user"].label_from_instance = lambda user: user.name


class WallForm(forms.Form):
    """One field a part, a line an item."""

    def __init__(self, *args: Any, station: Station, district: dict[str, list[str]], **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        for part in WallPart:
            own = [item.text for item in station.wall.all() if item.part == part]
            self.fields[part.value] = LongText(
                label=part.label,
                rows=max(len(district.get(part, [])), len(own)) + 1,
                required=False,
                placeholder="\n".join(district.get(part, [])),
                initial="\n".join(own),
                help_text=f"一行一条。留空则显示全区统一的{len(district.get(part, []))}条。",
            )

    @property
    def lists(self) -> dict[str, list[str]]:
        """Part → lines, blank ones left out."""
        words = self.cleaned_data
        return {part: [line.strip() for line in words[part].splitlines() if line.strip()] for part in WallPart.values}


class PhotosForm(forms.Form):
    photos = UploadField(
        label="照片", multiple=True, accept=("jpg", "jpeg", "png", "webp"), help_text="照片中的位置等信息会自动去除。"
    )


class FundForm(forms.Form):
    way = Choice(FundWay.choices, label="收支")
    amount = forms.DecimalField(
        label="金额（元）", max_digits=12, decimal_places=2, min_value=Decimal("0.01"),
        error_messages={"min_value": "金额应当大于零。", "max_decimal_places": "金额最多两位小数。"},
    )  # fmt: skip
    on = DateField(label="日期")
    words = forms.CharField(label="来源或者用途", max_length=200)
    voucher = forms.CharField(label="凭证号", max_length=60, required=False, help_text="支出必填。")


class ReasonForm(forms.Form):
    reason = forms.CharField(label="冲销理由", max_length=190)
