"""Reception days for deputies, and whose turn it is to sit in on a meeting of the standing committee."""

from collections.abc import Sequence
from typing import Any

from django.db.models import Count, Q, QuerySet
from django.urls import reverse, reverse_lazy

from deputies.forms import reception as forms
from deputies.models import (
    ContactStandard,
    Deputy,
    Mandate,
    Meeting,
    MeetingKind,
    RaisedMatter,
    ReceptionDay,
    SitInApplication,
)
from deputies.querysets.reception import in_turn
from deputies.rules import reception as rules
from deputies.states.contact import StandardCode
from deputies.transitions.plan_sit_in import plan_sit_in
from deputies.transitions.receptions import answer_raised, confirm_sign_ups, open_reception, sign_up
from foundation import deadlines
from foundation.web.tables import Column
from foundation.web.tones import tone_of
from foundation.web.views import Behind, CreateStep, ListPage, StepView

CRUMB = ("常委会接待日", "/deputies/receptions/")
TURNS = ("列席轮次", "/deputies/sit-ins/")


class ReceptionList(Behind, ListPage):
    """Every reception day, the next one first."""

    door = rules.may_open_receptions
    title = "常委会代表接待日"
    template_name = "deputies/receptions.html"
    empty = "还没有安排接待日，由代表联络工作机构安排后显示。"
    columns = (
        Column("接待日", "activity.title", link=lambda row: row.page, primary=True),
        Column("时间", "activity.starts_at", kind="datetime"),
        Column("地点", "activity.place"),
        Column("接待人", lambda row: "、".join(person.name for person in row.receivers.all())),
        Column("报名截止", "sign_up_until", kind="date"),
        Column("已报名", lambda row: f"{row.signed}/{row.seats}"),
        Column(
            "状态",
            "activity.get_state_display",
            kind="badge",
            tone=lambda row: tone_of("deputies.activity.state", row.activity.state),
        ),
    )

    def queryset(self) -> QuerySet[ReceptionDay]:
        rows = ReceptionDay.objects.select_related("activity").prefetch_related("receivers")
        mine = Count("sign_ups", filter=Q(sign_ups__deputy__user=self.request.user))
        return rows.annotate(signed=Count("sign_ups", distinct=True), mine=mine).order_by("-activity__starts_at", "-pk")

    def decorate(self, rows: Sequence[ReceptionDay]) -> None:
        """A deputy who has not signed up goes to the sign-up, everybody else to the page of the day."""
        house = rules.may_hold_reception(self.request.user, on=self.on)
        for row in rows:
            ahead = row.activity.state == "planned" and row.sign_up_until >= self.on and not row.mine
            row.page = reverse("deputies:sign-up", args=[row.pk]) if ahead and not house else row.get_absolute_url()

    def get_context_data(self, **kwargs: Any) -> dict[str, Any]:
        may_hold = bool(rules.may_hold_reception(self.request.user, on=self.on))
        return super().get_context_data(may_hold=may_hold, **kwargs)


class OpenReception(CreateStep):
    form_class = forms.ReceptionForm
    rule = rules.may_hold_reception
    transition = open_reception
    title = "安排代表接待日"
    button = "安排并开放报名"
    success_message = "已安排，代表可以报名。报名截止后请确认名单，通知代表。"
    back_url = reverse_lazy("deputies:receptions")
    crumbs = (CRUMB,)

    def form_kwargs(self) -> dict[str, Any]:
        return {"on": self.on}


class DayStep(Behind, StepView):
    door = rules.may_open_receptions
    versioned = False
    crumbs = (CRUMB,)
    success_url = reverse_lazy("deputies:receptions")

    def queryset(self) -> QuerySet[ReceptionDay]:
        return ReceptionDay.objects.select_related("activity")


class SignUpStep(DayStep):
    form_class = forms.SignUpForm
    rule = rules.may_sign_up
    transition = sign_up
    title = "报名参加代表接待日"
    button = "报名"
    success_message = "已报名。名单确定后您会收到通知。"


class ConfirmSignUps(DayStep):
    rule = rules.may_confirm_sign_ups
    transition = confirm_sign_ups
    title = "确认名单并通知"
    button = "通知报名的代表"
    intro = "报名的代表会收到书面通知，以后的请假、签到、办结与其他活动相同。"
    success_message = "已通知报名的代表。"

    def get_success_url(self) -> str:
        return self.object.get_absolute_url()


class AnswerRaised(StepView):
    form_class = forms.RaisedAnswerForm
    rule = rules.may_answer_raised
    transition = answer_raised
    title = "答复代表"
    button = "答复"
    success_message = "已答复，代表已收到通知。"
    template_name = "deputies/answer_raised.html"
    context_name = "matter"
    crumbs = (CRUMB,)

    def queryset(self) -> QuerySet[RaisedMatter]:
        return RaisedMatter.objects.visible_to(self.request.user).select_related("deputy", "activity__reception")

    def get_context_data(self, **kwargs: Any) -> dict[str, Any]:
        deadlines.attach_lights([self.object], "raised_answer", self.on)
        return super().get_context_data(**kwargs)


class SitInTurns(Behind, ListPage):
    """Every serving deputy in the order in which he is asked, with how often he has sat in this term."""

    door = rules.may_open_turns
    title = "列席常委会会议轮次"
    template_name = "deputies/sit_in_turns.html"
    export_name = "列席常委会会议轮次"
    per_page = 50
    empty = "名册中还没有在任代表。"
    columns = (
        Column("代表", "deputy.name", link=lambda row: row.deputy.get_absolute_url(), primary=True),
        Column("代表团", lambda row: str(row.delegation or "")),
        Column("本届已邀请（次）", "times", kind="number"),
        Column("最近一次", "last_on", kind="date"),
    )

    def queryset(self) -> QuerySet[Mandate]:
        seats = Mandate.objects.at_home().serving_on(self.on).select_related("deputy", "delegation")
        return in_turn(seats)

    def get_context_data(self, **kwargs: Any) -> dict[str, Any]:
        may_plan = bool(rules.may_hold_reception(self.request.user, on=self.on))
        return super().get_context_data(may_plan=may_plan, **kwargs)


class PlanSitIn(CreateStep):
    """Those whose turn it is stand first and are ticked."""

    template_name = "deputies/plan_sit_in.html"
    form_class = forms.SitInForm
    rule = rules.may_hold_reception
    transition = plan_sit_in
    title = "安排列席常委会会议"
    button = "邀请列席"
    success_message = "已邀请，代表会收到书面通知。"
    back_url = reverse_lazy("deputies:sit-in-turns")
    crumbs = (TURNS,)

    def seats(self) -> QuerySet[Mandate]:
        return in_turn(Mandate.objects.at_home().serving_on(self.on)).select_related("deputy", "delegation")

    def form_kwargs(self) -> dict[str, Any]:
        deputies = Deputy.objects.filter(pk__in=self.seats().order_by().values("deputy"))
        meetings = Meeting.objects.filter(kind=MeetingKind.STANDING_COMMITTEE).exclude(closes_on__lt=self.on)
        return {"deputies": deputies, "meetings": meetings.order_by("-number")}

    def get_context_data(self, **kwargs: Any) -> dict[str, Any]:
        form, seats = kwargs["form"], list(self.seats())
        wanted = ContactStandard.amount_on(StandardCode.SIT_IN_SEATS, self.on)
        chosen = {seat.deputy_id for seat in seats[:wanted]}
        if form.is_bound:
            chosen = {int(pk) for pk in form.data.getlist("deputies") if pk.isdigit()}
        applied = set(SitInApplication.objects.open().values_list("deputy", flat=True))
        return super().get_context_data(seats=seats, chosen=chosen, wanted=wanted, applied=applied, **kwargs)
