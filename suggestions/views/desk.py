"""The pages everybody who signs in shares: the list, the queues, the case page with its versions and replies."""

from collections.abc import Sequence
from typing import Any

from django.db.models import QuerySet
from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import get_object_or_404, redirect
from django.urls import reverse
from django.utils.html import format_html

from foundation.web.diff import compare
from foundation.web.pagination import COUNT_CAP, Way
from foundation.web.tables import Column
from foundation.web.tones import tone_of
from foundation.web.views import DetailPage, ListPage
from suggestions.cards.lines import decorate
from suggestions.cards.queues import QUEUES, queues_of
from suggestions.forms.filters import DeskFilterForm
from suggestions.models import Assignment, Reply, Suggestion
from suggestions.querysets import SuggestionQuerySet
from suggestions.rules import may_import, relations
from suggestions.views.released import TellsReleased


def state_tone(row: Suggestion) -> str:
    """The tone this room registered for the state."""
    return tone_of("suggestions.suggestion.state", row.state)


def lead_text(row: Suggestion) -> str:
    """ "林晓梅（青石镇）": the lead deputy with the delegation of that day."""
    return f"{row.lead.deputy}（{row.delegation.name}）" if row.delegation else str(row.lead.deputy)


def number_text(row: Suggestion) -> str:
    """The number, and into which other paper it is merged."""
    return f"{row.number_text}（并入{row.merged_number}）" if row.merged_number else row.number_text


MOST_CHOSEN = 500
COLUMNS = (
    Column("编号", number_text, exported=False),
    Column("编号", "number_text", shown=False),
    Column("并入", lambda row: row.merged_number or "", shown=False),
    Column("标题", "title", link=lambda row: row.get_absolute_url(), primary=True),
    Column("领衔代表", lead_text, exported=False),
    Column("领衔代表", "lead.deputy.name", shown=False),
    Column("代表团", lambda row: str(row.delegation or ""), shown=False),
    Column("类别", lambda row: str(row.category or "")),
    Column("承办单位", "units_text"),
    Column("状态", "get_state_display", kind="badge", tone=state_tone),
    Column("期限", "clock", kind="light", exported=False),
    Column("到期日", lambda row: row.clock.due_on if row.clock else None, kind="date", shown=False),
    Column("交办日期", "first_assigned_on", kind="date", shown=False),
    Column("会议", lambda row: str(row.meeting or ""), shown=False),
    Column("提出时间", "get_channel_display", shown=False),
)


def pick_box(row: Suggestion) -> str:
    """The box that picks a row for the export of chosen rows; it belongs to the form above the table."""
    box = '<input class="form-check-input" type="checkbox" name="chosen" value="{}" form="chosen-rows" {}>'
    return format_html(box, row.pk, format_html('aria-label="选定{}"', row))


PICK = Column("选定", pick_box, kind="html", exported=False)


class SuggestionList(ListPage):
    """Every suggestion this person may open, filtered, page by page, and as a file."""

    template_name = "suggestions/list.html"
    title = "代表建议"
    filter_form_class = DeskFilterForm
    columns = (PICK, *COLUMNS)
    orderings = {"new": ("-registered_at",), "old": ("registered_at",), "number": ("number",)}
    export_name = "代表建议"
    empty = "还没有建议。代表提交后在这里查阅和办理。"
    way = Way(SuggestionQuerySet.with_names)
    offers_import = True

    def queryset(self) -> QuerySet:
        return self.chosen(Suggestion.objects.visible_to(self.request.user))

    def chosen(self, rows: QuerySet) -> QuerySet:
        """Only the ticked rows, when some are to be exported."""
        keys = [int(key) for key in self.request.GET.getlist("chosen") if key.isascii() and key.isdigit()]
        return rows.filter(pk__in=keys[:MOST_CHOSEN]) if keys else rows

    def get_context_data(self, **kwargs: Any) -> dict[str, Any]:
        offered = self.offers_import and may_import(self.request.user)
        picks = bool(self.export_name) and PICK in self.get_columns()
        return super().get_context_data(may_import=offered, picks=picks, **kwargs)

    def filter(self, rows: QuerySet, wanted: dict[str, Any]) -> QuerySet:
        return self.form.narrow(rows, wanted, self.on)

    def decorate(self, rows: Sequence[Suggestion]) -> None:
        units = self.request.user.organisations(*relations.UNIT, on=self.on)
        decorate(rows, self.on, units=units or None)


class QueueList(SuggestionList):
    """The rows behind the count of a workbench card: the very same queryset."""

    filter_form_class = None
    way = Way(SuggestionQuerySet.with_names, near=COUNT_CAP)
    offers_import = False

    def dispatch(self, request: HttpRequest, *args: Any, **kwargs: Any) -> Any:
        self.queue = QUEUES.get(kwargs["key"])
        if self.queue is None or not request.user.is_authenticated or self.queue not in queues_of(request.user):
            raise Http404
        return super().dispatch(request, *args, **kwargs)

    @property
    def export_name(self) -> str:
        return self.queue.title

    def get_title(self) -> str:
        return self.queue.title

    def _nothing(self) -> str:
        return self.queue.empty

    def queryset(self) -> QuerySet:
        return self.chosen(self.queue.ordered(self.request.user, self.on))


class VersionsPage(DetailPage):
    """The saved texts of a suggestion, each beside the one before it."""

    template_name = "suggestions/versions.html"
    context_name = "suggestion"

    def queryset(self) -> QuerySet:
        return Suggestion.objects.visible_to(self.request.user).prefetch_related("versions__saved_by")

    def get_title(self) -> str:
        return "文本版本"

    def get_crumbs(self) -> list[tuple[str, str]]:
        return [("代表建议", reverse("suggestions:list")), (self.object.title, self.object.get_absolute_url())]

    def get_context_data(self, **kwargs: Any) -> dict[str, Any]:
        versions = list(self.object.versions.all())
        changes = [_changes(old, new) for old, new in zip([None, *versions], versions, strict=False)]
        return super().get_context_data(changes=changes[::-1], **kwargs)


TEXTS = (("title", "标题"), ("facts", "案由"), ("grounds", "案据"), ("proposals", "具体建议"))


def _changes(old: Any, new: Any) -> dict[str, Any]:
    parts = [
        (label, compare(getattr(old, name) if old else getattr(new, name), getattr(new, name))) for name, label in TEXTS
    ]
    return {"version": new, "is_first": old is None, "texts": [(label, part) for label, part in parts if part]}


class AssignmentRedirect(TellsReleased):
    """The address of one unit's part leads to its place on the case page."""

    def parts(self, pk: int) -> QuerySet:
        return Assignment.objects.filter(pk=pk)

    def get(self, request: HttpRequest, pk: int) -> HttpResponse:
        part = get_object_or_404(Assignment.objects.visible_to(request.user), pk=pk)
        return redirect(f"{reverse('suggestions:detail', args=[part.suggestion_id])}#part-{part.pk}")


class ReplyPage(DetailPage):
    """A reply as a document of its own, ready to print."""

    template_name = "suggestions/reply_page.html"
    context_name = "reply"

    def queryset(self) -> QuerySet:
        names = ("assignment__unit", "assignment__suggestion__lead__deputy", "assignment__suggestion__meeting")
        return Reply.objects.visible_to(self.request.user).select_related(*names, "result_class", "round")

    def get_title(self) -> str:
        return f"关于{self.object.assignment.suggestion.number_text}建议的答复"
