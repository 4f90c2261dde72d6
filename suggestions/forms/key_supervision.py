"""Key supervision: the filter of the list, and what office and committee fill in."""

from datetime import date
from typing import Any

from django import forms
from django.db.models import QuerySet

from deputies.models import Meeting
from deputies.models.meeting import MeetingKind
from foundation.accounts.models import Organisation, User
from foundation.accounts.people import people_with
from foundation.accounts.roles import LEADERS, OrganisationKind
from foundation.files.forms import attachments
from foundation.web.fields import DateField, LongText
from suggestions.forms.ledger import years_back
from suggestions.models import KeySupervision
from suggestions.states import KeyState, SupervisionKind


def councils(on: date) -> QuerySet[Meeting]:
    """Meetings of the council of chairpersons held by `on`, newest first."""
    return Meeting.objects.filter(kind=MeetingKind.COUNCIL, opens_on__lte=on).order_by("-opens_on", "-number")


class CouncilField(forms.ModelChoiceField):
    """One council of chairpersons; where none has been entered the field says where to do it."""

    def __init__(self, **kwargs: Any) -> None:
        help_text = "会议不在列表中的，请由委员会秘书先在后台“会议”中登记主任会议和召开日期。"
        super().__init__(queryset=Meeting.objects.none(), empty_label="请选择主任会议", help_text=help_text, **kwargs)


class ChooseKeyForm(forms.Form):
    """Who leads on both sides, and at which meeting it was decided."""

    meeting = CouncilField(label="确定的主任会议")
    leader = forms.ModelChoiceField(
        label="领衔督办的常委会领导", queryset=User.objects.none(), empty_label="请选择主任或副主任"
    )
    government_leader = forms.CharField(
        label="领办的政府领导", max_length=60, help_text="写明职务和姓名，如“副区长 王某某”。"
    )
    committee = forms.ModelChoiceField(
        label="负责督办的工委", queryset=Organisation.objects.none(), empty_label="请选择工委"
    )
    plan = LongText(label="督办方案", rows=5, required=False)

    def __init__(self, *args: Any, on: date, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self.fields["meeting"].queryset = councils(on)
        self.fields["leader"].queryset = people_with(LEADERS, on=on).order_by("pinyin_key")
        kinds = (OrganisationKind.SC_COMMITTEE,)
        self.fields["committee"].queryset = Organisation.objects.active().of_kind(*kinds).order_by("pinyin_key")


class SupervisionForm(forms.Form):
    """One thing that was held."""

    kind = forms.ChoiceField(label="形式", choices=[("", "请选择"), *SupervisionKind.choices])
    held_on = DateField(label="日期")
    place = forms.CharField(label="地点", max_length=100)
    participants = forms.CharField(label="参加人员", max_length=300, help_text="写明领导、代表、单位，用顿号隔开。")
    record = LongText(label="情况", rows=4)
    result = LongText(label="结果和要求", rows=4)
    public_summary = forms.CharField(
        label="公开摘要",
        max_length=300,
        required=False,
        help_text="在公开网站显示的一两句话，不写联系方式和个人信息；不填则不公开这次活动。",
    )
    files = attachments("照片、签到表、评估报告等")


class SupervisionReportForm(forms.Form):
    """The report to the council, and its word."""

    meeting = CouncilField(label="听取报告的主任会议")
    text = LongText(label="督办情况报告", rows=6)
    opinion = LongText(label="主任会议意见", rows=4)
    files = attachments("书面报告")

    def __init__(self, *args: Any, on: date, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self.fields["meeting"].queryset = councils(on)


class EndForm(forms.Form):
    conclusion = LongText(label="督办结论", rows=4)


class RemoveKeyForm(forms.Form):
    meeting = CouncilField(label="决定移出的主任会议")
    reason = LongText(label="移出原因", rows=3)

    def __init__(self, *args: Any, on: date, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self.fields["meeting"].queryset = councils(on)


class KeyFilterForm(forms.Form):
    """What the list is narrowed by."""

    year = forms.TypedChoiceField(label="年度", coerce=int, empty_value=None, required=False)
    state = forms.ChoiceField(label="状态", choices=[("", "全部状态"), *KeyState.choices], required=False)
    committee = forms.TypedChoiceField(label="工委", coerce=int, empty_value=None, required=False)
    leader = forms.TypedChoiceField(label="领衔督办", coerce=int, empty_value=None, required=False)

    def __init__(self, *args: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self.fields["year"].choices = [("", "全部"), *years_back()]
        committees = KeySupervision.objects.order_by("committee__pinyin_key")
        names = dict(committees.values_list("committee", "committee__name"))
        self.fields["committee"].choices = [("", "全部工委"), *names.items()]
        leaders = dict(KeySupervision.objects.order_by("leader__pinyin_key").values_list("leader", "leader__name"))
        self.fields["leader"].choices = [("", "全部"), *leaders.items()]

    def narrow(self, rows: QuerySet, wanted: dict[str, Any]) -> QuerySet:
        """`rows` under the filled fields."""
        return rows.filter(**{name: value for name, value in wanted.items() if name in self.fields})
