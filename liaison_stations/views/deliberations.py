"""Topical deliberations: the list, the page of one, and its steps."""

from collections.abc import Sequence
from typing import Any

from django.db.models import Count, Q, QuerySet
from django.urls import reverse, reverse_lazy

from deputies.models import Deputy, Mandate
from foundation.audit import timeline
from foundation.files.keeping import KeepsFiles
from foundation.web.actions import Action
from foundation.web.chinese import datetime_text
from foundation.web.tables import Column
from foundation.web.tones import tone_of
from foundation.web.views import Behind, CreateStep, DetailPage, ListPage, StepView
from liaison_stations.forms import deliberations as forms
from liaison_stations.forms.street import ReasonForm
from liaison_stations.models import CouncilOpinion, Deliberation, Station
from liaison_stations.rules import council_publishing as publishing
from liaison_stations.rules import deliberations as rules
from liaison_stations.transitions import deliberations as act
from liaison_stations.views.street import QUIET, public_since

CRUMB = ("专题议事", "/stations/deliberations/")
VERBS = (
    ("登记议事情况", "hold-deliberation", rules.may_hold_deliberation, "primary"),
    ("登记意见", "raise-at-deliberation", rules.may_raise_at_deliberation, "primary"),
    ("办结", "close-deliberation", rules.may_close_deliberation, "secondary"),
    ("取消议事", "cancel-deliberation", rules.may_cancel_deliberation, "secondary"),
    ("公开", "publish-deliberation", publishing.may_publish_deliberation, "secondary"),
    ("撤下公开", "unpublish-deliberation", publishing.may_unpublish_council, "secondary"),
)


def state_tone(row: Deliberation) -> str:
    return tone_of("liaison_stations.deliberation.state", row.state)


class Deliberations(Behind, ListPage):
    """Those of one's stations, those one sits at, or all for the house."""

    door = rules.may_list_deliberations
    template_name = "liaison_stations/deliberations.html"
    title = "专题议事"
    export_name = "专题议事"
    filter_form_class = forms.DeliberationFilter
    empty = "还没有专题议事。由联络站管理员或者乡镇、街道人大工作人员安排。"

    def queryset(self) -> QuerySet[Deliberation]:
        rows = Deliberation.objects.visible_to(self.request.user).with_names()
        waiting = Count("opinions", filter=~Q(opinions__state="closed"), distinct=True)
        return rows.annotate(raised=Count("opinions", distinct=True), waiting=waiting).order_by("-starts_at", "-pk")

    def filter(self, rows: QuerySet[Deliberation], wanted: dict[str, Any]) -> QuerySet[Deliberation]:
        if "q" in wanted:
            rows = rows.filter(Q(topic__contains=wanted["q"]) | Q(station__name__contains=wanted["q"]))
        return rows.filter(**{name: wanted[name] for name in ("state",) if name in wanted})

    def get_columns(self) -> Sequence[Column]:
        return (
            Column("议题", "topic", link=lambda row: row.get_absolute_url(), primary=True),
            Column("联络站", "station.name"),
            Column("时间", "starts_at", kind="datetime"),
            Column("状态", "get_state_display", kind="badge", tone=state_tone),
            Column("意见（件）", "raised", kind="number"),
            Column("未反馈（件）", "waiting", kind="number"),
        )

    def get_context_data(self, **kwargs: Any) -> dict[str, Any]:
        may_plan = bool(rules.may_plan_deliberation(self.request.user, on=self.on))
        return super().get_context_data(may_plan=may_plan, **kwargs)


class DeliberationPage(Behind, DetailPage):
    """One deliberation: who sits, what was said, what was raised and what became of it."""

    door = rules.may_list_deliberations
    template_name = "liaison_stations/deliberation.html"
    context_name = "deliberation"
    crumbs = (CRUMB,)

    def queryset(self) -> QuerySet[Deliberation]:
        return Deliberation.objects.visible_to(self.request.user).with_names()

    def actions(self, obj: Deliberation) -> list[Action]:
        found = []
        for label, name, rule, tone in VERBS:
            verdict = rule(self.request.user, obj, on=self.on)
            if verdict or verdict.code not in QUIET:
                found.append(Action(label, reverse(f"stations:{name}", args=[obj.pk]), verdict, tone))
        return found

    def get_context_data(self, **kwargs: Any) -> dict[str, Any]:
        row = self.object
        opinions = CouncilOpinion.objects.visible_to(self.request.user).filter(deliberation=row)
        facts = {
            "basics": [
                ("联络站", str(row.station)),
                ("时间", datetime_text(row.starts_at)),
                ("地点", row.place),
                ("办结时间", datetime_text(row.closed_at) if row.closed_at else ""),
                ("公开时间", public_since(row)),
            ],
            "seats": list(row.seats.select_related("deputy", "body")),
            "opinions": list(opinions.order_by("pk")),
            "events": list(timeline(row)),
        }
        return super().get_context_data(**{**facts, **kwargs})


class PlanDeliberation(CreateStep):
    form_class = forms.PlanForm
    rule = rules.may_plan_deliberation
    transition = act.plan_deliberation
    title = "安排专题议事"
    button = "安排"
    intro = "一次议一个题，请有关代表、单位和居民到联络站一起商量。代表和单位会收到通知，居民由联络站邀请。"
    success_message = "已安排，参加的代表和单位会收到通知。"
    back_url = reverse_lazy("stations:deliberations")
    crumbs = (CRUMB,)

    def form_kwargs(self) -> dict[str, Any]:
        kept = Station.objects.kept_by(self.request.user, self.on).public_on(self.on)
        seats = Mandate.objects.filter(term__is_current=True).serving_on(self.on)
        if not self.request.user.has_role("clerk", "secretary", on=self.on):
            seats = seats.filter(deputy__station_places__station__in=kept.values("pk")) | seats.filter(
                delegation__area__in=kept.values("area")
            )
        deputies = Deputy.objects.filter(pk__in=seats.order_by().values("deputy")).order_by("pinyin_key", "pk")
        return {"stations": kept.select_related("area"), "deputies": deputies}


class DeliberationStep(StepView):
    """A step about one deliberation."""

    template_name = "liaison_stations/deliberation_step.html"
    context_name = "deliberation"

    def queryset(self) -> QuerySet[Deliberation]:
        return Deliberation.objects.visible_to(self.request.user).with_names()

    def get_crumbs(self) -> list[tuple[str, str]]:
        return [CRUMB, (str(self.object), self.object.get_absolute_url())]


class HoldDeliberation(DeliberationStep):
    title = "登记议事情况"
    button = "登记"
    form_class = forms.HoldForm
    rule = rules.may_hold_deliberation
    transition = act.hold_deliberation
    success_message = "已登记，请把提出的意见逐件登记、交办。"

    def form_kwargs(self) -> dict[str, Any]:
        return {"seats": self.object.seats.select_related("deputy", "body")}


class RaiseAtDeliberation(KeepsFiles, DeliberationStep):
    title = "登记议事意见"
    button = "登记"
    form_class = forms.RaiseForm
    rule = rules.may_raise_at_deliberation
    transition = act.raise_at_deliberation
    intro = "一件意见写一个事项，登记后交办到单位，办理结果向提出人反馈。"
    success_message = "已登记，请及时交办。"
    versioned = False

    def form_kwargs(self) -> dict[str, Any]:
        return {"seats": self.object.seats.select_related("deputy", "body")}

    def get_success_url(self) -> str:
        return self.result.get_absolute_url()


class CancelDeliberation(DeliberationStep):
    title = button = "取消议事"
    button_tone = "danger"
    form_class = ReasonForm
    rule = rules.may_cancel_deliberation
    transition = act.cancel_deliberation
    success_message = "已取消，参加的代表和单位会收到通知。"


class CloseDeliberation(DeliberationStep):
    title = button = "办结"
    form_class = forms.ResultForm
    rule = rules.may_close_deliberation
    transition = act.close_deliberation
    intro = "写明议定的事项办得怎样，参加的代表和单位会收到。"
    success_message = "已办结。"
