"""The steps of the issue ledger: entering, handing over, mending, confirming, publishing."""

from typing import Any

from django import forms
from django.core.exceptions import ValidationError

from deputies.models import Deputy
from foundation.accounts.models import Organisation
from foundation.files.forms import attachments
from foundation.web.fields import Choice, DateField, LongText
from supervision.forms.problems import committees, units
from supervision.models import ProblemEntry
from supervision.states.problem import VoiceGrade

EVIDENCE = "如整改前后的照片、文件、验收资料。"


def unit_field(**kwargs: Any) -> forms.ModelChoiceField:
    return forms.ModelChoiceField(
        label="责任单位", queryset=Organisation.objects.none(), empty_label="请选择单位", **kwargs
    )


def lines(text: str) -> list[str]:
    """The filled lines of a text."""
    return [line.strip() for line in text.splitlines() if line.strip()]


class FindForm(forms.Form):
    title = forms.CharField(label="问题", max_length=100, help_text="一句话写明一个问题，便于整改和销号。")
    text = LongText(label="具体情况", rows=4, required=False)
    source_words = forms.CharField(
        label="来源", max_length=120, help_text="在哪项监督工作中发现，如“无障碍环境建设法执法检查”。"
    )
    committee = forms.ModelChoiceField(
        label="跟踪的委员会", queryset=Organisation.objects.none(), required=False, empty_label="人大常委会办事机构"
    )
    unit = unit_field(required=False, help_text="现在不能确定的，可以登记后再交办。")
    due_on = DateField(label="整改期限", required=False)
    needs_satisfaction = forms.BooleanField(label="销号前须征求有关代表、群众的意见", required=False)

    def __init__(self, *args: Any, own: set[int] | None, **kwargs: Any) -> None:
        """`own` are the committees of somebody who may choose only those; None where all may be chosen."""
        super().__init__(*args, **kwargs)
        self.fields["unit"].queryset = units()
        field = self.fields["committee"]
        field.queryset = committees() if own is None else committees().filter(pk__in=own)
        if own is not None:
            field.required, field.empty_label = True, None


class HandForm(forms.Form):
    unit = unit_field()
    due_on = DateField(label="整改期限")

    def __init__(self, *args: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self.fields["unit"].queryset = units()


class MoveForm(HandForm):
    reason = LongText(label="改交的理由", rows=3, max_length=300)


class ReasonForm(forms.Form):
    reason = LongText(label="理由", rows=3, max_length=300)


class PlanForm(forms.Form):
    person = forms.CharField(label="责任人", max_length=60, help_text="写明姓名和职务。")
    measure = LongText(label="整改措施", rows=5, help_text="写明做什么、到什么时候、达到什么标准。")


class ProgressForm(forms.Form):
    text = LongText(label="整改进展", rows=4, help_text="写明已经完成的、正在进行的和遇到的困难。")
    files = attachments("证明材料")


class ClaimForm(forms.Form):
    text = LongText(label="整改结果", rows=4, help_text="写明问题怎样解决、现在的状况。")
    files = attachments(f"证明材料（{EVIDENCE}）")


class AskForm(forms.Form):
    """Deputies by their names, so that nobody scrolls through three hundred of them."""

    deputies = LongText(label="代表", rows=3, required=False, help_text="每行一位现任代表的姓名。")
    people = LongText(
        label="群众代表", rows=3, required=False, help_text="每行一位，写称呼即可，如“东街社区居民代表”，不写电话。"
    )

    def __init__(self, *args: Any, serving: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self.serving = serving

    def clean_deputies(self) -> list[Deputy]:
        names = lines(self.cleaned_data["deputies"])
        found: dict[str, list[Deputy]] = {name: [] for name in names}
        for deputy in self.serving.filter(name__in=names):
            found[deputy.name].append(deputy)
        missing = [name for name, rows in found.items() if not rows]
        doubtful = [name for name, rows in found.items() if len(rows) > 1]
        if missing:
            raise ValidationError(f"没有找到现任代表：{'、'.join(missing)}，请核对姓名。")
        if doubtful:
            raise ValidationError(f"有同名代表：{'、'.join(doubtful)}，请改在“群众代表”栏写明单位和姓名。")
        return [rows[0] for rows in found.values()]

    def clean_people(self) -> list[str]:
        return lines(self.cleaned_data["people"])


class VoiceForm(forms.Form):
    grade = Choice(label="评价", choices=VoiceGrade.choices)
    comment = LongText(label="意见", rows=3, max_length=300, required=False, help_text="不满意的，请写明哪里没有解决。")


class StrikeForm(forms.Form):
    outcome = LongText(
        label="核实情况和整改结果", rows=5, help_text="写明怎样核实、问题是否解决。公开时，群众看到的是这一段。"
    )


class BackForm(forms.Form):
    reason = LongText(label="没有解决的问题", rows=4, max_length=500)
    due_on = DateField(label="新的整改期限")


class AccountForm(forms.Form):
    text = LongText(label="追责问责情况", rows=4, help_text="写明对谁、依据什么、作出什么处理；没有追责的，写明原因。")


class EntriesField(forms.ModelMultipleChoiceField):
    widget = forms.CheckboxSelectMultiple

    def label_from_instance(self, entry: ProblemEntry) -> str:
        return f"{entry.at:%Y-%m-%d} {entry.get_kind_display()}：{entry.text[:80]}"


class PublishForm(forms.Form):
    entries = EntriesField(label="公开哪些整改经过", queryset=ProblemEntry.objects.none(), required=False)

    def __init__(self, *args: Any, entries: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self.fields["entries"].queryset = entries


class DelayForm(forms.Form):
    reason = LongText(label="不能按期办结的原因", rows=4)
    until = DateField(label="申请延至")


class GrantForm(forms.Form):
    words = LongText(label="意见", rows=3, max_length=300, required=False)


class RefuseForm(forms.Form):
    words = LongText(label="不同意的理由", rows=3, max_length=300)
