"""A station's ledger of guarantee funds: what came, what was spent, what is left."""

from collections.abc import Sequence
from typing import Any

from django.core.exceptions import PermissionDenied
from django.db.models import QuerySet
from django.http import HttpRequest
from django.http.response import HttpResponseBase
from django.shortcuts import get_object_or_404
from django.urls import reverse

from foundation.web.chinese import money_text
from foundation.web.tables import Column
from foundation.web.views import Behind, ListPage
from liaison_stations import rules
from liaison_stations.forms import station_office as forms
from liaison_stations.models import FundEntry, Station
from liaison_stations.states import FundWay
from liaison_stations.transitions import station_rooms as rooms
from liaison_stations.views.office import CRUMB, OfStation, StationStep


class Funds(Behind, ListPage):
    """Newest first, with the balance above; exported with the same columns."""

    door = rules.may_open_stations
    template_name = "liaison_stations/funds.html"
    title = "保障经费台账"
    export_name = "联络站保障经费"
    empty = "还没有登记经费。"

    def dispatch(self, request: HttpRequest, *args: Any, **kwargs: Any) -> HttpResponseBase:
        if request.user.is_authenticated and rules.may_open_stations(request.user):
            self.station = get_object_or_404(Station.objects.visible_to(request.user).register_rows(), pk=kwargs["pk"])
            verdict = rules.may_see_accounts(request.user, self.station, on=self.on)
            if not verdict:
                raise PermissionDenied(verdict.reason)
        return super().dispatch(request, *args, **kwargs)

    def queryset(self) -> QuerySet[FundEntry]:
        return self.station.funds.select_related("recorded_by", "reversed_by").order_by("-on", "-pk")

    def get_columns(self) -> Sequence[Column]:
        may_enter = bool(rules.may_staff(self.request.user, self.station, on=self.on))
        link = _reverse_link if may_enter else None
        return (
            Column("来源或者用途", "words", primary=True),
            Column("日期", "on", kind="date"),
            Column("拨入（元）", lambda row: row.amount if row.way == FundWay.IN else None, kind="number"),
            Column("支出（元）", lambda row: row.amount if row.way == FundWay.OUT else None, kind="number"),
            Column("凭证号", "voucher"),
            Column("经办人", "recorded_by.name"),
            Column("冲销", lambda row: _reversal(row, may_enter), link=link),
        )

    def get_crumbs(self) -> list[tuple[str, str]]:
        return [CRUMB, (self.station.name, self.station.get_absolute_url())]

    def get_context_data(self, **kwargs: Any) -> dict[str, Any]:
        facts = {
            "station": self.station,
            "balance": money_text(rooms.balance_of(self.station)),
            "may_enter": rules.may_staff(self.request.user, self.station, on=self.on),
        }
        return super().get_context_data(**{**facts, **kwargs})


def _reversal(row: FundEntry, may_enter: bool) -> str:
    if row.reverses_id or not hasattr(row, "reversed_by"):
        return "冲销" if may_enter and not row.reverses_id else ""
    return "已冲销"


def _reverse_link(row: FundEntry) -> str:
    open_ = not row.reverses_id and not hasattr(row, "reversed_by")
    return reverse("stations:reverse-fund", args=[row.pk]) if open_ else ""


class EnterFund(StationStep):
    title = "登记经费"
    rule = rules.may_staff
    transition = rooms.enter_fund
    form_class = forms.FundForm
    button = "登记"
    intro = "登记后不能修改；登记有误的，冲销后重新登记。"
    success_message = "经费已登记。"

    def form_kwargs(self) -> dict[str, Any]:
        return {"initial": {"on": self.on}}

    def get_success_url(self) -> str:
        return reverse("stations:funds", args=[self.object.pk])


class ReverseFund(OfStation):
    title = "冲销经费登记"
    transition = rooms.reverse_fund
    form_class = forms.ReasonForm
    button = "冲销"
    button_tone = "danger"
    success_message = "已冲销。"

    def queryset(self) -> QuerySet[FundEntry]:
        return FundEntry.objects.filter(station__in=self.visible()).select_related("station__area")

    def form_kwargs(self) -> dict[str, Any]:
        return {}

    def get_success_url(self) -> str:
        return reverse("stations:funds", args=[self.object.station_id])
