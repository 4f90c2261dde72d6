"""The monthly consultation: the list, one with its agenda, and the office's steps."""

from collections.abc import Sequence
from typing import Any

from django.db.models import QuerySet
from django.urls import reverse_lazy

from foundation import deadlines
from foundation.audit import timeline
from foundation.files.store import files_of
from foundation.web.actions import ROLE_OR_STATE, Action, Verb, offered
from foundation.web.chinese import date_text, datetime_text
from foundation.web.tables import Column
from foundation.web.tones import tone_of
from foundation.web.views import Behind, CreateStep, DetailPage, ListPage, StepView
from liaison_stations.forms import consultations as forms
from liaison_stations.models import Consultation, ConsultationItem
from liaison_stations.rules import consultations as rules
from liaison_stations.transitions import consultations as act
from liaison_stations.transitions.agenda import could_come, next_day, should_come

CRUMB = ("集中研判", "/stations/consultations/")
VERBS = (
    Verb("登记召开", "hold-consultation", rules.may_hold_consultation, "primary", "check"),
    Verb("印发纪要", "issue-minutes", rules.may_issue_minutes, "primary", "document", post=True),
    Verb("加入议题", "add-consultation-item", rules.may_add_item, icon="plus"),
    Verb("调整安排", "change-consultation", rules.may_change_consultation, icon="edit"),
)
ITEM_VERBS = (
    Verb("记录研判意见", "decide-item", rules.may_decide_item, "primary", "edit"),
    Verb("登记落实结果", "settle-item", rules.may_settle_item, "primary", "check"),
    Verb("移出议题", "drop-item", rules.may_drop_item, post=True),
)


class Consultations(Behind, ListPage):
    """Every consultation, the latest first."""

    door = rules.may_list_consultations
    template_name = "liaison_stations/consultations.html"
    title = "集中研判"
    empty = "还没有集中研判。到日子前系统会自动准备议题，也可以现在安排。"

    def queryset(self) -> QuerySet[Consultation]:
        return Consultation.objects.visible_to(self.request.user).with_counts().order_by("-held_on", "-pk")

    def decorate(self, rows: Sequence[Consultation]) -> None:
        deadlines.attach_lights(rows, "consultation_minutes", self.on)

    def get_columns(self) -> Sequence[Column]:
        return [
            Column("名称", str, link=lambda row: row.get_absolute_url(), primary=True),
            Column("日期", "held_on", kind="date"),
            Column("主持人", lambda row: row.chair.name if row.chair else ""),
            Column("议题", "item_count", kind="number"),
            Column("待落实", "open_count", kind="number"),
            Column("状态", "get_state_display", kind="badge", tone=state_tone),
            Column("期限", "light", kind="light"),
        ]

    def get_context_data(self, **kwargs: Any) -> dict[str, Any]:
        may_plan = bool(rules.may_plan_consultation(self.request.user, on=self.on))
        return super().get_context_data(may_plan=may_plan, **kwargs)


def state_tone(meeting: Consultation) -> str:
    return tone_of("liaison_stations.consultation.state", meeting.state)


class ConsultationPage(DetailPage):
    """One consultation with each matter, what was decided and what became of it."""

    template_name = "liaison_stations/consultation.html"
    context_name = "meeting"

    def queryset(self) -> QuerySet[Consultation]:
        return Consultation.objects.visible_to(self.request.user).with_counts()

    def get_crumbs(self) -> list[tuple[str, str]]:
        return [CRUMB]

    def actions(self, obj: Consultation) -> list[Action]:
        return offered("stations", VERBS, self.request.user, obj, self.on, quiet=ROLE_OR_STATE)

    def get_context_data(self, **kwargs: Any) -> dict[str, Any]:
        meeting = self.object
        deadlines.attach_lights([meeting], "consultation_minutes", self.on)
        items = list(meeting.items.with_names())
        deadlines.attach_lights(items, "consultation_item", self.on)
        for item in items:
            item.consultation = meeting
        facts = {
            "basics": [
                ("日期", date_text(meeting.held_on)),
                ("地点", meeting.place),
                ("主持人", meeting.chair.name if meeting.chair else ""),
                ("参加人员", meeting.attendees),
                ("纪要", f"{datetime_text(meeting.minutes_at)}印发" if meeting.minutes_at else ""),
            ],
            "items": items,
            "files": list(files_of(meeting)),
            "events": list(timeline(meeting)),
        }
        return super().get_context_data(**facts, **kwargs)


class Items(Behind, ListPage):
    """Decisions to be carried out: all for the house, a body's own for the body."""

    door = rules.may_list_items
    title = "研判事项"
    empty = "没有研判事项。"

    def queryset(self) -> QuerySet[ConsultationItem]:
        rows = ConsultationItem.objects.visible_to(self.request.user).with_names()
        return rows.exclude(decision="").order_by("settled_at", "due_on", "pk")

    def decorate(self, rows: Sequence[ConsultationItem]) -> None:
        deadlines.attach_lights(rows, "consultation_item", self.on)

    def get_columns(self) -> Sequence[Column]:
        return [
            Column("议题", str, link=lambda row: row.get_absolute_url(), primary=True),
            Column("集中研判", "consultation"),
            Column("研判意见", "get_decision_display"),
            Column("落实单位", lambda row: row.unit.label if row.unit else ""),
            Column("完成期限", "due_on", kind="date"),
            Column("期限", "light", kind="light"),
            Column("落实结果", "outcome"),
        ]


class ItemPage(DetailPage):
    """One matter: for the house, and for the body it was put to."""

    template_name = "liaison_stations/consultation_item.html"
    context_name = "item"

    def queryset(self) -> QuerySet[ConsultationItem]:
        return ConsultationItem.objects.visible_to(self.request.user).with_names()

    def get_crumbs(self) -> list[tuple[str, str]]:
        if not rules.may_list_consultations(self.request.user):
            return []
        return [CRUMB, (str(self.object.consultation), self.object.consultation.get_absolute_url())]

    def actions(self, obj: ConsultationItem) -> list[Action]:
        return offered("stations", ITEM_VERBS, self.request.user, obj, self.on, quiet=ROLE_OR_STATE)

    def get_context_data(self, **kwargs: Any) -> dict[str, Any]:
        item = self.object
        deadlines.attach_lights([item], "consultation_item", self.on)
        facts = [
            ("集中研判", f"{item.consultation}，{date_text(item.consultation.held_on)}"),
            ("研判意见", item.get_decision_display()),
            ("具体要求", item.words),
            ("落实单位", item.unit.label if item.unit else ""),
            ("完成期限", date_text(item.due_on) if item.due_on else ""),
        ]
        return super().get_context_data(basics=facts, **kwargs)


class PlanConsultation(CreateStep):
    title = "安排集中研判"
    crumbs = (CRUMB,)
    rule = rules.may_plan_consultation
    transition = act.plan_consultation
    form_class = forms.PlanNewForm
    button = "安排"
    intro = "超过期限和办理时间较长的来信已经勾选，可以增减。"
    success_message = "已安排，常委会领导会收到通知。"
    back_url = reverse_lazy("stations:consultations")

    def form_kwargs(self) -> dict[str, Any]:
        day = next_day(self.on)
        chosen = [row.pk for row in should_come(day)]
        return {"letters": could_come(), "initial": {"held_on": day, "letters": chosen}}


class ConsultationStep(StepView):
    """A step about one consultation."""

    context_name = "meeting"

    def queryset(self) -> QuerySet[Consultation]:
        return Consultation.objects.visible_to(self.request.user)

    def get_crumbs(self) -> list[tuple[str, str]]:
        return [CRUMB, *super().get_crumbs()]


class ChangeConsultation(ConsultationStep):
    form_class = forms.PlanForm
    rule = rules.may_change_consultation
    transition = act.change_consultation
    title = button = "调整安排"
    success_message = "已调整。"

    def form_kwargs(self) -> dict[str, Any]:
        return {"initial": {"held_on": self.object.held_on, "place": self.object.place}}


class AddItem(ConsultationStep):
    form_class = forms.ItemForm
    rule = rules.may_add_item
    transition = act.add_item
    title = button = "加入议题"
    success_message = "已加入。"

    def form_kwargs(self) -> dict[str, Any]:
        return {"letters": could_come().exclude(consultation_items__consultation=self.object)}


class HoldConsultation(ConsultationStep):
    form_class = forms.HoldForm
    rule = rules.may_hold_consultation
    transition = act.hold_consultation
    title = button = "登记召开"
    intro = "会后请逐项记录研判意见，全部记录后印发纪要。"
    success_message = "已登记，请逐项记录研判意见。"

    def form_kwargs(self) -> dict[str, Any]:
        return {"on": self.object.held_on}


class IssueMinutes(ConsultationStep):
    rule = rules.may_issue_minutes
    transition = act.issue_minutes
    title = button = "印发纪要"
    success_message = "纪要已印发，落实单位已收到通知。"
    versioned = False


class ItemStep(StepView):
    """A step about one matter."""

    context_name = "item"

    def queryset(self) -> QuerySet[ConsultationItem]:
        return ConsultationItem.objects.visible_to(self.request.user).with_names()

    def get_success_url(self) -> str:
        if rules.may_list_consultations(self.request.user):
            return self.object.consultation.get_absolute_url()
        return self.object.get_absolute_url()


class DecideItem(ItemStep):
    form_class = forms.DecisionForm
    rule = rules.may_decide_item
    transition = act.decide_item
    title = "记录研判意见"
    button = "保存"
    success_message = "已记录。"

    def form_kwargs(self) -> dict[str, Any]:
        item = self.object
        return {"initial": {name: getattr(item, name) for name in ("decision", "words", "unit", "due_on")}}


class SettleItem(ItemStep):
    form_class = forms.SettleForm
    rule = rules.may_settle_item
    transition = act.settle_item
    title = button = "登记落实结果"
    success_message = "已登记。"


class DropItem(ItemStep):
    rule = rules.may_drop_item
    transition = act.drop_item
    title = button = "移出议题"
    success_message = "已移出。"
    versioned = False
