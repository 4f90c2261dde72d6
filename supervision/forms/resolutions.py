"""Resolutions and decisions, and the tasks that follow."""

from typing import Any

from django import forms

from foundation.files.forms import attachments
from foundation.web.fields import Choice, DateField, LongText
from supervision.forms.people_fields import BodyField, CommitteeField, Filled, sc_meeting
from supervision.models import DeliberationOpinion, Undertaking
from supervision.states.resolutions import ResolutionKind, ResolutionState
from supervision.states.undertaking import UndertakingState

K = ResolutionKind


class ResolutionFilter(forms.Form):
    q = forms.CharField(label="标题或者文号", max_length=40, required=False)
    kind = forms.ChoiceField(label="类别", choices=[("", "全部"), *K.choices], required=False)
    state = forms.ChoiceField(label="状态", choices=[("", "全部"), *ResolutionState.choices], required=False)


class PublicFilter(forms.Form):
    q = forms.CharField(label="标题或者文号", max_length=40, required=False)
    kind = forms.ChoiceField(label="类别", choices=[("", "全部"), *K.choices], required=False)


class AmendForm(Filled):
    title = forms.CharField(label="标题", max_length=120)
    text = LongText(label="正文", rows=12, help_text="每段一行。")
    meeting = sc_meeting()
    committee = CommitteeField(label="负责跟踪落实的工作委员会")
    undertaking = forms.ModelChoiceField(
        label="来自监督事项", queryset=Undertaking.objects.none(), required=False, empty_label="不是由监督事项产生"
    )
    opinion = forms.ModelChoiceField(
        label="来自审议意见",
        queryset=DeliberationOpinion.objects.none(),
        required=False,
        empty_label="不是由审议意见产生",
    )

    def __init__(self, *args: Any, reader: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        rows = Undertaking.objects.visible_to(reader).exclude(state=UndertakingState.CANCELLED)
        self.fields["undertaking"].queryset = rows.order_by("-year", "-pk")
        opinions = DeliberationOpinion.objects.visible_to(reader)
        self.fields["opinion"].queryset = opinions.order_by("-heard_on", "-pk")


class DraftForm(AmendForm):
    kind = Choice([(K.RESOLUTION, K.RESOLUTION.label), (K.DECISION, K.DECISION.label)], label="类别")
    files = attachments("附件（随决议决定一并公布）")
    field_order = ["kind", "title", "text", "meeting", "committee", "undertaking", "opinion", "files"]


class TaskForm(Filled):
    unit = BodyField(label="责任单位")
    title = forms.CharField(label="落实事项", max_length=200, help_text="一件事一项，便于跟踪。")
    due_on = DateField(label="完成期限")


class TaskReportForm(forms.Form):
    text = LongText(label="落实情况", rows=6, help_text="做了什么、取得什么效果、还有什么问题。")
    files = attachments("佐证材料")


class CloseForm(forms.Form):
    result = LongText(label="落实结果", rows=4, help_text="将在公开页面公布，请不要写个人信息。")
