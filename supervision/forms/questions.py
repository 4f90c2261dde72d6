"""Questioning and inquiries: planning, reporting, arranging, and what is said on the floor."""

from datetime import date
from typing import Any

from django import forms
from django.db.models import QuerySet

from deputies.models import Deputy, Meeting
from foundation.accounts.models import Organisation
from foundation.web.fields import Choice, DateField, LongText, MomentField
from supervision.models import FloorQuestion, QuestionTerm, SessionIssue, SessionSeat, Undertaking
from supervision.rules.house import BODIES
from supervision.states.questions import SessionForm, SessionKind, SessionState, TermSort


class SeatsFields(forms.Form):
    """Who takes part; several bodies named beforehand, others drawn and not told."""

    starts_at = MomentField(label="时间", required=False, help_text="还没有定的可以先不填，通知召开前补上。")
    place = forms.CharField(label="地点", max_length=120, required=False, help_text="网络问政写明网址或者平台。")
    deputies = forms.ModelMultipleChoiceField(label="提问的代表", queryset=Deputy.objects.none(), required=False)
    bodies = forms.ModelMultipleChoiceField(
        label="应答单位（定向，事先通知）",
        queryset=Organisation.objects.none(),
        required=False,
        widget=forms.CheckboxSelectMultiple,
    )
    drawn = forms.ModelMultipleChoiceField(
        label="应答单位（随机，不事先通知）",
        queryset=Organisation.objects.none(),
        required=False,
        widget=forms.CheckboxSelectMultiple,
        help_text="问答开始时才会收到消息。",
    )
    guests = LongText(
        label="列席旁听人员", rows=2, required=False, help_text="每行一人，写称呼即可，如“东街社区居民代表”。"
    )

    def __init__(self, *args: Any, deputies: QuerySet, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        bodies = Organisation.objects.active().of_kind(*BODIES).order_by("pinyin_key", "pk")
        self.fields["deputies"].queryset = deputies
        self.fields["bodies"].queryset = self.fields["drawn"].queryset = bodies

    def clean_guests(self) -> list[str]:
        return [line.strip() for line in self.cleaned_data["guests"].splitlines() if line.strip()]


class PlanForm(SeatsFields):
    """A session and who is to take part."""

    kind = Choice(SessionKind.choices, label="监督形式")
    title = forms.CharField(label="主题", max_length=100, help_text="一次一个主题，如“老旧小区改造质量”。")
    reason = LongText(label="为什么问", rows=4, help_text="群众反映了什么，前期了解到什么。")
    form = Choice(SessionForm.choices, label="举办形式")
    field = forms.ModelChoiceField(
        label="选题领域", queryset=QuestionTerm.objects.none(), required=False, empty_label="不分领域"
    )
    modes = forms.ModelMultipleChoiceField(
        label="组织方式",
        queryset=QuestionTerm.objects.none(),
        required=False,
        widget=forms.CheckboxSelectMultiple,
    )
    organiser = forms.ModelChoiceField(
        label="组织单位", queryset=Organisation.objects.none(), empty_label="请选择组织单位"
    )
    undertaking = forms.ModelChoiceField(
        label="属于哪个监督事项",
        queryset=Undertaking.objects.none(),
        required=False,
        empty_label="不属于已登记的监督事项",
    )
    field_order = (
        "kind",
        "title",
        "reason",
        "form",
        "field",
        "modes",
        "organiser",
        "undertaking",
        "starts_at",
        "place",
        "deputies",
        "bodies",
        "drawn",
        "guests",
    )

    def __init__(self, *args: Any, organisers: QuerySet, undertakings: QuerySet, on: date, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        terms = QuestionTerm.objects.on(on)
        self.fields["field"].queryset = terms.filter(sort=TermSort.FIELD)
        self.fields["modes"].queryset = terms.filter(sort=TermSort.MODE)
        self.fields["organiser"].queryset = organisers
        self.fields["undertaking"].queryset = undertakings


class ReportForm(forms.Form):
    reported_on = DateField(label="向党委报告日期", required=False, help_text="代表问政必须填写。")
    report_note = LongText(label="报告和批复情况", rows=3, max_length=300, required=False)
    decided_by = forms.ModelChoiceField(
        label="决定的会议",
        queryset=Meeting.objects.none(),
        required=False,
        empty_label="没有",
        help_text="专题询问由主任会议决定，必须选择。",
    )

    def __init__(self, *args: Any, meetings: QuerySet, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self.fields["decided_by"].queryset = meetings


class ReasonForm(forms.Form):
    reason = LongText(label="理由", rows=3, max_length=200)


class SeatField(forms.ModelChoiceField):
    def label_from_instance(self, seat: SessionSeat) -> str:
        return str(seat)


class SeatsField(forms.ModelMultipleChoiceField):
    widget = forms.CheckboxSelectMultiple

    def label_from_instance(self, seat: SessionSeat) -> str:
        return f"{seat}（{seat.get_duty_display()}）"


class IssueField(forms.ModelChoiceField):
    def label_from_instance(self, issue: SessionIssue) -> str:
        return f"{issue.number}. {issue.title}"


class AskForm(forms.Form):
    """A question; whoever keeps the record says whose it is."""

    seat = SeatField(label="提问人", queryset=SessionSeat.objects.none(), empty_label="请选择提问的代表")
    issue = IssueField(
        label="清单中的问题", queryset=SessionIssue.objects.none(), required=False, empty_label="不在清单中"
    )
    text = LongText(label="问题", rows=4)
    follows = forms.ModelChoiceField(queryset=FloorQuestion.objects.none(), required=False, widget=forms.HiddenInput)

    def __init__(self, *args: Any, seats: QuerySet, issues: QuerySet, questions: QuerySet, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self.fields["seat"].queryset = seats
        self.fields["issue"].queryset = issues
        self.fields["follows"].queryset = questions


class AnswerForm(forms.Form):
    seat = SeatField(label="应答单位", queryset=SessionSeat.objects.none(), empty_label="请选择应答单位")
    speaker = forms.CharField(label="应答人姓名和职务", max_length=60)
    text = LongText(label="答复", rows=6)

    def __init__(self, *args: Any, seats: QuerySet, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self.fields["seat"].queryset = seats


class ShutForm(forms.Form):
    present = SeatsField(
        label="到场的代表、单位和人员",
        queryset=SessionSeat.objects.none(),
        error_messages={"required": "请勾选到场人员。"},
    )
    summary = LongText(label="问答情况", rows=5, help_text="问了什么、答了什么、现场作出哪些承诺。")

    def __init__(self, *args: Any, seats: QuerySet, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self.fields["present"].queryset = seats


class ResultForm(forms.Form):
    result = LongText(label="总体结果", rows=5, help_text="几个问题、解决几个、二次整改几个，参加人员会收到。")


class SessionFilter(forms.Form):
    q = forms.CharField(label="主题", max_length=40, required=False)
    kind = forms.ChoiceField(label="监督形式", choices=[("", "全部"), *SessionKind.choices], required=False)
    state = forms.ChoiceField(label="阶段", choices=[("", "全部"), *SessionState.choices], required=False)
