"""The rota of a station for those who keep or read it: rules, arranging, the days to come and gone."""

from typing import Any

from django.contrib import messages
from django.db.models import Count, Q, QuerySet
from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect
from django.urls import reverse
from django.utils import timezone
from django.views.generic.base import TemplateResponseMixin, View

from deputies.models import Deputy
from foundation.web.actions import Action
from foundation.web.views import DetailPage, StepView
from foundation.web.views.detail import ObjectMixin
from foundation.web.views.step import refusal_status
from foundation.workflow import Refused
from liaison_stations import rules as doors
from liaison_stations.forms import rota as forms
from liaison_stations.models import RotaRule, SlotTurn, Station
from liaison_stations.rules import rota as rules
from liaison_stations.states.rota import STANDING_TURNS, TurnState
from liaison_stations.transitions.arrange_rota import arrange_rota, propose, serving_at
from liaison_stations.transitions.rota_rules import add_rule, change_rule, end_rule
from liaison_stations.transitions.slots import add_slot

CRUMB = ("联络站台账", "/stations/register/")
AHEAD, GONE = 60, 12


class OfStation:
    """A page about the rota of one station this person reads."""

    crumbs = (CRUMB,)

    def queryset(self) -> QuerySet[Station]:
        return Station.objects.visible_to(self.request.user).select_related("area__parent")


class RotaPage(OfStation, DetailPage):
    """The station's rules, the days to come with their deputies, the days gone with who came."""

    template_name = "liaison_stations/rota.html"
    context_name = "station"

    def get_title(self) -> str:
        return f"{self.object.name}接待日"

    def get_crumbs(self) -> list[tuple[str, str]]:
        return [*super().get_crumbs(), (str(self.object), self.object.get_absolute_url())]

    def actions(self, obj: Station) -> list[Action]:
        verdict = rules.may_arrange_rota(self.request.user, obj, on=self.on)
        if verdict.code == "role":
            return []
        return [
            Action("接待登记", reverse("stations:desk", args=[obj.pk]), verdict, icon="edit"),
            Action("排班", reverse("stations:arrange-rota", args=[obj.pk]), verdict, "primary", "calendar"),
            Action("加开接待日", reverse("stations:add-slot", args=[obj.pk]), verdict, icon="plus"),
            Action("新增接待日规定", reverse("stations:add-rule", args=[obj.pk]), verdict, icon="plus"),
        ]

    def get_context_data(self, **kwargs: Any) -> dict[str, Any]:
        station, on = self.object, self.on
        slots = station.slots.with_people()
        year = SlotTurn.objects.filter(slot__station=station, slot__starts_at__year=on.year, state__in=STANDING_TURNS)
        came, missed = Count("pk", filter=Q(state=TurnState.SERVED)), Count("pk", filter=Q(state=TurnState.ABSENT))
        facts = {
            "rota_rules": station.rota_rules.order_by("-valid_from", "-pk"),
            "ahead": slots.filter(starts_at__date__gte=on).order_by("starts_at", "pk")[:AHEAD],
            "gone": slots.filter(starts_at__date__lt=on).order_by("-starts_at", "-pk")[:GONE],
            "shares": year.values("deputy__name", "deputy__pinyin_key")
            .annotate(turns=Count("pk"), came=came, missed=missed)
            .order_by("-turns", "deputy__pinyin_key"),
            "may_keep": bool(doors.may_keep(self.request.user, station, on=on)),
        }
        return super().get_context_data(**{**facts, **kwargs})


class StationStep(OfStation, StepView):
    """A step about the rota of one station."""

    rule = rules.may_arrange_rota
    context_name = "station"
    versioned = False

    def get_crumbs(self) -> list[tuple[str, str]]:
        return [*super().get_crumbs(), ("接待日", self.get_success_url())]

    def get_success_url(self) -> str:
        return reverse("stations:rota", args=[self.object.pk])


class AddRule(StationStep):
    form_class = forms.RuleForm
    transition = add_rule
    template_name = "liaison_stations/rota_rule.html"
    title = "新增接待日规定"
    button = "保存"
    success_message = "已保存。请按新的规定排班。"

    def get_form(self, bound: bool = False) -> Any:
        return super().get_form(bound) if bound else forms.RuleForm(initial={"valid_from": self.on})

    def get_context_data(self, **kwargs: Any) -> dict[str, Any]:
        return super().get_context_data(own_fields=_kinds_of_fields(), **kwargs)


class RuleStep(StepView):
    """A step about one rule."""

    crumbs = (CRUMB,)

    def queryset(self) -> QuerySet[RotaRule]:
        return RotaRule.objects.visible_to(self.request.user).select_related("station__area__parent")


class ChangeRule(RuleStep):
    form_class = forms.RuleForm
    rule = rules.may_change_rule
    transition = change_rule
    template_name = "liaison_stations/rota_rule.html"
    title = "修改接待日规定"
    button = "保存"
    success_message = "已保存。"

    def get_form(self, bound: bool = False) -> Any:
        return super().get_form(bound) if bound else forms.RuleForm(initial=forms.RuleForm.facts_of(self.object))

    def get_context_data(self, **kwargs: Any) -> dict[str, Any]:
        return super().get_context_data(own_fields=_kinds_of_fields(), **kwargs)


class EndRule(RuleStep):
    form_class = forms.EndRuleForm
    rule = rules.may_end_rule
    transition = end_rule
    title = "终止接待日规定"
    button = "终止"
    button_tone = "danger"
    success_message = "已终止。"


class ArrangeRota(OfStation, TemplateResponseMixin, ObjectMixin, View):
    """GET asks for the period and, given one, shows who would sit when. POST writes it and tells the deputies."""

    template_name = "liaison_stations/arrange_rota.html"
    context_name = "station"
    title = "排班"

    def get(self, request: HttpRequest, **kwargs: Any) -> HttpResponse:
        self.object = self.get_object()
        verdict = rules.may_arrange_rota(request.user, self.object, on=self.on)
        if not verdict:
            return self._page(verdict=verdict, status=refusal_status(verdict.code))
        if "start" not in request.GET:
            start, end = forms.quarter_from(self.on)
            return self._page(form=forms.PeriodForm(initial={"start": start, "end": end}))
        return self._preview(forms.PeriodForm(request.GET))

    def post(self, request: HttpRequest, **kwargs: Any) -> HttpResponse:
        self.object = self.get_object()
        form, verdict = forms.PeriodForm(request.POST), rules.may_arrange_rota(request.user, self.object, on=self.on)
        if not verdict:
            return self._page(verdict=verdict, status=refusal_status(verdict.code))
        if not form.is_valid():
            return self._page(form=form, status=422)
        try:
            slots = arrange_rota(self.object, by=request.user, at=timezone.now(), **form.cleaned_data)
        except Refused as refusal:
            return self._refused(form, refusal)
        messages.success(request, f"已安排{len(slots)}个接待日，已通知代表，并在联络站页面公开。")
        return redirect("stations:rota", self.object.pk)

    def _preview(self, form: forms.PeriodForm) -> HttpResponse:
        if not form.is_valid():
            return self._page(form=form, status=422)
        try:
            days = propose(self.object, **form.cleaned_data)
        except Refused as refusal:
            return self._refused(form, refusal)
        return self._page(form=form, days=days, late=any(day.is_late(self.on) for day in days))

    def _refused(self, form: forms.PeriodForm, refusal: Refused) -> HttpResponse:
        form.add_error(refusal.field if refusal.field in form.fields else None, refusal.reason)
        return self._page(form=form, status=refusal_status(refusal.code))

    def get_crumbs(self) -> list[tuple[str, str]]:
        page = reverse("stations:rota", args=[self.object.pk])
        return [*super().get_crumbs(), (str(self.object), self.object.get_absolute_url()), ("接待日", page)]

    def _page(self, status: int = 200, **facts: Any) -> HttpResponse:
        facts |= {"station": self.object, "object": self.object}
        return self.render_to_response(self.get_context_data(**facts), status=status)


class AddSlot(StationStep):
    form_class = forms.SlotForm
    transition = add_slot
    title = "加开接待日"
    button = "安排并通知代表"
    intro = "用于专题接待、流动接待、预约接待等接待日规定以外的安排。"
    success_message = "已安排，已通知代表，并在联络站页面公开。"

    def form_kwargs(self) -> dict[str, Any]:
        places = serving_at(self.object, self.on, self.on)
        return {"deputies": _deputies([place.deputy_id for place in places])}


def _deputies(keys: list[int]) -> QuerySet[Deputy]:
    return Deputy.objects.filter(pk__in=keys).order_by("pinyin_key", "pk")


def _kinds_of_fields() -> dict[str, str]:
    """Field → the kind of rule it belongs to, for the page to show it with that kind."""
    return {name: kind for kind, names in forms.OWN_FIELDS.items() for name in names}
