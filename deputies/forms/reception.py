"""Reception days and sitting in."""

from datetime import date
from typing import Any

from django import forms
from django.db.models import QuerySet

from deputies.forms.contact import members_on
from deputies.models import Deputy, Meeting
from foundation.accounts.models import User
from foundation.web.fields import DateField, LongText, MomentField


class PeopleField(forms.ModelMultipleChoiceField):
    def label_from_instance(self, obj: User) -> str:
        return obj.name


class ReceptionForm(forms.Form):
    """When, where, who receives, until when one signs up."""

    title = forms.CharField(label="名称", max_length=120, help_text="如：2026年第二季度常委会代表接待日。")
    place = forms.CharField(label="地点", max_length=120)
    starts_at = MomentField(label="开始时间")
    ends_at = MomentField(label="结束时间")
    receivers = PeopleField(label="接待人", queryset=User.objects.none(), widget=forms.CheckboxSelectMultiple)
    sign_up_until = DateField(label="报名截止日期", help_text="接待日之前，留出通知代表的时间。")
    seats = forms.IntegerField(label="名额", min_value=1, max_value=500, initial=10)
    content = LongText(label="主题", rows=2, required=False)

    def __init__(self, *args: Any, on: date, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self.fields["receivers"].queryset = members_on(on)


class SignUpForm(forms.Form):
    text = LongText(label="想反映的问题、提出的意见", rows=4, help_text="请不要写群众的姓名、电话、证件号码。")


class MatterForm(forms.Form):
    """What one deputy raised at a forum."""

    deputy = forms.ModelChoiceField(label="提出的代表", queryset=Deputy.objects.none(), empty_label="请选择到会的代表")
    text = LongText(label="问题和意见", rows=4, help_text="请不要写群众的姓名、电话、证件号码。")

    def __init__(self, *args: Any, deputies: QuerySet[Deputy], **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self.fields["deputy"].queryset = deputies


class RaisedAnswerForm(forms.Form):
    answer = LongText(label="答复", rows=4, help_text="提交后告知代表。")


class SitInForm(forms.Form):
    """A meeting of the standing committee and those asked to sit in."""

    meeting = forms.ModelChoiceField(
        label="常委会会议",
        queryset=Meeting.objects.none(),
        empty_label="请选择会议",
        help_text="会议不在列表中的，请由委员会秘书先在后台“会议”中登记。",
    )
    place = forms.CharField(label="地点", max_length=120)
    starts_at = MomentField(label="开始时间")
    ends_at = MomentField(label="结束时间")
    deputies = forms.ModelMultipleChoiceField(
        label="邀请的代表", queryset=Deputy.objects.none(), widget=forms.CheckboxSelectMultiple
    )
    reason = forms.CharField(
        label="顺延的理由", max_length=200, required=False, help_text="没有按轮次邀请的填写，被顺延的代表会收到。"
    )

    def __init__(self, *args: Any, deputies: QuerySet[Deputy], meetings: QuerySet[Meeting], **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self.fields["deputies"].queryset = deputies
        self.fields["meeting"].queryset = meetings
