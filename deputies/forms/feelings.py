"""Reports on public feeling: what deputy, office and body fill in."""

from typing import Any

from django import forms

from deputies.states import Adoption, FeelingState
from deputies.transitions.feelings import BODIES
from foundation.accounts.models import Organisation
from foundation.files.forms import attachments
from foundation.web.fields import Choice, LongText


class FeelingForm(forms.Form):
    """What the deputy has heard. Names and telephone numbers of citizens do not belong here."""

    title = forms.CharField(label="标题", max_length=100)
    text = LongText(
        label="反映的情况和建议", rows=8, help_text="写明情况、涉及范围和建议；不要写群众的姓名、电话和身份证号码。"
    )
    place = forms.CharField(label="涉及地点", max_length=100, required=False)
    files = attachments("照片、材料")


class AgainForm(FeelingForm):
    """The same with what was written before."""


class FeelingReasonForm(forms.Form):
    reason = LongText(label="理由", rows=3, max_length=300)


class ForwardForm(forms.Form):
    body = forms.ModelChoiceField(label="转办单位", queryset=Organisation.objects.none(), empty_label="请选择单位")
    note_text = LongText(label="转办意见", rows=3, max_length=300, required=False)

    def __init__(self, *args: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        bodies = Organisation.objects.active().of_kind(*BODIES)
        self.fields["body"].queryset = bodies.order_by("pinyin_key", "pk")


class AnswerForm(forms.Form):
    answer = LongText(label="答复", rows=6, help_text="写明核实情况、已采取的措施和下一步打算。")
    files = attachments()


class CloseForm(forms.Form):
    adoption = Choice(Adoption.choices, label="采纳情况")
    outcome = LongText(label="向代表反馈的结果", rows=5)


class FeelingFilter(forms.Form):
    q = forms.CharField(label="标题或代表", max_length=40, required=False)
    state = forms.ChoiceField(label="状态", choices=[("", "全部"), *FeelingState.choices], required=False)
    adoption = forms.ChoiceField(label="采纳情况", choices=[("", "全部"), *Adoption.choices], required=False)
