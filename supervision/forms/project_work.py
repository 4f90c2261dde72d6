"""Livelihood projects at work: progress, visits, changes, acceptance."""

from typing import Any

from django import forms
from django.db.models import QuerySet

from deputies.models import Deputy
from foundation.files.forms import UploadField
from foundation.web.fields import Choice, DateField, LongText
from supervision.states.project import ChangeKind
from supervision.transitions.project_work import PICTURES


class ProgressForm(forms.Form):
    on = DateField(label="截至日期")
    percent = forms.IntegerField(label="总体进度（%）", min_value=0, max_value=100)
    text = LongText(label="进展情况", rows=5)
    trouble = LongText(label="存在的问题", rows=3, required=False)
    ahead = LongText(label="下一步安排", rows=3, required=False)
    correction = forms.CharField(
        label="更正理由", max_length=200, required=False, help_text="进度比上次填报低的，写明原因。"
    )
    photos = UploadField(
        label="现场照片（公开）",
        multiple=True,
        required=False,
        accept=PICTURES,
        help_text="报告完工必须有照片或者材料。照片里的拍摄地点、时间等信息会自动去掉，请不要拍到群众面部和车牌。",
    )
    papers = UploadField(label="材料（不公开）", multiple=True, required=False, help_text="验收、结算等凭据。")


class AcceptForm(forms.Form):
    acceptance = LongText(label="验收情况", rows=5, help_text="写明验收时间、参加的代表和部门、对照内容和标准的结论。")


class VisitForm(forms.Form):
    deputy = forms.ModelChoiceField(label="代表", queryset=Deputy.objects.none(), empty_label="请选择代表")
    on = DateField(label="察看日期")
    text = LongText(label="察看情况", rows=4)
    trouble = LongText(
        label="发现的问题和建议", rows=3, required=False, help_text="没有问题的不用填写；填写的由责任单位回应。"
    )
    photos = UploadField(label="照片", multiple=True, required=False, accept=PICTURES)

    def __init__(self, *args: Any, deputies: QuerySet[Deputy], **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self.fields["deputy"].queryset = deputies


class LedgerVisitForm(forms.Form):
    title = forms.CharField(label="问题", max_length=100, help_text="一句话写明要整改什么。")
    due_on = DateField(label="整改期限")
    needs_satisfaction = forms.BooleanField(label="销号前听取代表和群众的评价", required=False)


class AnswerVisitForm(forms.Form):
    answer = LongText(label="怎样处理", rows=4)


class AskChangeForm(forms.Form):
    kind = Choice(ChangeKind.choices, label="调整事项")
    content = LongText(label="调整后的内容", rows=4, required=False)
    due_on = DateField(label="调整后的完成时间", required=False)
    amount = forms.DecimalField(
        label="调整后的投资（万元）", min_value=0, max_digits=12, decimal_places=2, required=False
    )
    reason = LongText(label="调整理由", rows=4)


class DecideChangeForm(forms.Form):
    agrees = Choice([("yes", "同意"), ("no", "不同意")], label="审议结果")
    meeting = forms.CharField(
        label="审议的会议", max_length=120, help_text="例如“区五届人大常委会第三十五次会议”；乡镇的写主席团会议。"
    )
    words = LongText(label="审议意见", rows=3, required=False, help_text="不同意的必须填写。")

    def clean_agrees(self) -> bool:
        return self.cleaned_data["agrees"] == "yes"
