"""Training: what the office fills in."""

from datetime import date
from typing import Any

from django import forms
from django.db.models import QuerySet

from deputies.models import Course, Delegation, Deputy
from deputies.states import CourseAudience, CourseForm, StudyForm
from foundation.files.forms import attachments
from foundation.web.fields import DateField, LongText, MomentField


class PlanForm(forms.Form):
    """The plan of a year."""

    year = forms.IntegerField(label="年度", min_value=2000, max_value=2100)
    aims = LongText(label="培训目标和要求", rows=5)


class AdoptForm(forms.Form):
    decision = forms.CharField(
        label="通过的会议或者文号", max_length=120, help_text="如：区五届人大常委会第四十次主任会议。"
    )
    adopted_on = DateField(label="通过日期")


class CourseEntryForm(forms.Form):
    """One course of the plan."""

    name = forms.CharField(label="课程名称", max_length=100)
    form = forms.ChoiceField(label="培训形式", choices=CourseForm.choices)
    audience = forms.ChoiceField(label="培训对象", choices=CourseAudience.choices)
    month = forms.IntegerField(label="计划月份", min_value=1, max_value=12, help_text="1—12。")
    lecturer = forms.CharField(label="授课人或者承办院校", max_length=120, required=False)
    content = LongText(label="培训内容", required=False)


class ReasonForm(forms.Form):
    reason = forms.CharField(label="理由", max_length=200)


class BatchForm(forms.Form):
    """When and where the next batch is held."""

    starts_at = MomentField(label="开始时间")
    ends_at = MomentField(label="结束时间")
    place = forms.CharField(label="地点", max_length=120)
    content = LongText(label="安排说明", required=False, help_text="留空时用课程的培训内容。")


class InviteForm(forms.Form):
    """Those whom the list of gaps names, by delegation; nobody is ticked beforehand."""

    deputies = forms.ModelMultipleChoiceField(
        label="尚未参训的代表",
        queryset=Deputy.objects.none(),
        widget=forms.CheckboxSelectMultiple,
        error_messages={"required": "请选择要邀请的代表。"},
    )

    def __init__(self, *args: Any, deputies: QuerySet[Deputy], **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self.fields["deputies"].queryset = deputies


class CoverageFilter(forms.Form):
    """Whom, of which delegation, in which year; the whole list of gaps by one choice."""

    WHO = (("", "全体在任代表"), ("new", "新当选代表"))
    GAPS = (("", "全部"), ("gap", "只看未参训"))

    year = forms.IntegerField(label="年度", required=False, min_value=2000, max_value=2100)
    who = forms.ChoiceField(label="范围", choices=WHO, required=False)
    gap = forms.ChoiceField(label="参训情况", choices=GAPS, required=False)
    delegation = forms.ModelChoiceField(
        label="代表团", queryset=Delegation.objects.none(), required=False, empty_label="全部"
    )

    def __init__(self, *args: Any, delegations: QuerySet[Delegation], **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self.fields["delegation"].queryset = delegations


class MaterialForm(forms.Form):
    """A material with its files."""

    title = forms.CharField(label="资料名称", max_length=120)
    summary = LongText(label="内容简介", rows=4)
    course = forms.ModelChoiceField(
        label="所属课程", queryset=Course.objects.none(), required=False, empty_label="不属于某门课程"
    )
    files = attachments("资料文件")

    def __init__(self, *args: Any, on: date, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        recent = Course.objects.filter(plan__year__gte=on.year - 1, dropped_at=None)
        self.fields["course"].queryset = recent.select_related("plan")


class StudyPlanForm(forms.Form):
    """An entry of the staff's calendar."""

    topic = forms.CharField(label="学习主题", max_length=120)
    form = forms.ChoiceField(label="学习形式", choices=StudyForm.choices)
    held_on = DateField(label="日期")
    place = forms.CharField(label="地点", max_length=100, required=False)
    speaker = forms.CharField(label="主讲人", max_length=80, required=False)


class StudyRecordForm(forms.Form):
    """What was learned."""

    participants = forms.CharField(label="参加人员", max_length=500)
    notes = LongText(label="学习情况", rows=5)
    files = attachments("学习材料、照片")
