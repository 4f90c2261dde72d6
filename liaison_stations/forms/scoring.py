"""Scorings: opening one, marks with their remarks, publication."""

from decimal import Decimal
from typing import Any

from django import forms
from django.db.models import QuerySet

from foundation.accounts.models import User
from foundation.accounts.people import people_with
from foundation.accounts.roles import Role
from foundation.files.forms import UploadField
from foundation.web.fields import DateField, LongText
from liaison_stations.models import ScoreTable
from liaison_stations.states import StationTier
from liaison_stations.states.scoring import ScoreState
from liaison_stations.transitions.scoring import Given

# Who may be put on the list of scorers.
SCORERS = (Role.SC_MEMBER, Role.CHAIR, Role.VICE_CHAIR, Role.COMMITTEE, Role.DEPUTY, Role.CLERK)


class OpenForm(forms.Form):
    """Which year, by which table, who scores."""

    table = forms.ModelChoiceField(label="评分表", queryset=ScoreTable.objects.none(), empty_label="请选择评分表")
    year = forms.IntegerField(label="年度", min_value=2000, max_value=2100)
    self_due_on = DateField(label="自评截止日期")
    tiers = forms.MultipleChoiceField(
        label="参加评分的联络站",
        choices=StationTier.choices,
        required=False,
        widget=forms.CheckboxSelectMultiple,
        help_text="不选的，所有已启用的联络站都参加。乡镇、街道人大考评不用选。",
    )
    scorers = forms.ModelMultipleChoiceField(
        label="评分人",
        queryset=User.objects.none(),
        widget=forms.CheckboxSelectMultiple,
        error_messages={"required": "请选择评分人。"},
        help_text="常委会组成人员、工作委员会人员、代表和联络工作人员都可以评分。",
    )

    def __init__(self, *args: Any, tables: QuerySet, on: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self.fields["table"].queryset = tables
        self.fields["scorers"].queryset = people_with(SCORERS, on=on).order_by("pinyin_key", "pk")


class MarksForm(forms.Form):
    """Points and a remark for each item of the table; then the words and photographs."""

    words = LongText(label="说明", rows=4, required=False)
    files = UploadField(label="照片、材料", multiple=True, required=False)

    def __init__(self, *args: Any, items: list[Any], before: dict[int, Given] | None = None, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        own = {}
        for item in items:
            known = (before or {}).get(item.pk)
            own[f"item_{item.pk}"] = _points(item, known)
            own[f"remark_{item.pk}"] = forms.CharField(
                label=f"{item.name}：扣分原因",
                max_length=200,
                required=False,
                initial=known.remark if known else "",
            )
        self.fields = {**own, **self.fields}

    def arguments(self) -> dict[str, Any]:
        """Marks by item, the words and whatever else the form asks for."""
        cleaned = dict(self.cleaned_data)
        keys = [int(name.removeprefix("item_")) for name in self.fields if name.startswith("item_")]
        marks = {key: Given(cleaned.pop(f"item_{key}"), cleaned.pop(f"remark_{key}")) for key in keys}
        cleaned.pop("files")
        return {"marks": marks, **cleaned}


class SelfForm(MarksForm):
    """What the station says of itself."""


class OnSiteForm(MarksForm):
    """What a scorer found there."""

    visited_on = DateField(label="到场日期")


class PassForm(forms.Form):
    reason = forms.CharField(
        label="没有自评的原因", max_length=200, error_messages={"required": "请写明没有自评的原因。"}
    )


class PublishForm(forms.Form):
    adopted_by = forms.CharField(
        label="通过的会议",
        max_length=120,
        help_text="如“区五届人大常委会第三十次主任会议”。",
        error_messages={"required": "请写明通过结果的会议。"},
    )


class ScoreFilter(forms.Form):
    q = forms.CharField(label="名称或区域", max_length=40, required=False)
    state = forms.ChoiceField(label="状态", choices=[("", "全部"), *ScoreState.choices], required=False)


def _points(item: Any, known: Given | None) -> forms.DecimalField:
    seen = f"{item.standard}" if item.standard else ""
    return forms.DecimalField(
        label=f"{item.name}（满分{item.full}分）",
        min_value=Decimal(0),
        max_value=item.full,
        max_digits=6,
        decimal_places=1,
        initial=known.points if known else None,
        help_text=seen,
        error_messages={
            "required": f"请为“{item.name}”打分。",
            "invalid": "请填写数字。",
            "min_value": "得分不能是负数。",
            "max_value": f"满分{item.full}分，不能超过。",
            "max_decimal_places": "最多保留一位小数。",
        },
        widget=forms.TextInput(attrs={"inputmode": "decimal"}),
    )
