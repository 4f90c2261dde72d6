"""Looking back: the list of rounds, the result table of one, opening, answering, closing."""

from collections import defaultdict
from collections.abc import Iterable
from typing import Any

from django.db.models import Count, Q, QuerySet
from django.http import HttpRequest
from django.http.response import HttpResponseBase
from django.urls import reverse, reverse_lazy

from foundation.files.keeping import KeepsFiles
from foundation.web import export
from foundation.web.tables import Column, Table
from foundation.web.views import CreateStep, DetailPage, ListPage, StepView
from suggestions import rules
from suggestions.forms import ledger as forms
from suggestions.models import LookBack, LookBackItem
from suggestions.rules import relations
from suggestions.statistics import percentage
from suggestions.transitions.look_back import answer_look_back, close_look_back, open_look_back
from suggestions.views.base import LookBackItemStep
from suggestions.views.verb import Verb

CLOSE = Verb("办结回头看", "close-look-back", rules.may_close_look_back, tone="primary")
UNANSWERED = "未填报"
CRUMB = ("回头看", "/suggestions/look-backs/")


def _tone(item: LookBackItem) -> str:
    return item.colour.tone if item.colour else "muted"


def _link(item: LookBackItem) -> str:
    return item.suggestion.get_absolute_url()


ITEM_COLUMNS = (
    Column("编号", "suggestion.number_text"),
    Column("建议", "suggestion.title", link=_link, primary=True),
    Column("承办单位", "assignment.unit.label"),
    Column("现在的情况", lambda item: item.colour.name if item.colour else UNANSWERED, kind="badge", tone=_tone),
    Column("落实情况", "text"),
    Column("填报时间", "answered_at", kind="datetime"),
)


class LookBacks(ListPage):
    """Every round with how much of it was found solved."""

    template_name = "suggestions/look_backs.html"
    title = "回头看"
    columns = (
        Column("名称", "title", link=lambda row: row.get_absolute_url(), primary=True),
        Column("建议年度", "year"),
        Column("类别", lambda row: f"{row.class_code}类"),
        Column("件数", "items_count", kind="number"),
        Column("已填报", "answered_count", kind="number"),
        Column("已完成", "done_count", kind="number"),
        Column("填报期限", "due_on", kind="date"),
        Column("状态", lambda row: "进行中" if row.is_open else "已办结", kind="badge"),
    )
    empty = "还没有开展回头看。由代表工作机构选定往年某一类答复，请承办单位逐件填报落实情况。"

    def queryset(self) -> QuerySet:
        rows = LookBack.objects.visible_to(self.request.user)
        return rows.annotate(
            items_count=Count("items"),
            answered_count=Count("items", filter=Q(items__answered_at__isnull=False)),
            done_count=Count("items", filter=Q(items__colour__is_done=True)),
        )

    def get_crumbs(self) -> list[tuple[str, str]]:
        return [("承诺台账", reverse("suggestions:ledger"))]

    def get_context_data(self, **kwargs: Any) -> dict[str, Any]:
        opens = bool(rules.may_open_look_back(self.request.user, on=self.on))
        return super().get_context_data(may_open=opens, **kwargs)


class LookBackPage(DetailPage):
    """The result of one round: by unit and colour, and every item. Units see their own items."""

    template_name = "suggestions/look_back.html"
    context_name = "look_back"

    def queryset(self) -> QuerySet:
        return LookBack.objects.visible_to(self.request.user).select_related("opened_by", "closed_by")

    def get(self, request: HttpRequest, **kwargs: Any) -> HttpResponseBase:
        wanted = request.GET.get("format", "")
        if wanted in export.FORMATS:
            self.object = self.get_object()
            return export.export_rows(request, ITEM_COLUMNS, self.items(), self.object.title, wanted)
        return super().get(request, **kwargs)

    def items(self) -> list[LookBackItem]:
        names = ("suggestion", "assignment__unit", "colour")
        rows = LookBackItem.objects.visible_to(self.request.user).filter(look_back=self.object)
        return list(rows.select_related(*names).order_by("assignment__unit__pinyin_key", "suggestion__number", "pk"))

    def get_crumbs(self) -> list[tuple[str, str]]:
        return [CRUMB]

    def actions(self, obj: LookBack) -> list[Any]:
        offered = [CLOSE.action(self.request.user, obj, self.on)] if obj.is_open else []
        return [action for action in offered if action.verdict.code != "role"]

    def get_context_data(self, **kwargs: Any) -> dict[str, Any]:
        items = self.items()
        units = self.request.user.organisations(*relations.UNIT, on=self.on)
        mine = [item for item in items if item.is_open and item.assignment.unit_id in units]
        facts = {
            "table": Table(ITEM_COLUMNS, items, self.object.title),
            "mine": mine if self.object.is_open else [],
            "result": result_of(items),
            "export_formats": export.FORMATS,
        }
        return super().get_context_data(**facts, **kwargs)


def result_of(items: Iterable[LookBackItem]) -> dict[str, Any]:
    """Colours as columns, units as rows, and the share that is done: {"header", "rows", "total", "done", "rate"}.

    `rate` is per cent with two decimals, half up; None without any item.
    """
    rows = list(items)
    colours = {item.colour_id: item.colour for item in rows if item.colour}
    order = sorted(colours.values(), key=lambda colour: (colour.order, colour.pk))
    header = ["承办单位", *(colour.name for colour in order), UNANSWERED, "合计"]
    counts: dict[str, dict[int | None, int]] = defaultdict(lambda: defaultdict(int))
    for item in rows:
        counts[item.assignment.unit.label][item.colour_id] += 1
    keys = [*(colour.pk for colour in order), None]
    body = [[unit, *(found[key] for key in keys), sum(found.values())] for unit, found in counts.items()]
    done = sum(bool(item.colour and item.colour.is_done) for item in rows)
    sums = [sum(line[place] for line in body) for place in range(1, len(header))]
    rate = percentage(done, len(rows))
    return {"header": header, "rows": body, "sums": sums, "total": len(rows), "done": done, "rate": rate}


class OpenLookBack(CreateStep):
    form_class = forms.LookBackForm
    rule = rules.may_open_look_back
    transition = open_look_back
    title = "发起回头看"
    button = "发起"
    intro = "对以前年度某一类答复逐件“回头看”，由各承办单位填报现在的落实情况。"
    success_message = "已发起，各承办单位已收到通知。"
    back_url = reverse_lazy("suggestions:look-backs")
    crumbs = (CRUMB,)

    def form_kwargs(self) -> dict[str, Any]:
        return {"on": self.on}


class AnswerLookBack(KeepsFiles, LookBackItemStep):
    template_name = "suggestions/answer_look_back.html"
    form_class = forms.LookBackAnswerForm
    rule = rules.may_answer_look_back
    transition = answer_look_back
    title = "回头看填报"
    button = "填报"
    success_message = "已填报。"

    def queryset(self) -> QuerySet:
        return super().queryset().select_related("look_back", "assignment__suggestion")

    def form_kwargs(self) -> dict[str, Any]:
        return {"on": self.on}

    def get_success_url(self) -> str:
        return self.object.look_back.get_absolute_url()


class CloseLookBack(StepView):
    form_class = forms.ConclusionForm
    rule = rules.may_close_look_back
    transition = close_look_back
    title = "办结回头看"
    button = "办结"
    intro = "办结后各单位不能再填报；没有填报的，按“未填报”记载。"
    success_message = "已办结。"
    versioned = False

    def queryset(self) -> QuerySet:
        return LookBack.objects.visible_to(self.request.user)
