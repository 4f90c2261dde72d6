"""Experts and contact points: engaged, asked, entered, weighed."""

from typing import Any

from django import forms
from django.db.models import QuerySet

from deputies.models import Area, DeputyGroup
from foundation.accounts.models import Organisation
from foundation.web.fields import Choice, DateField, LongText
from supervision.models import ContactPoint, Expert, ExpertField, Undertaking
from supervision.states.advice import AdviceFate, DraftState, ExpertPool, MatterState


class ExpertFilter(forms.Form):
    q = forms.CharField(label="姓名或者单位", max_length=40, required=False)
    pool = forms.ChoiceField(label="专家库", choices=[("", "全部"), *ExpertPool.choices], required=False)
    field = forms.ModelChoiceField(
        label="专业领域", queryset=ExpertField.objects.all(), required=False, empty_label="全部"
    )


class ExpertForm(forms.Form):
    """Somebody who is engaged."""

    name = forms.CharField(label="姓名", max_length=20)
    pool = Choice(ExpertPool.choices, label="专家库")
    specialities = forms.ModelMultipleChoiceField(
        label="专业领域", queryset=ExpertField.objects.none(), widget=forms.CheckboxSelectMultiple
    )
    employer = forms.CharField(label="所在单位和职务", max_length=80)
    title = forms.CharField(label="职称", max_length=40, required=False)
    skill = forms.CharField(label="专长", max_length=200, required=False)
    phone = forms.CharField(
        label="联系电话", max_length=20, required=False, help_text="加密保存，只有办事机构经登记后可以查看。"
    )
    engaged_by = forms.CharField(label="聘请的决定", max_length=120, help_text="如“第三十次主任会议通过”。")
    until_date = DateField(label="聘期止", required=False, help_text="长期聘请的不填。")

    def __init__(self, *args: Any, known: QuerySet, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self.fields["specialities"].queryset = known


class AdviceReasonForm(forms.Form):
    reason = LongText(label="理由", rows=3, max_length=200)


class MatterFilter(forms.Form):
    state = forms.ChoiceField(label="状态", choices=[("", "全部"), *MatterState.choices], required=False)


class ExpertsField(forms.ModelMultipleChoiceField):
    widget = forms.CheckboxSelectMultiple

    def label_from_instance(self, expert: Expert) -> str:
        return f"{expert.name}（{'、'.join(field.name for field in expert.fields.all())}，{expert.employer}）"


class AskForm(forms.Form):
    """A matter for experts and a deputy group."""

    title = forms.CharField(label="事项", max_length=120)
    text = LongText(label="请教的问题", rows=6)
    committee = forms.ModelChoiceField(
        label="负责的工作委员会", queryset=Organisation.objects.none(), empty_label="请选择"
    )
    group = forms.ModelChoiceField(
        label="代表小组", queryset=DeputyGroup.objects.none(), required=False, empty_label="不选择"
    )
    undertaking = forms.ModelChoiceField(
        label="监督事项", queryset=Undertaking.objects.none(), required=False, empty_label="不属于监督事项"
    )
    experts = ExpertsField(label="专家", queryset=Expert.objects.none(), error_messages={"required": "请选择专家。"})
    due_on = DateField(label="答复期限")

    def __init__(self, *args: Any, choices: dict[str, QuerySet], **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        for name, rows in choices.items():
            self.fields[name].queryset = rows


class AdviceForm(forms.Form):
    text = LongText(label="意见", rows=6)
    given_on = DateField(label="提出日期")


class SayForm(forms.Form):
    text = LongText(label="意见", rows=6)


class FateForm(forms.Form):
    fate = Choice(AdviceFate.choices, label="采纳情况")
    reason = LongText(label="说明", rows=3, max_length=300, required=False, help_text="没有全部采纳的，写明理由。")


class ResultForm(forms.Form):
    result = LongText(label="研究采纳情况", rows=5)


class PointForm(forms.Form):
    """A contact point and who keeps it."""

    name = forms.CharField(label="名称", max_length=60)
    organisation = forms.ModelChoiceField(
        label="所在乡镇街道人大", queryset=Organisation.objects.none(), empty_label="请选择"
    )
    area = forms.ModelChoiceField(label="所在区域", queryset=Area.objects.none(), required=False, empty_label="不选择")
    host = forms.CharField(label="依托单位", max_length=80, help_text="如“东湖社区居民委员会”。")
    address = forms.CharField(label="地址", max_length=120, required=False)
    head = forms.CharField(label="负责人", max_length=20)
    approved_by = forms.CharField(label="设立的决定", max_length=120)

    def __init__(self, *args: Any, houses: QuerySet, areas: QuerySet, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self.fields["organisation"].queryset, self.fields["area"].queryset = houses, areas


class DraftFilter(forms.Form):
    q = forms.CharField(label="草案名称", max_length=40, required=False)
    state = forms.ChoiceField(label="状态", choices=[("", "全部"), *DraftState.choices], required=False)


class DraftForm(forms.Form):
    """A draft for the contact points."""

    title = forms.CharField(label="草案名称", max_length=120)
    source = forms.CharField(label="征求意见的机关", max_length=80, help_text="如“市人大常委会法制工作委员会”。")
    text = LongText(label="征求意见的内容", rows=8, help_text="写明重点条款；草案全文可以作为附件上传。")
    points = forms.ModelMultipleChoiceField(
        label="联系点",
        queryset=ContactPoint.objects.none(),
        widget=forms.CheckboxSelectMultiple,
        error_messages={"required": "请选择联系点。"},
    )
    due_on = DateField(label="截止日期")

    def __init__(self, *args: Any, points: QuerySet, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self.fields["points"].queryset = points


class DraftOpinionForm(forms.Form):
    point = forms.ModelChoiceField(label="联系点", queryset=ContactPoint.objects.none(), empty_label="请选择")
    article = forms.CharField(label="条款", max_length=40, help_text="如“第十二条第二款”；对整个草案的，写“整体”。")
    text = LongText(label="意见和理由", rows=5)
    from_whom = forms.CharField(label="提出人", max_length=60, help_text="写明身份，如“企业法务人员”，不写姓名和电话。")

    def __init__(self, *args: Any, points: QuerySet, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self.fields["point"].queryset = points


class SendForm(forms.Form):
    report = LongText(label="汇总报送的情况", rows=5, help_text="没有意见的也请写明。")


class DraftResultForm(forms.Form):
    result = LongText(label="采纳情况", rows=5)
