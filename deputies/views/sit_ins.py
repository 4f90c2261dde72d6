"""Applications to sit in: a deputy's own, all of them for the office."""

from typing import Any

from django.db.models import QuerySet
from django.urls import reverse, reverse_lazy

from deputies.forms import sit_ins as forms
from deputies.models import Meeting, MeetingKind, SitInApplication
from deputies.rules import sit_ins as rules
from deputies.rules.reception import may_hold_reception, may_open_turns
from deputies.states.contact import ApplicationState
from deputies.transitions.sit_ins import apply_sit_in, decline_sit_in, withdraw_sit_in
from foundation.web.tables import Column
from foundation.web.views import Behind, CreateStep, ListPage, StepView

TURNS = ("列席轮次", "/deputies/sit-ins/")
CRUMB = ("列席申请", "/deputies/sit-ins/applications/")
TONES = {"asked": "warn", "accepted": "ok", "declined": "muted", "withdrawn": "muted"}


class Applications(Behind, ListPage):
    """The latest first; with the step that is open to the reader."""

    door = may_open_turns
    title = "列席申请"
    template_name = "deputies/sit_in_applications.html"
    crumbs = (TURNS,)
    empty = "还没有列席申请。代表可以申请列席将要举行的常委会会议。"
    columns = (
        Column("代表", "deputy.name", primary=True),
        Column("常委会会议", lambda row: str(row.meeting)),
        Column("关注的议题和理由", "text"),
        Column("申请时间", "asked_at", kind="datetime"),
        Column("状态", "get_state_display", kind="badge", tone=lambda row: TONES[row.state]),
        Column("答复", "answer"),
        Column("办理", lambda row: row.step[0], link=lambda row: row.step[1]),
    )

    def queryset(self) -> QuerySet[SitInApplication]:
        return SitInApplication.objects.visible_to(self.request.user).with_names().order_by("-asked_at", "-pk")

    def decorate(self, rows: Any) -> None:
        holds = bool(may_hold_reception(self.request.user, on=self.on))
        for row in rows:
            label, page = ("答复未安排", "decline-sit-in") if holds else ("撤回", "withdraw-sit-in")
            open_ = row.state == ApplicationState.ASKED
            row.step = (label, reverse(f"deputies:{page}", args=[row.pk])) if open_ else ("", "")

    def get_context_data(self, **kwargs: Any) -> dict[str, Any]:
        user = self.request.user
        may = {
            "may_apply": bool(rules.may_apply_sit_in(user, on=self.on)),
            "may_plan": bool(may_hold_reception(user, on=self.on)),
        }
        return super().get_context_data(**may, **kwargs)


class ApplySitIn(CreateStep):
    form_class = forms.ApplyForm
    rule = rules.may_apply_sit_in
    transition = apply_sit_in
    title = "申请列席常委会会议"
    button = "提交申请"
    intro = "由代表联络工作机构统筹安排；安排列席的会收到会议通知，未安排的会告知理由。"
    success_message = "申请已提交。"
    back_url = reverse_lazy("deputies:sit-in-applications")
    crumbs = (TURNS, CRUMB)

    def form_kwargs(self) -> dict[str, Any]:
        ahead = Meeting.objects.filter(kind=MeetingKind.STANDING_COMMITTEE).exclude(opens_on__lte=self.on)
        ahead = ahead.filter(term__is_current=True, term__congress__is_home=True)
        return {"meetings": ahead.order_by("opens_on", "number")}


class ApplicationStep(StepView):
    template_name = "deputies/sit_in_application_step.html"
    context_name = "application"
    crumbs = (TURNS, CRUMB)

    def queryset(self) -> QuerySet[SitInApplication]:
        return SitInApplication.objects.visible_to(self.request.user).with_names()

    def get_success_url(self) -> str:
        return reverse("deputies:sit-in-applications")


class WithdrawSitIn(ApplicationStep):
    rule = rules.may_withdraw_sit_in
    transition = withdraw_sit_in
    title = "撤回列席申请"
    button = "撤回"
    success_message = "已撤回。"


class DeclineSitIn(ApplicationStep):
    form_class = forms.DeclineForm
    rule = rules.may_decline_sit_in
    transition = decline_sit_in
    title = "答复未安排列席"
    button = "答复代表"
    intro = "能够安排的，请在“安排列席”时选择这名代表，不必在此办理。"
    success_message = "已答复，代表已收到通知。"
