"""What organisers and deputies fill in about an activity."""

from collections.abc import Sequence
from datetime import date, timedelta
from typing import Any

from django import forms
from django.db.models import QuerySet

from deputies import people
from deputies.forms.places import PlaceForm
from deputies.models import (
    Activity,
    ActivityKind,
    ActivityPlan,
    Campaign,
    Delegation,
    Deputy,
    DeputyGroup,
    Meeting,
    PlanItem,
    Term,
)
from deputies.rules.half_days import HalfDay
from deputies.rules.register import KEEPERS
from deputies.states import ActivityState, AttendanceStatus, PlanState
from foundation.accounts.models import Organisation
from foundation.accounts.roles import LOCAL_KINDS, SC_KINDS, Role
from foundation.files.forms import attachments
from foundation.web.fields import Choice, LongText, MomentField

MONTH = timedelta(days=31)
TO_ANSWER = [("yes", "已接通，代表知悉"), ("no", "没有接通")]


def holders(user: Any, on: date) -> list[tuple[str, str]]:
    """In whose name this person may hold an activity: "o<id>" for offices, "g<id>" for groups of the current term."""
    term = Term.objects.current()
    offices, groups = Organisation.objects.active(), DeputyGroup.objects.filter(term=term)
    if user.has_role(*KEEPERS, on=on):
        offices = offices.of_kind(*SC_KINDS, *LOCAL_KINDS)
    else:
        townships = user.organisations(Role.TOWNSHIP_CLERK, on=on)
        offices = offices.filter(pk__in=townships | user.organisations(Role.COMMITTEE, on=on))
        own = people.groups_of(user, on) if user.has_role(Role.GROUP_CONVENER, on=on) else set()
        groups = groups.filter(delegation__area__organisation__in=townships) | groups.filter(pk__in=own)
    named = [(f"o{row.pk}", row.name) for row in offices.order_by("kind", "pinyin_key")]
    return named + [(f"g{row.pk}", row.name) for row in groups.order_by("pk")]


class ScheduleForm(forms.Form):
    """When, where and what."""

    title = forms.CharField(label="活动名称", max_length=120)
    place = forms.CharField(label="地点", max_length=120)
    starts_at = MomentField(label="开始时间")
    ends_at = MomentField(label="结束时间")
    content = LongText(label="活动内容和要求", required=False, rows=4)

    def clean(self) -> dict[str, Any]:
        cleaned = super().clean()
        first, last = cleaned.get("starts_at"), cleaned.get("ends_at")
        if first and last and last <= first:
            self.add_error("ends_at", "结束时间应当晚于开始时间，请核对。")
        return cleaned


class PlanForm(ScheduleForm):
    """A new activity with its kind and its holder."""

    kind = forms.ModelChoiceField(label="活动类别", queryset=ActivityKind.objects.none(), empty_label="请选择类别")
    holder = forms.ChoiceField(label="组织单位")
    meeting = forms.ModelChoiceField(
        label="所属会议",
        queryset=Meeting.objects.none(),
        required=False,
        empty_label="不属于某次会议",
        help_text="代表大会会议和列席常委会会议的，请选择会议；请假的批准人按会前、会中确定。",
    )
    plan_item = forms.ModelChoiceField(
        label="年度计划项目", queryset=PlanItem.objects.none(), required=False, empty_label="计划外安排"
    )
    campaigns = forms.ModelMultipleChoiceField(
        label="主题活动", queryset=Campaign.objects.none(), required=False, widget=forms.CheckboxSelectMultiple
    )
    field_order = ["kind", "title", "holder", "meeting", "starts_at", "ends_at", "place", "content", "plan_item"]

    def __init__(self, *args: Any, user: Any, on: date, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self.fields["kind"].queryset = ActivityKind.objects.on(on)
        self.fields["holder"].choices = holders(user, on)
        items = PlanItem.objects.filter(plan__in=ActivityPlan.objects.run_by(user, on), plan__year=on.year)
        self.fields["plan_item"].queryset = items.exclude(plan__state=PlanState.DRAFT).select_related("plan")
        running = Campaign.objects.filter(starts_on__lte=on + MONTH).exclude(ends_on__lt=on)
        self.fields["campaigns"].queryset = running
        for name in ("plan_item", "campaigns"):
            if not self.fields[name].queryset.exists():
                del self.fields[name]
        self.fields["meeting"].queryset = Meeting.objects.filter(term__is_current=True).order_by("-opens_on", "-pk")

    def clean(self) -> dict[str, Any]:
        """The holder as `organiser` or `group`."""
        cleaned = super().clean()
        chosen = cleaned.pop("holder", "")
        model = Organisation if chosen.startswith("o") else DeputyGroup
        cleaned["organiser"] = cleaned["group"] = None
        if chosen:
            row = model.objects.get(pk=chosen[1:])
            cleaned["organiser" if model is Organisation else "group"] = row
        kind = cleaned.get("kind")
        if kind and kind.warns_of_absence and not cleaned.get("meeting"):
            self.add_error("meeting", "代表大会会议的活动须选择是哪次会议，以便提醒未经批准的缺席。")
        return cleaned


class InviteForm(forms.Form):
    """Whole delegations and groups, everybody, or one by one."""

    everybody = forms.BooleanField(label="本级全体在任代表", required=False)
    delegations = forms.ModelMultipleChoiceField(
        label="整个代表团",
        queryset=Delegation.objects.none(),
        required=False,
        widget=forms.CheckboxSelectMultiple,
    )
    groups = forms.ModelMultipleChoiceField(
        label="整个代表小组",
        queryset=DeputyGroup.objects.none(),
        required=False,
        widget=forms.CheckboxSelectMultiple,
    )
    deputies = forms.ModelMultipleChoiceField(
        label="逐人选择",
        queryset=Deputy.objects.none(),
        required=False,
        widget=forms.CheckboxSelectMultiple,
        error_messages={"invalid_choice": "所选代表不在可以邀请的名单中，请刷新页面后重选。"},
    )

    def __init__(self, *args: Any, seats: QuerySet, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self.seats = seats
        known = seats.order_by()
        self.fields["deputies"].queryset = Deputy.objects.filter(pk__in=known.values("deputy"))
        self.fields["delegations"].queryset = Delegation.objects.filter(pk__in=known.values("delegation"))
        self.fields["groups"].queryset = DeputyGroup.objects.filter(pk__in=known.values("group"))

    def clean(self) -> dict[str, Any]:
        """All chosen together, each once, as `deputies`."""
        super().clean()
        cleaned = self.cleaned_data
        if self.errors:
            return cleaned
        rows = self.seats.order_by()
        if not cleaned["everybody"]:
            of = rows.filter(delegation__in=cleaned["delegations"]) | rows.filter(group__in=cleaned["groups"])
            rows = of | rows.filter(deputy__in=cleaned["deputies"])
        chosen = list(Deputy.objects.filter(pk__in=rows.values("deputy")).order_by("pinyin_key", "pk"))
        if not chosen:
            self.add_error(None, "请选择代表团、代表小组或者代表。")
        return {"deputies": chosen}


class ReasonForm(forms.Form):
    """Why an activity is not held."""

    reason = LongText(label="取消理由", rows=3)


class LeaveForm(forms.Form):
    """A leave in writing, from the whole activity or some half-days of it."""

    parts = forms.MultipleChoiceField(
        label="请假的时间",
        required=False,
        widget=forms.CheckboxSelectMultiple,
        help_text="全程请假的不用选；只请其中一部分的，选择请假的半天，其余时间照常参加。",
        error_messages={"invalid_choice": "活动时间已有调整，请刷新页面后重新选择。"},
    )
    reason = LongText(label="请假事由", rows=4, help_text="只有批准人和组织单位能看到。")
    files = attachments("证明材料（可不填）")

    def __init__(self, *args: Any, halves: Sequence[HalfDay], **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self.fields["parts"].choices = [(half.key, str(half)) for half in halves]
        if len(halves) == 1:
            del self.fields["parts"]


class DecideForm(forms.Form):
    """The word of whoever decides."""

    approve = Choice([("yes", "批准"), ("no", "不批准")], label="审批意见")
    decision = forms.CharField(label="说明", max_length=300, required=False, help_text="不批准的，请写明理由。")

    def clean_approve(self) -> bool:
        return self.cleaned_data["approve"] == "yes"

    def clean(self) -> dict[str, Any]:
        cleaned = super().clean()
        if cleaned.get("approve") is False and not cleaned.get("decision", "").strip():
            self.add_error("decision", "不批准请假的，请写明理由。")
        return cleaned


class CallForm(forms.Form):
    """One telephone call."""

    reached = Choice(TO_ANSWER, label="通话结果")
    coming = forms.BooleanField(
        label="代表在电话中答复参加", required=False, help_text="不能参加的，请返回活动页面代为登记请假。"
    )
    note_text = forms.CharField(label="通话情况", max_length=200, required=False, help_text="没有接通的，请写明情况。")

    def clean_reached(self) -> bool:
        return self.cleaned_data["reached"] == "yes"


class CheckInForm(forms.Form):
    """The two digits on the screen; the code comes with the address that was scanned."""

    code = forms.CharField(widget=forms.HiddenInput, max_length=40, required=False)
    number = forms.CharField(
        label="屏幕上现在显示的两位数字",
        max_length=4,
        widget=forms.TextInput(attrs={"inputmode": "numeric", "autocomplete": "off", "autofocus": True}),
    )
    word = forms.CharField(
        label="现场口令",
        max_length=20,
        help_text="组织者在会场口头宣布的四个字。",
        widget=forms.TextInput(attrs={"autocomplete": "off"}),
    )

    def __init__(self, *args: Any, asks_word: bool = False, asks_place: bool = False, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        if not asks_word:
            del self.fields["word"]
        if asks_place:
            self.fields |= PlaceForm().fields


class CorrectForm(forms.Form):
    """What is right, and why it was wrong."""

    status = Choice(AttendanceStatus.choices, label="更正为")
    reason = forms.CharField(label="更正理由", max_length=200)


class RecordForm(forms.Form):
    """What was done and said."""

    text = LongText(label="活动记录", rows=8, help_text="写明议程、发言要点、提出的意见和议定事项。")
    files = attachments("照片和文件")


class AttendanceForm(forms.Form):
    """One word for each invited deputy; a line left as it is stays."""

    def __init__(self, *args: Any, invitations: list[Any], **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        for row in invitations:
            self.fields[f"status-{row.pk}"] = forms.ChoiceField(
                label=row.deputy.name,
                required=False,
                initial=row.attendance,
                choices=AttendanceStatus.choices,
                widget=forms.RadioSelect,
            )

    def clean(self) -> dict[str, Any]:
        """As `statuses`, by invitation; with 其余全部出席 whoever has no word yet was there."""
        cleaned = super().clean()
        statuses = {int(name.removeprefix("status-")): word for name, word in cleaned.items()}
        if "rest" in self.data:
            statuses = {pk: word or AttendanceStatus.PRESENT for pk, word in statuses.items()}
        return {"statuses": statuses}


class ActivityFilter(forms.Form):
    """What a reader narrows the list by."""

    q = forms.CharField(label="名称或地点", required=False, max_length=40)
    kind = forms.ModelChoiceField(label="类别", queryset=ActivityKind.objects.all(), required=False, empty_label="全部")
    state = forms.ChoiceField(label="状态", choices=[("", "全部"), *ActivityState.choices], required=False)
    campaign = forms.ModelChoiceField(
        label="主题活动", queryset=Campaign.objects.all(), required=False, empty_label="全部"
    )
    whose = forms.ChoiceField(
        label="范围", choices=[("", "全部"), ("asked", "邀请我的"), ("run", "我组织的")], required=False
    )

    def narrow(self, rows: QuerySet[Activity], user: Any, wanted: dict[str, Any], on: date) -> QuerySet[Activity]:
        """The rows wanted; only filled fields are in `wanted`."""
        if "q" in wanted:
            rows = rows.named(wanted["q"])
        for name in ("kind", "state"):
            if name in wanted:
                rows = rows.filter(**{name: wanted[name]})
        if "campaign" in wanted:
            rows = rows.filter(campaigns=wanted["campaign"])
        return {"asked": rows.asking(user), "run": rows.run_by(user, on)}.get(wanted.get("whose", ""), rows)
