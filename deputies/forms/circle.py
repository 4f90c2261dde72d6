"""Matters for a circle."""

from django import forms

from foundation.web.fields import DateField, LongText


class AskForm(forms.Form):
    title = forms.CharField(label="事项", max_length=100, help_text="一句话写明要咨询什么。")
    text = LongText(label="情况和问题", rows=6, help_text="请不要写群众的姓名、电话、证件号码。")
    wanted_on = DateField(label="希望答复日期")


class AnswerForm(forms.Form):
    text = LongText(label="答复", rows=6, help_text="提出咨询的代表和小组成员可以看到，并记入您的履职档案。")


class ConclusionForm(forms.Form):
    conclusion = LongText(label="结论", rows=4, help_text="如：采纳哪些意见，下一步怎么办。答复过的代表会收到。")
