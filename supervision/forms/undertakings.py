"""Supervision as a whole and its steps: what is typed."""

from datetime import date
from typing import Any

from django import forms
from django.db.models import QuerySet

from deputies.models import Meeting
from foundation.accounts.models import Organisation
from foundation.accounts.roles import SC_KINDS
from foundation.files.forms import attachments
from foundation.web.fields import DateField, LongText
from supervision.models import UndertakingKind, UndertakingStep
from supervision.rules.house import BODIES
from supervision.states.undertaking import HearingLevel, Need, UndertakingState


def committees() -> QuerySet[Organisation]:
    return Organisation.objects.active().of_kind(*SC_KINDS).order_by("pinyin_key", "pk")


def bodies() -> QuerySet[Organisation]:
    return Organisation.objects.active().of_kind(*BODIES).order_by("pinyin_key", "pk")


class MeetingForm(forms.Form):
    """Where it is heard: a meeting that has been entered, or the day thought of."""

    meeting = forms.ModelChoiceField(
        label="会议", queryset=Meeting.objects.none(), required=False, empty_label="还没有登记会议"
    )
    meeting_on = DateField(
        label="会议日期", required=False, help_text="选择了会议的，以会议日期为准；还没有登记会议的，填写拟定的日期。"
    )

    def __init__(self, *args: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self.fields["meeting"].queryset = Meeting.objects.filter(term__is_current=True).order_by("-opens_on", "-pk")


class PlanForm(MeetingForm):
    """Enters a supervision."""

    field_order = ["kind", "year", "title", "reason", "committee", "bodies", "level", "meeting", "meeting_on"]
    kind = forms.ModelChoiceField(label="监督形式", queryset=UndertakingKind.objects.none(), empty_label="请选择")
    year = forms.IntegerField(label="年度", min_value=2000, max_value=2100)
    title = forms.CharField(label="监督事项", max_length=120, help_text="例如“关于优化营商环境情况的专项工作报告”。")
    reason = LongText(label="确定理由", rows=3, required=False)
    committee = forms.ModelChoiceField(
        label="负责的工作委员会", queryset=Organisation.objects.none(), empty_label="请选择"
    )
    bodies = forms.ModelMultipleChoiceField(
        label="被监督单位",
        queryset=Organisation.objects.none(),
        required=False,
        widget=forms.CheckboxSelectMultiple,
    )
    level = forms.ChoiceField(
        label="在哪里听取", choices=[("", "按监督形式确定"), *HearingLevel.choices], required=False
    )
    hidden_until = DateField(
        label="此日之前不通知被监督单位",
        required=False,
        help_text="只用于可以事先不通知的形式；此日之前单位看不到本事项，也收不到通知。",
    )

    def __init__(self, *args: Any, on: date, own: set[int] | None, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self.fields["kind"].queryset = UndertakingKind.objects.on(on).order_by("order", "pk")
        rows = committees()
        self.fields["committee"].queryset = rows if own is None else rows.filter(pk__in=own)
        self.fields["bodies"].queryset = bodies()


class OutcomeForm(forms.Form):
    outcome = LongText(
        label="监督结果", rows=6, help_text="写明推动解决了什么、还有什么没有解决。公开后任何人可以看到。"
    )


class ReasonForm(forms.Form):
    reason = LongText(label="理由", rows=3, max_length=300)


class ReopenForm(ReasonForm):
    due_on = DateField(label="请在此日之前补充", required=False, help_text="不填的，仍按原期限。")


class MoveForm(forms.Form):
    due_on = DateField(label="改为哪一日之前完成")
    reason = LongText(label="改期的理由", rows=3, max_length=300)


class FinishForm(forms.Form):
    """A step is done: only what this step asks is shown."""

    text = LongText(label="正文或者主要内容", rows=8)
    second_part = LongText(label="第二部分：对修改完善法律法规的建议", rows=5, help_text="没有建议的，写明“无”。")
    dated_on = DateField(label="落款日期")
    words = LongText(label="办理情况", rows=4)
    done_on = DateField(label="完成日期")
    late_reason = LongText(label="超过期限的理由", rows=2, max_length=300, required=False)
    files = attachments("附件")

    def __init__(self, *args: Any, step: UndertakingStep, on: date, house: bool, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        if step.paper:
            self.fields["text"].label = f"{step.paper}：正文或者主要内容"
            self.fields["words"].label, self.fields["words"].required = "说明", False
        else:
            for name in ("text", "dated_on"):
                del self.fields[name]
        if step.need != Need.TWO_PARTS:
            del self.fields["second_part"]
        if not house:
            del self.fields["done_on"]
        if step.due_on is None or (on <= step.due_on and not house):
            del self.fields["late_reason"]
        for name in ("dated_on", "done_on"):
            if name in self.fields:
                self.fields[name].initial = on


class UndertakingFilter(forms.Form):
    q = forms.CharField(label="监督事项", max_length=40, required=False)
    year = forms.IntegerField(label="年度", required=False)
    kind = forms.ModelChoiceField(
        label="监督形式", queryset=UndertakingKind.objects.order_by("order", "pk"), required=False, empty_label="全部"
    )
    state = forms.ChoiceField(label="状态", choices=[("", "全部"), *UndertakingState.choices], required=False)


class PublicFilter(forms.Form):
    q = forms.CharField(label="监督事项", max_length=40, required=False)
    year = forms.IntegerField(label="年度", required=False)
    kind = forms.ModelChoiceField(
        label="监督形式", queryset=UndertakingKind.objects.order_by("order", "pk"), required=False, empty_label="全部"
    )
