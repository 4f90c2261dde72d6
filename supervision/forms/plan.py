"""What is filled in about the yearly plan of supervision."""

from datetime import date
from typing import Any

from django import forms

from deputies.models import Meeting, MeetingKind
from foundation.accounts.models import Organisation
from foundation.web.fields import DateField, LongText
from foundation.workdays.clock import today
from supervision.forms.undertakings import MeetingForm, bodies, committees
from supervision.models import PlanTopic, UndertakingKind
from supervision.states.plan import TopicSource
from supervision.states.undertaking import HearingLevel

MONTHS = [(n, f"{n}月") for n in range(1, 13)]
NO_MEETING = "名单中没有的会议，请先在后台“会议”中登记。"


class PlanYearForm(forms.Form):
    """A new plan."""

    year = forms.IntegerField(label="年度", min_value=2000, max_value=2100)
    title = forms.CharField(label="名称", max_length=100, required=False, help_text="留空为“某年监督工作计划”。")
    intro = LongText(label="总体要求", rows=4, required=False)


class PlanWordsForm(forms.Form):
    title = forms.CharField(label="名称", max_length=100)
    intro = LongText(label="总体要求", rows=4, required=False)


class TopicForm(forms.Form):
    """One topic: what the law and the district's rules ask of a line of the plan."""

    title = forms.CharField(label="议题", max_length=120)
    kind = forms.ModelChoiceField(label="监督形式", queryset=UndertakingKind.objects.none(), empty_label="请选择形式")
    level = forms.ChoiceField(
        label="在哪里听取", choices=[("", "按监督形式确定"), *HearingLevel.choices], required=False
    )
    source = forms.ChoiceField(
        label="议题来源", choices=[("", "请选择来源"), *TopicSource.choices], help_text="按监督法第十二条选择。"
    )
    reason = LongText(label="立项理由", rows=4)
    committee = forms.ModelChoiceField(
        label="责任工作委员会", queryset=Organisation.objects.none(), empty_label="请选择工作委员会"
    )
    bodies = forms.ModelMultipleChoiceField(
        label="被监督单位",
        queryset=Organisation.objects.none(),
        required=False,
        widget=forms.CheckboxSelectMultiple,
        help_text="公布计划时通知这些单位；不便事先告知的先不选。",
    )
    month_from = forms.TypedChoiceField(label="开始月份", coerce=int, choices=MONTHS)
    month_until = forms.TypedChoiceField(label="完成月份", coerce=int, choices=MONTHS)
    method = LongText(label="方法步骤", rows=3, required=False, help_text="例如：4月调研，6月听取报告，9月跟踪。")

    def __init__(self, *args: Any, topic: PlanTopic | None = None, **kwargs: Any) -> None:
        if topic is not None:
            kwargs.setdefault("initial", told(topic))
        super().__init__(*args, **kwargs)
        self.fields["kind"].queryset = UndertakingKind.objects.on(today()).order_by("order", "pk")
        self.fields["committee"].queryset = committees()
        self.fields["bodies"].queryset = bodies()


def told(topic: PlanTopic) -> dict[str, Any]:
    """The facts of a topic as the form shows them."""
    names = ("title", "level", "source", "reason", "month_from", "month_until", "method")
    found: dict[str, Any] = {name: getattr(topic, name) for name in names}
    return {
        **found,
        "kind": topic.kind_id,
        "committee": topic.committee_id,
        "bodies": [body.pk for body in topic.bodies.all()],
    }


class CouncilField(forms.ModelChoiceField):
    """A council of chairpersons that has met."""

    def __init__(self, **kwargs: Any) -> None:
        errors = {"required": "请选择主任会议。"}
        facts = {"queryset": Meeting.objects.none(), "empty_label": "请选择主任会议", "error_messages": errors}
        super().__init__(**{**facts, "help_text": NO_MEETING, **kwargs})

    def fill(self, on: date) -> None:
        held = Meeting.objects.filter(kind=MeetingKind.COUNCIL, opens_on__lte=on, term__congress__is_home=True)
        self.queryset = held.order_by("-opens_on", "-number")


class AdoptPlanForm(forms.Form):
    meeting = CouncilField(label="通过的主任会议")
    adopted_on = DateField(label="通过日期")

    def __init__(self, *args: Any, on: date, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self.fields["meeting"].fill(on)


class DropTopicForm(forms.Form):
    adjust_reason = LongText(label="调整理由", rows=3, help_text="随计划向社会公布。")
    meeting = CouncilField(label="同意的主任会议")
    decided_on = DateField(label="同意日期")

    def __init__(self, *args: Any, on: date, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self.fields["meeting"].fill(on)


class AdjustForm(DropTopicForm, TopicForm):
    """A topic as it is to be from now on, why, and who agreed."""

    field_order = [*TopicForm.base_fields, "adjust_reason", "meeting", "decided_on"]


class StartForm(MeetingForm):
    """A topic begins: over whom, and where it will be heard."""

    field_order = ["bodies", "meeting", "meeting_on", "hidden_until"]
    bodies = forms.ModelMultipleChoiceField(
        label="被监督单位",
        queryset=Organisation.objects.none(),
        required=False,
        widget=forms.CheckboxSelectMultiple,
    )
    hidden_until = DateField(
        label="此日之前不通知被监督单位",
        required=False,
        help_text="只用于可以事先不通知的形式；此日之前单位看不到本事项，也收不到通知。",
    )

    def __init__(self, *args: Any, topic: PlanTopic, **kwargs: Any) -> None:
        kwargs.setdefault("initial", {"bodies": [body.pk for body in topic.bodies.all()]})
        super().__init__(*args, **kwargs)
        self.fields["bodies"].queryset = bodies()
        if not topic.kind.may_be_unannounced:
            del self.fields["hidden_until"]
