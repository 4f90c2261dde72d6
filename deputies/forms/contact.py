"""Keeping in touch: what the office arranges, what members of the standing committee write down."""

from datetime import date
from typing import Any

from django import forms
from django.db.models import QuerySet

from deputies.models import Deputy
from deputies.states.contact import SC_ROLES, ContactWay
from foundation.accounts.models import User
from foundation.accounts.people import people_with
from foundation.web.fields import Choice, DateField, LongText


class MemberField(forms.ModelChoiceField):
    """One member of the standing committee."""

    def __init__(self, **kwargs: Any) -> None:
        super().__init__(queryset=User.objects.none(), empty_label="请选择", label="常委会组成人员", **kwargs)

    def label_from_instance(self, obj: User) -> str:
        return obj.name


def members_on(on: date) -> QuerySet[User]:
    """Who belongs to the standing committee on `on`, in pinyin order."""
    return people_with(SC_ROLES, on=on).order_by("pinyin_key", "pk")


class AssignForm(forms.Form):
    """A member and the deputies he will contact."""

    member = MemberField()
    from_date = DateField(label="起始日期")
    basis = forms.CharField(label="安排依据", max_length=200, help_text="如：主任会议决定的日期或者文件名称。")
    deputies = forms.ModelMultipleChoiceField(
        label="联系的代表",
        queryset=Deputy.objects.none(),
        widget=forms.CheckboxSelectMultiple,
        help_text="只列出目前没有联系人的在任代表。",
    )

    def __init__(self, *args: Any, on: date, deputies: QuerySet[Deputy], **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self.fields["member"].queryset = members_on(on)
        self.fields["deputies"].queryset = deputies


class ChangeForm(forms.Form):
    member = MemberField()
    from_date = DateField(label="新联系人的起始日期", help_text="原安排至前一天止。")
    reason = forms.CharField(label="更换理由", max_length=200)

    def __init__(self, *args: Any, on: date, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self.fields["member"].queryset = members_on(on)


class EndForm(forms.Form):
    until_date = DateField(label="截止日期")
    reason = forms.CharField(label="终止理由", max_length=200)


class VisitForm(forms.Form):
    """One visit."""

    on = DateField(label="联系日期")
    way = Choice(ContactWay.choices, label="联系方式")
    words = LongText(label="联系情况", rows=3, placeholder="谈了什么，了解到什么情况。")
    raised = LongText(
        label="代表反映的问题",
        rows=3,
        required=False,
        help_text="没有反映问题的留空；填写后，代表联络工作机构会收到提醒，办理情况须向代表反馈。",
    )


class OutcomeForm(forms.Form):
    outcome = LongText(label="处理和反馈情况", rows=4, help_text="提交后告知代表。")
