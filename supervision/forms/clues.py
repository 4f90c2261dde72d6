"""Clues: registered, examined, decided, handed over, answered; and who is named."""

from typing import Any

from django import forms
from django.db.models import QuerySet

from foundation.accounts.models import Organisation, User
from foundation.files.forms import attachments
from foundation.web.fields import Choice, DateField, LongText
from supervision.states.clues import ClueDuty, ClueOrigin

PERSONS = (
    "一行一人，先写姓名，再写单位和职务，用逗号隔开。加密保存，清单中只显示姓氏。"
    "查阅名单上的人员看不到反映本人的线索；与其同名的另一人，请在姓名后写“（同名）”。"
)


class ClueWords(forms.Form):
    summary = forms.CharField(label="线索摘要", max_length=100)
    text = LongText(label="发现的经过和具体情况", rows=8)
    persons = LongText(label="反映的人员", rows=3, max_length=1000, required=False, help_text=PERSONS)
    files = attachments("证明材料")


class ClueForm(ClueWords):
    """A new clue; `arisen` where the page it arose on says in which work."""

    origin = Choice(ClueOrigin.choices, label="线索来源")
    field_order = ["origin", "summary", "text", "persons", "files"]

    def __init__(self, *args: Any, arisen: str = "", **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        if arisen:
            self.fields["origin"].initial, self.fields["origin"].widget = arisen, forms.HiddenInput()


class ExamineClueForm(forms.Form):
    proposes_handing = Choice([("1", "建议移送"), ("0", "建议不移送")], label="审核意见")
    text = LongText(label="理由", rows=5)

    def clean_proposes_handing(self) -> bool:
        return self.cleaned_data["proposes_handing"] == "1"


class ClueReasonForm(forms.Form):
    reason = LongText(label="理由", rows=4)


class DeclineClueForm(ClueReasonForm):
    files = attachments("接收机关的答复")


class ApproveClueForm(forms.Form):
    text = LongText(label="批示", rows=3, required=False)


class HandClueForm(forms.Form):
    recipient = forms.ModelChoiceField(label="接收机关", queryset=Organisation.objects.none(), empty_label="请选择")
    document_number = forms.CharField(label="移送函文号", max_length=60, help_text="如“示人常函〔2026〕5号”。")
    handed_on = DateField(label="移送日期")
    files = attachments("随函材料")

    def __init__(self, *args: Any, recipients: QuerySet, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self.fields["recipient"].queryset = recipients


class ReceiptForm(forms.Form):
    received_on = DateField(label="签收日期")
    receipt_number = forms.CharField(label="回执编号", max_length=60)
    receiver = forms.CharField(label="签收人", max_length=30, help_text="加密保存。")
    files = attachments("回执扫描件")


class ClueFeedbackForm(forms.Form):
    text = LongText(label="反馈的内容", rows=5)
    files = attachments("反馈材料")


class CloseClueForm(forms.Form):
    text = LongText(label="结果运用", rows=4, help_text="如督促完善制度、列入问题清单、告知有关委员会。")


class ReaderForm(forms.Form):
    """Somebody named."""

    user = forms.ModelChoiceField(label="姓名", queryset=User.objects.none(), empty_label="请选择")
    duty = Choice(ClueDuty.choices, label="职责", help_text="经办人员登记、审核、移送并登记反馈；查阅人员只能查阅。")
    reason = forms.CharField(label="指定的理由", max_length=200, help_text="写明决定的会议或者工作分工。")
    from_date = DateField(label="起始日期")
    until_date = DateField(label="截止日期", required=False, help_text="长期的不填。")

    def __init__(self, *args: Any, people: QuerySet, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self.fields["user"].queryset = people


class EndReaderForm(forms.Form):
    reason = LongText(label="终止的理由", rows=3, max_length=200)
