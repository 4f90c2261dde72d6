"""The ledger as a list: what waits to be confirmed, objections, everything."""

from collections.abc import Sequence
from typing import Any

from django.contrib import messages
from django.db.models import F, Q, QuerySet
from django.http import HttpRequest
from django.http.response import HttpResponseBase
from django.shortcuts import redirect
from django.utils import timezone

from deputies.forms.duty import DutyFilter
from deputies.models import DutyEntry, DutyObjection
from deputies.transitions.confirm_duty import confirm_duty
from deputies.views.doors import ReadersOnly
from deputies.yearbook.sources import named_sources
from foundation import deadlines
from foundation.web.tables import Column
from foundation.web.tones import tone_of
from foundation.web.views import ListPage
from foundation.workflow import Refused


def state_tone(entry: DutyEntry) -> str:
    return tone_of("deputies.dutyentry.state", entry.state)


COLUMNS = (
    Column("内容", "title", link=lambda row: row.get_absolute_url(), primary=True),
    Column("来源", "source_name"),
    Column("代表", "deputy.name"),
    Column("栏目", "kind.get_block_display"),
    Column("履职事项", "kind.name"),
    Column("日期", "on", kind="date"),
    Column("数量", "amount_text"),
    Column("状态", "get_state_display", kind="badge", tone=state_tone),
)


class Lines(ReadersOnly, ListPage):
    """Lines with the name of their source, where the reader may open it."""

    template_name = "deputies/ledger.html"
    columns = COLUMNS
    per_page = 30

    def decorate(self, rows: Sequence[DutyEntry]) -> None:
        names = named_sources(rows, self.request.user)
        for row in rows:
            row.source_name = names.get(row.pk, "")


class Ledger(Lines):
    """Every line this person may open, the latest first."""

    title = "履职记录"
    filter_form_class = DutyFilter
    export_name = "履职记录"
    empty = "还没有履职记录。会议、活动、建议等发生后自动记入，代表也可以自报。"

    def queryset(self) -> QuerySet[DutyEntry]:
        return DutyEntry.objects.visible_to(self.request.user).with_names()

    def filter(self, rows: QuerySet[DutyEntry], wanted: dict[str, Any]) -> QuerySet[DutyEntry]:
        if "q" in wanted:
            rows = rows.filter(Q(deputy__name__contains=wanted["q"]) | Q(title__contains=wanted["q"]))
        names = {"block": "kind__block", "state": "state", "first": "on__gte", "last": "on__lte"}
        return rows.filter(**{path: wanted[name] for name, path in names.items() if name in wanted})


class Waiting(Lines):
    """What this person is to confirm, the oldest first; several at once, each for itself."""

    title = "待核实的自报履职"
    template_name = "deputies/waiting.html"
    empty = "没有待核实的自报履职记录。"

    def queryset(self) -> QuerySet[DutyEntry]:
        return DutyEntry.objects.waiting_for(self.request.user).with_names().order_by("recorded_at", "pk")

    def post(self, request: HttpRequest) -> HttpResponseBase:
        keys = [int(key) for key in request.POST.getlist("entry") if key.isascii() and key.isdigit()][: self.per_page]
        chosen = list(self.queryset().filter(pk__in=keys))
        if not chosen:
            response = self.get(request)
            response.status_code = 422
            return response
        refused = [words for entry in chosen if (words := _confirm(entry, request.user))]
        messages.success(request, f"已核实记入{len(chosen) - len(refused)}条。")
        for words in refused:
            messages.warning(request, words)
        return redirect("deputies:duties-waiting")

    def get_context_data(self, **kwargs: Any) -> dict[str, Any]:
        return super().get_context_data(nothing=self.request.method == "POST", **kwargs)


def _confirm(entry: DutyEntry, user: Any) -> str:
    """Nothing when it is done, else why not: one refusal stops no other line."""
    try:
        confirm_duty(entry.pk, by=user, at=timezone.now(), version=entry.version)
    except Refused as refusal:
        return f"{entry}：{refusal.reason}"
    return ""


class Objections(ReadersOnly, ListPage):
    """Objections of deputies this person may read, those without an answer first."""

    title = "履职记录异议"
    per_page = 30
    empty = "代表没有提出异议。"

    def queryset(self) -> QuerySet[DutyObjection]:
        rows = DutyObjection.objects.visible_to(self.request.user).select_related("entry__deputy")
        return rows.order_by(F("answered_at").asc(nulls_first=True), "pk")

    def decorate(self, rows: Sequence[DutyObjection]) -> None:
        deadlines.attach_lights(rows, "duty_objection", self.on)

    def get_columns(self) -> Sequence[Column]:
        return [
            Column("履职记录", "entry.title", link=lambda row: row.get_absolute_url(), primary=True),
            Column("代表", "entry.deputy.name"),
            Column("异议", "text"),
            Column("提出时间", "raised_at", kind="datetime"),
            Column("答复期限", "light", kind="light", exported=False),
            Column("答复", lambda row: "待答复" if row.is_open else row.answer),
        ]
