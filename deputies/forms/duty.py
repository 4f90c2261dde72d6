"""What deputies and the office fill in about duties."""

from decimal import Decimal
from typing import Any

from django import forms

from deputies.models import DutyEntry, DutyKind
from deputies.states import DutyBlock, DutyState, Level
from foundation.files.forms import attachments
from foundation.web.fields import Choice, DateField, LongText


class KindField(forms.ModelChoiceField):
    """A kind of duty with what it is counted in, and whether evidence is asked for."""

    def __init__(self, **kwargs: Any) -> None:
        super().__init__(queryset=DutyKind.objects.none(), empty_label="请选择", **kwargs)

    def label_from_instance(self, obj: DutyKind) -> str:
        evidence = "，须附证明材料" if obj.needs_evidence else ""
        return f"{obj.name}（按{obj.get_unit_display()}计{evidence}）"


class FactsForm(forms.Form):
    """What was done, when and how much."""

    kind = KindField(label="履职事项")
    title = forms.CharField(label="内容", max_length=200, help_text="一句话写明做了什么，如：走访青石村3户选民。")
    on = DateField(label="日期")
    until = DateField(label="结束日期", required=False, help_text="持续一天以上的填写。")
    quantity = forms.DecimalField(
        label="数量", max_digits=6, decimal_places=1, initial=Decimal(1), help_text="按所选事项的计量单位填写。"
    )

    def __init__(self, *args: Any, kinds: Any = None, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        if kinds is not None:
            self.fields["kind"].queryset = kinds


class ReportForm(FactsForm):
    """A duty with the words and the evidence that go with it."""

    words = LongText(label="情况说明", required=False, rows=3)
    level = forms.ChoiceField(label="以哪一级代表身份", choices=())
    files = attachments("证明材料")

    def __init__(self, *args: Any, levels: tuple[str, ...] = (Level.DISTRICT,), **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self.fields["level"].choices = [(level, Level(level).label) for level in levels]
        if len(levels) == 1:
            self.fields["level"].widget = forms.HiddenInput()
            self.fields["level"].initial = levels[0]


class CorrectForm(FactsForm):
    """The line as it should be, and why."""

    reason = LongText(label="更正理由", rows=2, max_length=300, help_text="代表会看到。")


class ReasonForm(forms.Form):
    """Why something does not count."""

    reason = LongText(label="理由", rows=3, max_length=300, help_text="代表会看到。")


class ObjectForm(forms.Form):
    text = LongText(label="异议和理由", rows=4, placeholder="写明哪里不对、应当怎样记。")


class AnswerForm(forms.Form):
    accepted = Choice((("yes", "异议成立，将予更正"), ("no", "异议不成立")), label="答复")
    answer = LongText(label="说明", rows=3, help_text="代表会看到。")

    def clean_accepted(self) -> bool:
        return self.cleaned_data["accepted"] == "yes"


class DutyFilter(forms.Form):
    """Narrows the ledger."""

    q = forms.CharField(label="代表姓名或内容", required=False, max_length=60)
    block = forms.ChoiceField(label="栏目", required=False, choices=[("", "全部"), *DutyBlock.choices[1:]])
    state = forms.ChoiceField(label="状态", required=False, choices=[("", "全部"), *DutyState.choices])
    first = DateField(label="从", required=False)
    last = DateField(label="到", required=False)


def facts_of(entry: DutyEntry) -> dict[str, Any]:
    """The line as a form begins with it."""
    return {name: getattr(entry, name) for name in ("kind", "title", "on", "until", "quantity")}
