"""The yearly evaluation: marks, objection, answer, publication."""

from decimal import Decimal
from typing import Any

from django import forms
from django.db.models import QuerySet

from deputies.models import EvaluationScheme
from foundation.web.fields import Choice, DateField, LongText


class OpenForm(forms.Form):
    """Which year, by which scheme."""

    year = forms.IntegerField(label="年度", min_value=2000, max_value=2100)
    scheme = forms.ModelChoiceField(
        label="考核办法", queryset=EvaluationScheme.objects.none(), empty_label="请选择考核办法"
    )
    self_due_on = DateField(label="自评截止日期")

    def __init__(self, *args: Any, schemes: QuerySet, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self.fields["scheme"].queryset = schemes


def plain(points: Decimal | None) -> Decimal | None:
    """As it may be typed: 38 or 36.5, without the noughts the database keeps."""
    return None if points is None else Decimal(f"{points.normalize():f}")


class MarksForm(forms.Form):
    """One field for each item of the scheme, from 0 to its full marks; then the words."""

    words_label, words_required = "说明", False
    words_name = "words"

    def __init__(self, *args: Any, items: list[Any], before: dict[int, Decimal] | None = None, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        for item in items:
            self.fields[f"item_{item.pk}"] = forms.DecimalField(
                label=item.name,
                min_value=0,
                max_value=item.full,
                max_digits=5,
                decimal_places=1,
                initial=plain((before or {}).get(item.pk)),
                help_text=f"满分{item.full}分，可以保留一位小数。",
                error_messages={
                    "min_value": "得分不能是负数。",
                    "max_value": f"满分{item.full}分，不能超过。",
                    "max_decimal_places": "最多保留一位小数。",
                },
                widget=forms.TextInput(attrs={"inputmode": "decimal"}),
            )
        self.fields[self.words_name] = LongText(label=self.words_label, rows=4, required=self.words_required)

    def arguments(self) -> dict[str, Any]:
        """Marks by item, and the words."""
        marks = {
            int(name.removeprefix("item_")): value
            for name, value in self.cleaned_data.items()
            if name.startswith("item_")
        }
        return {"marks": marks, self.words_name: self.cleaned_data[self.words_name]}


class SelfForm(MarksForm):
    words_label = "自评说明"


class GroupForm(MarksForm):
    words_label = "小组意见"


class OfficeForm(MarksForm):
    words_label = "审核意见"


class AnswerForm(MarksForm):
    """The office looks at its marks again."""

    words_label, words_required, words_name = "答复", True, "answer"


class ObjectForm(forms.Form):
    objection = LongText(label="异议和理由", rows=6, help_text="写明对哪一项有异议，可以说明佐证材料。")


class ShowForm(forms.Form):
    """Whether the public reads the grades."""

    is_public = forms.BooleanField(
        label="等次在代表风采公开",
        required=False,
        help_text="勾选后，社会公众可以在各位代表的公开页面看到等次；未勾选的，只有本级代表和人大机关可以看到。",
    )


class PublishForm(ShowForm):
    adopted_by = forms.CharField(label="通过的会议", max_length=120, help_text="如“区五届人大常委会第三十次主任会议”。")
    field_order = ("adopted_by", "is_public")


class SettleForm(forms.Form):
    done = Choice([("yes", "已办理"), ("no", "不办理")], label="办理情况")
    remarks = forms.CharField(label="说明", max_length=300, help_text="办理的写明时间和方式，不办理的写明理由。")

    def clean_done(self) -> bool:
        return self.cleaned_data["done"] == "yes"
