"""Tasks handed down: what the office fills in, and what the house answers."""

from typing import Any

from django import forms
from django.db.models import QuerySet

from foundation.accounts.models import Organisation
from foundation.files.forms import attachments
from foundation.web.fields import Choice, DateField, LongText
from supervision.models import HandedTask
from supervision.states.handed import HandedSource, HandedState


class HousesField(forms.ModelMultipleChoiceField):
    widget = forms.CheckboxSelectMultiple

    def label_from_instance(self, house: Organisation) -> str:
        return house.label


class HandDownForm(forms.Form):
    """One paper, handed to one or more houses."""

    source = Choice(HandedSource.choices, label="由谁交办")
    issued_by = forms.CharField(label="交办机关", max_length=60, help_text="如“市人大常委会代表工作委员会”。")
    number = forms.CharField(label="交办文号", max_length=60)
    title = forms.CharField(label="事项", max_length=120)
    contents = LongText(label="交办内容和要求", rows=5)
    handed_on = DateField(label="交办日期")
    due_on = DateField(label="办结期限")
    answerers = HousesField(
        label="承办单位", queryset=Organisation.objects.none(), error_messages={"required": "请选择承办单位。"}
    )
    parent = forms.ModelChoiceField(
        label="分解自上级交办的事项", queryset=HandedTask.objects.none(), required=False, empty_label="不是分解的事项"
    )
    files = attachments("交办文件")

    def __init__(self, *args: Any, houses: QuerySet, parents: QuerySet, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self.fields["answerers"].queryset = houses
        self.fields["parent"].queryset = parents


class TakeForm(forms.Form):
    responsible = forms.CharField(label="负责人", max_length=40)


class ProgressForm(forms.Form):
    text = LongText(label="进展", rows=4)
    files = attachments("有关材料")


class ReportHandedForm(forms.Form):
    """The report; `late` asks why it comes so late."""

    result = LongText(label="办理结果", rows=6, help_text="写明做了什么、取得什么结果、还有什么问题。")
    late_reason = LongText(label="逾期原因", rows=2, max_length=300, required=False)
    files = attachments("报告和有关材料")

    def __init__(self, *args: Any, late: bool, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        if not late:
            del self.fields["late_reason"]


class AgainForm(forms.Form):
    reason = LongText(label="退回的理由", rows=3, max_length=300)
    due_on = DateField(label="新的期限")


class SendUpForm(forms.Form):
    up_number = forms.CharField(label="报送文号", max_length=60)
    sent_up_on = DateField(label="报送日期")
    files = attachments("报送的报告")


class CloseForm(forms.Form):
    comment = LongText(label="意见", rows=2, max_length=300, required=False)


class CancelForm(forms.Form):
    reason = LongText(label="撤销的理由", rows=3, max_length=300)


class HandedFilter(forms.Form):
    state = forms.ChoiceField(label="状态", choices=[("", "全部"), *HandedState.choices], required=False)
    source = forms.ChoiceField(label="交办", choices=[("", "全部"), *HandedSource.choices], required=False)
