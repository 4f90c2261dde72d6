"""Street committees and presidiums: members, meetings, the plan of the year and its report."""

from typing import Any

from django import forms
from django.db.models import QuerySet

from deputies.models import Deputy
from foundation.accounts.roles import LOCAL_KINDS, OrganisationKind
from foundation.files.forms import attachments
from foundation.web.fields import Choice, DateField, LongText, MomentField
from supervision.models import LocalMember
from supervision.states.local import ItemKind, LocalPost


class LocalFilter(forms.Form):
    kind = forms.ChoiceField(
        label="类别",
        required=False,
        choices=[("", "全部"), *((kind.value, kind.label) for kind in OrganisationKind if kind in LOCAL_KINDS)],
    )


class LocalMemberForm(forms.Form):
    """A member; a deputy is chosen from the register, so that meetings stand on his desk."""

    name = forms.CharField(label="姓名", max_length=20)
    post = Choice(LocalPost.choices, label="职务")
    employer = forms.CharField(label="所在单位和职务", max_length=80)
    government_post = forms.CharField(
        label="担任的国家行政机关职务",
        max_length=80,
        required=False,
        help_text="没有的不填。乡镇人大主席、副主席和主席团成员按规定不得担任国家行政机关职务。",
    )
    full_time = forms.BooleanField(label="专职", required=False)
    chosen_by = forms.CharField(
        label="怎样产生", max_length=120, help_text="如“镇十九届人大三次会议选举”“区人大常委会第三十次会议任命”。"
    )
    deputy = forms.ModelChoiceField(
        label="对应的人大代表",
        queryset=Deputy.objects.none(),
        required=False,
        empty_label="不选择",
        help_text="是人大代表的请选择，本人登录后可以看到会议安排。",
    )

    def __init__(self, *args: Any, deputies: QuerySet, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self.fields["deputy"].queryset = deputies


class LocalReasonForm(forms.Form):
    reason = LongText(label="理由", rows=3, max_length=200)


class CallForm(forms.Form):
    """When and where, and what is taken up."""

    starts_at = MomentField(label="时间")
    place = forms.CharField(label="地点", max_length=120)
    topics = LongText(label="议题", rows=4, help_text="每行一项。")


class PresentField(forms.ModelMultipleChoiceField):
    widget = forms.CheckboxSelectMultiple

    def label_from_instance(self, member: LocalMember) -> str:
        return f"{member.name}（{member.post_name}）"


class HoldLocalForm(forms.Form):
    present = PresentField(
        label="到会的成员",
        queryset=LocalMember.objects.none(),
        error_messages={"required": "请勾选到会的成员。"},
    )
    minutes = LongText(label="会议情况", rows=6, help_text="听取了什么、讨论了什么。")
    decisions = LongText(label="议定事项", rows=4, required=False, help_text="每行一项，会写入年终报告。")
    files = attachments("会议材料、照片")

    def __init__(self, *args: Any, members: QuerySet, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self.fields["present"].queryset = members


class DraftYearForm(forms.Form):
    year = forms.IntegerField(label="年度", min_value=2000, max_value=2100)
    aims = LongText(label="总体要求", rows=5)


class ItemForm(forms.Form):
    """One thing the year should bring; `filed` asks for the reason of adding it late."""

    kind = Choice(ItemKind.choices, label="类别")
    title = forms.CharField(label="工作事项", max_length=120)
    responsible = forms.CharField(label="负责人", max_length=60, required=False)
    due_on = DateField(label="完成时间")
    reason = LongText(label="增加的理由", rows=2, max_length=200, help_text="计划报送以后增加的，写明理由。")

    def __init__(self, *args: Any, filed: bool, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        if not filed:
            del self.fields["reason"]


class FinishForm(forms.Form):
    done_on = DateField(label="完成日期")
    result = LongText(label="完成情况", rows=4, help_text="做了什么、取得什么结果，会写入年终报告。")


class FilePlanForm(forms.Form):
    adopted_by = forms.CharField(label="通过计划的会议", max_length=80, help_text="如“2026年第1次主席团会议”。")


class ReportForm(forms.Form):
    """The words beside the figures, which come from what was done."""

    effect = LongText(label="主要成效", rows=6)
    problems = LongText(label="存在的问题", rows=4, required=False)
    outlook = LongText(label="下一年打算", rows=4, required=False)


class ReturnReportForm(forms.Form):
    reason = LongText(label="需要补充的内容", rows=3, max_length=300)


class CommentForm(forms.Form):
    comment = LongText(label="审阅意见", rows=3, max_length=300, required=False)
