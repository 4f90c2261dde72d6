"""One reception day: who sits there, who came; and the days of all stations, as a list and as a month."""

from typing import Any

from django.db.models import QuerySet
from django.http import HttpRequest, HttpResponse
from django.urls import reverse
from django.views.generic.base import TemplateResponseMixin, View

from deputies.models import Deputy
from foundation.audit import timeline
from foundation.web.actions import Action
from foundation.web.chinese import date_text
from foundation.web.views import Behind, DetailPage, StepView
from foundation.web.views.page import PageMixin
from foundation.workdays.clock import now
from liaison_stations import rules as doors
from liaison_stations.forms import rota as forms
from liaison_stations.models import ReceptionSlot, SlotTurn
from liaison_stations.notices.rota import when_and_where
from liaison_stations.rules import rota as rules
from liaison_stations.states.rota import SlotState, TurnState
from liaison_stations.transitions.slots import cancel_slot, close_slot, correct_slot, fill_slot, free_for
from liaison_stations.views.month import first_day, neighbours, weeks_of

DAYS = ("接待日", "/stations/reception-days/")
MOST = 400
# label, address, rule, tone, icon
VERBS = (
    ("登记到岗情况", "close-slot", rules.may_close_slot, "primary", "check"),
    ("补充值班代表", "fill-slot", rules.may_fill_slot, "secondary", "plus"),
    ("更正到岗情况", "correct-slot", rules.may_correct_slot, "secondary", "edit"),
    ("取消接待日", "cancel-slot", rules.may_cancel_slot, "danger", "cross"),
)


class Days(Behind, TemplateResponseMixin, PageMixin, View):
    """GET: the month `?month=2026-09` of every station this person reads; what waits for him above it."""

    door = doors.may_open_stations
    template_name = "liaison_stations/reception_days.html"

    def get(self, request: HttpRequest, **kwargs: Any) -> HttpResponse:
        first = first_day(request.GET.get("month", ""), self.on)
        weeks, last = weeks_of(first)
        rows = ReceptionSlot.objects.visible_to(request.user).between(first, last).exclude(state=SlotState.CANCELLED)
        by_day: dict[Any, list[ReceptionSlot]] = {}
        for slot in rows.with_people().order_by("starts_at", "pk")[:MOST]:
            by_day.setdefault(slot.day, []).append(slot)
        self.title = f"{first.year}年{first.month}月代表接待日"
        kept = ReceptionSlot.objects.kept_by(request.user, self.on)
        facts = {
            "weeks": [[(day, day.month == first.month, by_day.get(day, [])) for day in week] for week in weeks],
            "waiting": kept.to_close(now()).select_related("station").order_by("starts_at", "pk")[:20],
            "short": kept.short_of_deputies(self.on).select_related("station").order_by("starts_at", "pk")[:20],
            **neighbours(first),
        }
        return self.render_to_response(self.get_context_data(**facts))


class SlotPage(DetailPage):
    """One reception day with everybody whose name stands or stood on it."""

    template_name = "liaison_stations/slot.html"
    context_name = "slot"

    def queryset(self) -> QuerySet[ReceptionSlot]:
        rows = ReceptionSlot.objects.visible_to(self.request.user).with_people()
        return rows.select_related("station__area__parent", "rule", "closed_by")

    def get_crumbs(self) -> list[tuple[str, str]]:
        return [DAYS, (str(self.object.station), reverse("stations:rota", args=[self.object.station_id]))]

    def actions(self, obj: ReceptionSlot) -> list[Action]:
        offered = [
            Action(
                label, reverse(f"stations:{page}", args=[obj.pk]), rule(self.request.user, obj, on=self.on), tone, icon
            )
            for label, page, rule, tone, icon in VERBS
        ]
        return [action for action in offered if action.allowed or action.verdict.code == "date"]

    def get_context_data(self, **kwargs: Any) -> dict[str, Any]:
        slot, user, on = self.object, self.request.user, self.on
        may_keep = bool(doors.may_keep(user, slot.station, on=on))
        turns = [(turn, self._may_leave(turn, may_keep), self._may_swap(turn)) for turn in slot.turns.all()]
        facts = {"basics": _basics(slot), "turns": turns, "may_keep": may_keep}
        if may_keep:
            facts["events"] = list(timeline(slot))
        return super().get_context_data(**{**facts, **kwargs})

    def _may_leave(self, turn: SlotTurn, may_keep: bool) -> bool:
        own = turn.deputy.user_id == self.request.user.pk
        return (own or may_keep) and self._is_ahead(turn)

    def _may_swap(self, turn: SlotTurn) -> bool:
        return turn.deputy.user_id == self.request.user.pk and self._is_ahead(turn)

    def _is_ahead(self, turn: SlotTurn) -> bool:
        slot = self.object
        return turn.state == TurnState.ON and slot.state == SlotState.PLANNED and slot.day >= self.on


class SlotStep(StepView):
    """A step about one reception day."""

    crumbs = (DAYS,)
    context_name = "slot"

    def queryset(self) -> QuerySet[ReceptionSlot]:
        return ReceptionSlot.objects.visible_to(self.request.user).select_related("station__area__parent", "rule")


class FillSlot(SlotStep):
    form_class = forms.FillForm
    rule = rules.may_fill_slot
    transition = fill_slot
    title = "补充值班代表"
    button = "安排并通知代表"
    success_message = "已安排，代表已收到通知。"

    def form_kwargs(self) -> dict[str, Any]:
        return {"deputies": free_for(self.object)}


class CancelSlot(SlotStep):
    form_class = forms.CancelSlotForm
    rule = rules.may_cancel_slot
    transition = cancel_slot
    title = "取消接待日"
    button = "取消接待日"
    button_tone = "danger"
    success_message = "已取消，代表已收到通知，联络站页面已公告。"


class CloseSlot(SlotStep):
    form_class = forms.CloseForm
    rule = rules.may_close_slot
    transition = close_slot
    title = "登记到岗情况"
    button = "登记"
    intro = "勾选实际到岗的代表；没有勾选的登记为未到岗，并告知站长。"
    success_message = "已登记，到岗代表的履职档案已记录。"

    def form_kwargs(self) -> dict[str, Any]:
        return {"deputies": Deputy.objects.filter(reception_turns__in=self.object.turns.standing()).distinct()}


class CorrectSlot(CloseSlot):
    form_class = forms.CorrectForm
    rule = rules.may_correct_slot
    transition = correct_slot
    title = "更正到岗情况"
    button = "更正"
    intro = ""
    success_message = "已更正，代表的履职档案随之更正。"

    def get_form(self, bound: bool = False) -> Any:
        if bound:
            return super().get_form(bound)
        came = self.object.turns.filter(state=TurnState.SERVED).values_list("deputy", flat=True)
        return forms.CorrectForm(
            initial={"present": list(came), "visitors": self.object.visitors}, **self.form_kwargs()
        )


def _basics(slot: ReceptionSlot) -> list[tuple[str, Any]]:
    rows = [
        ("联络站", slot.station),
        ("时间、地点", when_and_where(slot)),
        ("接待主题", slot.topic),
        ("依据", f"接待日规定：{slot.rule}" if slot.rule else "接待日规定以外加开"),
        ("规定日期", f"{date_text(slot.planned_on)}，因节假日、休息日顺延" if slot.is_moved else ""),
        ("来访群众", "" if slot.visitors is None else f"{slot.visitors}人"),
        ("登记", f"{slot.closed_by}，{date_text(slot.closed_at)}" if slot.closed_at else ""),
    ]
    return [row for row in rows if row[1]]
