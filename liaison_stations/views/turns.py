"""A deputy's own turns: what is ahead, what colleagues ask, leave and swapping."""

from typing import Any

from django.db.models import Count, Q, QuerySet
from django.http import HttpRequest, HttpResponse
from django.urls import reverse, reverse_lazy
from django.views.generic.base import TemplateResponseMixin, View

from foundation.web.chinese import date_text
from foundation.web.views import Behind, StepView
from foundation.web.views.page import PageMixin
from liaison_stations.forms import rota as forms
from liaison_stations.models import DutySwap, SlotTurn
from liaison_stations.rules import rota as rules
from liaison_stations.states.rota import SwapState, TurnState
from liaison_stations.transitions import turns as steps
from liaison_stations.transitions.arrange_rota import busy_days
from liaison_stations.transitions.slots import free_for

MINE = ("我的接待日", "/stations/my-turns/")
ALONE = "请{name}代表替我值班（不换）"
EXCHANGE = "与{name}代表换{day}的值班"


class MyTurns(Behind, TemplateResponseMixin, PageMixin, View):
    """GET: the deputy's turns ahead, requests to and from him, and how often he sat this year."""

    door = rules.may_open_turns
    title = "我的接待日"
    template_name = "liaison_stations/my_turns.html"

    def get(self, request: HttpRequest, **kwargs: Any) -> HttpResponse:
        mine = SlotTurn.objects.of_user(request.user)
        this_year = mine.filter(slot__starts_at__year=self.on.year)
        served, absent = Q(state=TurnState.SERVED), Q(state=TurnState.ABSENT)
        swaps = DutySwap.objects.visible_to(request.user).with_turns()
        facts = {
            "ahead": mine.ahead(self.on).with_slot().prefetch_related("slot__turns__deputy", "swaps"),
            "asked": swaps.waiting_for(request.user),
            "asking": swaps.filter(state=SwapState.ASKED, turn__deputy__user=request.user),
            "gone": this_year.standing().filter(~Q(state=TurnState.ON)).with_slot().order_by("-slot__starts_at")[:20],
            **this_year.aggregate(served=Count("pk", filter=served), absent=Count("pk", filter=absent)),
        }
        return self.render_to_response(self.get_context_data(**facts))


class TurnStep(StepView):
    """A step about one turn."""

    context_name = "turn"
    crumbs = (MINE,)

    def queryset(self) -> QuerySet[SlotTurn]:
        return SlotTurn.objects.visible_to(self.request.user).with_slot()

    def get_crumbs(self) -> list[tuple[str, str]]:
        return [(str(self.object.slot), self.object.get_absolute_url())]


class LeaveTurn(TurnStep):
    form_class = forms.ReasonForm
    rule = rules.may_leave_turn
    transition = steps.leave_turn
    title = "接待日请假"
    button = "请假"
    intro = "联络站会收到，并另行安排代表。能与其他代表换班的，请先商请换班。"
    success_message = "已请假，联络站会另行安排。"


class AskSwap(TurnStep):
    form_class = forms.SwapForm
    rule = rules.may_ask_swap
    transition = steps.ask_swap
    title = "商请换班"
    button = "商请"
    intro = "对方同意后换班生效；对方答复前，仍由您值班。"
    success_message = "已告知对方，答复后您会收到通知。"
    success_url = reverse_lazy("stations:my-turns")

    def form_kwargs(self) -> dict[str, Any]:
        return {"options": self.options()}

    def options(self) -> list[tuple[str, str]]:
        """Colleagues' turns ahead at the station to exchange with, then colleagues who may take it alone; who or what
        is taken already is left out."""
        slot, me = self.object.slot, self.object.deputy_id
        taken = {turn.deputy_id for turn in slot.turns.standing()}
        rows = SlotTurn.objects.ahead(self.on).filter(slot__station=slot.station).exclude(deputy__in=taken | {me})
        theirs = list(rows.with_slot()[:60])
        busy = busy_days([me], slot.day, max((turn.slot.day for turn in theirs), default=slot.day))[me]
        exchanges = [(f"t{turn.pk}", _exchange(turn)) for turn in theirs if turn.slot.day not in busy]
        return [*exchanges, *((f"d{deputy.pk}", ALONE.format(name=deputy.name)) for deputy in free_for(slot))]

    def arguments(self, form: Any) -> dict[str, Any]:
        choice, reason = form.cleaned_data["choice"], form.cleaned_data["reason"]
        if choice.startswith("t"):
            theirs = SlotTurn.objects.with_slot().get(pk=choice[1:])
            return {"other": theirs.deputy, "other_turn": theirs, "reason": reason}
        other = next(deputy for deputy in free_for(self.object.slot) if str(deputy.pk) == choice[1:])
        return {"other": other, "reason": reason}


class SwapStep(StepView):
    """A step about one request."""

    template_name = "liaison_stations/swap.html"
    context_name = "swap"
    crumbs = (MINE,)
    success_url = reverse_lazy("stations:my-turns")

    def queryset(self) -> QuerySet[DutySwap]:
        return DutySwap.objects.visible_to(self.request.user).with_turns()

    def get_crumbs(self) -> list[tuple[str, str]]:
        return [MINE]


class AgreeSwap(SwapStep):
    rule = rules.may_agree_swap
    transition = steps.agree_swap
    title = "答复换班"
    button = "同意换班"
    success_message = "已换班，双方和联络站都会收到通知。"

    def get_context_data(self, **kwargs: Any) -> dict[str, Any]:
        decline = reverse("stations:decline-swap", args=[self.object.pk])
        return super().get_context_data(decline_url=decline, **kwargs)


class DeclineSwap(SwapStep):
    form_class = forms.DeclineForm
    rule = rules.may_decline_swap
    transition = steps.decline_swap
    title = "不同意换班"
    button = "不同意"
    success_message = "已答复对方。"


class WithdrawSwap(SwapStep):
    rule = rules.may_withdraw_swap
    transition = steps.withdraw_swap
    title = "撤回换班"
    button = "撤回"
    success_message = "已撤回，仍由您值班。"


def _exchange(turn: SlotTurn) -> str:
    return EXCHANGE.format(name=turn.deputy.name, day=date_text(turn.slot.day))
