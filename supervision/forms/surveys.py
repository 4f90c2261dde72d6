"""Questionnaires online: what is typed by the committee, and the form people fill in."""

from collections.abc import Sequence
from datetime import date
from typing import Any

from django import forms
from django.core.exceptions import ValidationError

from deputies.models import Deputy, Mandate
from foundation.intake.models import ConsentText
from foundation.privacy.masking import CARD, IDENTITY
from foundation.web.fields import Choice, DateField, LongText
from supervision.forms.problem_steps import lines
from supervision.models import SurveyItem
from supervision.states.survey import ItemKind, SurveyCircle
from supervision.transitions.surveys import LONGEST_WORDS

PURPOSE = "survey"


class SurveyForm(forms.Form):
    title = forms.CharField(label="问卷标题", max_length=100)
    audience = forms.CharField(label="调查对象", max_length=100, help_text="例如“公交乘客”。")
    circle = Choice(SurveyCircle.choices, label="填写人", help_text="社会公众凭地址或者二维码填写，不需要账号。")
    intro = LongText(label="说明", rows=3, max_length=500, required=False, help_text="为什么调查、要几分钟。")
    closes_on = DateField(label="截止日期", help_text="当日仍可填写，次日自动停止。")


class ItemForm(forms.Form):
    text = forms.CharField(label="题目", max_length=200)
    kind = Choice(ItemKind.choices, label="题型")
    options = LongText(
        label="选项", rows=5, required=False, help_text="单选、多选题每行一个；打分题固定为1分至5分，文字题不填。"
    )
    is_required = forms.BooleanField(label="必须回答", required=False, initial=True)

    def clean_options(self) -> list[str]:
        return lines(self.cleaned_data["options"])


class DeputiesField(forms.ModelMultipleChoiceField):
    def label_from_instance(self, obj: Any) -> str:
        return str(obj.name)


class OpenForm(forms.Form):
    deputies = DeputiesField(
        label="邀请的代表", queryset=Deputy.objects.none(), widget=forms.CheckboxSelectMultiple, required=False
    )

    def __init__(self, *args: Any, on: date, circle: str, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        if circle != SurveyCircle.INVITED:
            del self.fields["deputies"]
            return
        seats = Mandate.objects.at_home().serving_on(on)
        serving = Deputy.objects.filter(pk__in=seats.order_by().values("deputy"), user__isnull=False)
        self.fields["deputies"].queryset = serving.order_by("pinyin_key", "pk")


class CloseForm(forms.Form):
    reason = LongText(label="提前截止的理由", rows=2, max_length=200, required=False, help_text="到期截止的不必填写。")


class PaperForm(forms.Form):
    """The same questions as they were answered on paper."""

    surveyed_on = DateField(label="调查日期")
    issued = forms.IntegerField(label="发出份数", min_value=1)
    returned = forms.IntegerField(label="收回份数", min_value=0)
    valid = forms.IntegerField(label="有效份数", min_value=0)

    def __init__(self, *args: Any, items: Sequence[SurveyItem], on: date, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self.fields["surveyed_on"].initial = on
        self.items = [item for item in items if item.kind != ItemKind.WORDS]
        for item in self.items:
            for place, option in enumerate(item.choices):
                label = f"{item.text}：{option}"
                self.fields[f"item_{item.pk}_{place}"] = forms.IntegerField(label=label, min_value=0, initial=0)

    @property
    def counts(self) -> dict[int, list[int]]:
        """How often each option was chosen, by question."""
        return {
            item.pk: [self.cleaned_data[f"item_{item.pk}_{place}"] for place in range(len(item.choices))]
            for item in self.items
        }


class SheetForm(forms.Form):
    """What people fill in, made of the questions."""

    consent = forms.BooleanField(error_messages={"required": "请阅读上面的说明，同意后勾选这一项。"})

    def __init__(self, *args: Any, items: Sequence[SurveyItem], on: date, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self.items, self.consent_text = list(items), ConsentText.objects.on(on, PURPOSE).get(PURPOSE)
        for number, item in enumerate(self.items, 1):
            self.fields[f"item_{item.pk}"] = _field(item, number)
        if self.consent_text:
            self.fields["consent"].label = self.consent_text.ask
            # After the questions, where it stands on the page.
            self.fields["consent"] = self.fields.pop("consent")
        else:
            self.fields.pop("consent")

    def questions(self) -> list[forms.BoundField]:
        return [self[f"item_{item.pk}"] for item in self.items]

    def clean(self) -> dict[str, Any]:
        found = super().clean() or {}
        for name, value in list(found.items()):
            if isinstance(value, str) and (IDENTITY.search(value) or CARD.search(value)):
                self.add_error(name, ValidationError("这里好像写了身份证号码或者银行卡号，请删去后再提交。"))
        return found

    @property
    def answers(self) -> dict[int, Any]:
        """Place, places or words by question; what was left out is None or empty."""
        return {item.pk: _answer(item, self.cleaned_data.get(f"item_{item.pk}")) for item in self.items}


def _field(item: SurveyItem, number: int) -> forms.Field:
    label, places = f"{number}. {item.text}", [(str(n), option) for n, option in enumerate(item.choices)]
    facts: dict[str, Any] = {"label": label, "required": item.is_required}
    if item.kind == ItemKind.WORDS:
        return LongText(rows=3, max_length=LONGEST_WORDS, **facts)
    if item.kind == ItemKind.SEVERAL:
        return forms.MultipleChoiceField(choices=places, widget=forms.CheckboxSelectMultiple, **facts)
    return Choice(places, **facts)


def _answer(item: SurveyItem, value: Any) -> Any:
    if item.kind == ItemKind.WORDS:
        return value or ""
    if item.kind == ItemKind.SEVERAL:
        return [int(place) for place in value or ()]
    return int(value) if value else None
