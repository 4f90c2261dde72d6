"""Requests for service and protection: what deputy and office fill in."""

from django import forms

from deputies.states import RequestKind
from foundation.files.forms import attachments
from foundation.web.fields import Choice, DateField, LongText


class RequestForm(forms.Form):
    kind = Choice(RequestKind.choices, label="请求事项")
    text = LongText(label="具体情况", rows=7, help_text="只有您本人、代表联络工作机构和常委会领导可以看到。")
    wished_on = DateField(label="希望办理日期", required=False)
    files = attachments("有关材料")


class DeclineForm(forms.Form):
    reason = LongText(label="不予受理的理由", rows=3, max_length=300)


class RequestAnswerForm(forms.Form):
    answer = LongText(label="办理结果", rows=6)
    files = attachments()


class ReopenForm(forms.Form):
    unsettled = LongText(label="还有什么没有解决", rows=4)
