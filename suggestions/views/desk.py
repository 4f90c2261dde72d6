"""The pages everybody who signs in shares: the list, the queues, the case page with its versions and replies."""

from collections.abc import Sequence
from typing import Any

from django.db.models import QuerySet
from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import get_object_or_404, redirect
from django.urls import reverse
from django.views.generic import View

from foundation.audit import timeline
from foundation.audit.models import Visibility
from foundation.files.store import files_of
from foundation.web.chinese import date_text
from foundation.web.diff import compare
from foundation.web.tables import Column
from foundation.web.tones import tone_of
from foundation.web.views import DetailPage, ListPage
from suggestions.cards.lines import decorate
from suggestions.cards.queues import QUEUES, queues_of
from suggestions.cards.urgency import by_urgency
from suggestions.forms.filters import DeskFilterForm
from suggestions.models import Assignment, Reply, Suggestion
from suggestions.rules import relations
from suggestions.states import CosignerState
from suggestions.views.actions import actions_for
from suggestions.views.case import case_of, with_papers
from suggestions.views.progress import progress_of


def state_tone(row: Suggestion) -> str:
    """The tone this room registered for the state."""
    return tone_of("suggestions.suggestion.state", row.state)


def lead_text(row: Suggestion) -> str:
    """ "林晓梅（青石镇）": the lead deputy with the delegation of that day."""
    return f"{row.lead.deputy}（{row.delegation.name}）" if row.delegation else str(row.lead.deputy)


COLUMNS = (
    Column("编号", "number_text"),
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


class SuggestionList(ListPage):
    """Every suggestion this person may open, filtered, page by page, and as a file."""

    template_name = "suggestions/list.html"
    title = "代表建议"
    filter_form_class = DeskFilterForm
    columns = COLUMNS
    orderings = {"new": ("-registered_at",), "old": ("registered_at",), "number": ("number",)}
    export_name = "代表建议"
    empty = "没有符合条件的建议。"

    def queryset(self) -> QuerySet:
        return Suggestion.objects.visible_to(self.request.user).with_names()

    def filter(self, rows: QuerySet, wanted: dict[str, Any]) -> QuerySet:
        return self.form.narrow(rows, wanted, self.on)

    def decorate(self, rows: Sequence[Suggestion]) -> None:
        units = self.request.user.organisations(*relations.UNIT, on=self.on)
        decorate(rows, self.on, units=units or None)


class QueueList(SuggestionList):
    """The rows behind the count of a workbench card: the very same queryset."""

    filter_form_class = None

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

    def queryset(self) -> QuerySet:
        return by_urgency(self.queue.rows(self.request.user, self.on)).with_names()


class CasePage(DetailPage):
    """One suggestion with its whole file, as far as the viewer may read it."""

    template_name = "suggestions/detail.html"
    context_name = "suggestion"

    def queryset(self) -> QuerySet:
        user = self.request.user
        return with_papers(Suggestion.objects.visible_to(user), user)

    def get_title(self) -> str:
        return self.object.title

    def get_crumbs(self) -> list[tuple[str, str]]:
        return [("代表建议", reverse("suggestions:list"))]

    def actions(self, obj: Suggestion) -> list[Any]:
        self.case = case_of(obj, self.on)
        return actions_for(self.request.user, self.case, self.on)

    def get_context_data(self, **kwargs: Any) -> dict[str, Any]:
        facts = super().get_context_data(**kwargs)
        user, suggestion = self.request.user, self.object
        own_unit = any(relations.is_unit(user, part, self.on) for part in self.case.active)
        facts |= {"case": self.case, "refused": [action for action in facts["actions"] if not action.allowed]}
        facts |= cosigner_facts(suggestion) | {"facts": case_facts(suggestion)}
        facts["steps"] = progress_of(suggestion, **self._moments())
        facts["events"] = timeline(suggestion, visibility=self._visibility(own_unit)).order_by("-at", "-id")
        facts["files"] = files_of(suggestion)
        return facts

    def _moments(self) -> dict[str, Any]:
        answered = [turn for turn in self.case.rounds if turn.round.replied_at]
        rated = [turn for turn in self.case.rounds if turn.rating]
        return {
            "replied_at": answered[0].round.replied_at if answered else None,
            "rated_at": rated[0].rating.rated_at if rated else None,
        }

    def _visibility(self, own_unit: bool) -> set[str]:
        """The office reads everything, those concerned what concerns them, other deputies what is public."""
        user, suggestion = self.request.user, self.object
        if relations.is_office(user, suggestion, self.on) or user.has_role(*relations.DISTRICT_OFFICE, on=self.on):
            return set(Visibility.values)
        concerned = own_unit or relations.is_partaking(user, suggestion)
        if concerned or user.has_role(*relations.WATCHERS, on=self.on) or self._is_through(user):
            return {Visibility.PUBLIC, Visibility.PARTIES}
        return {Visibility.PUBLIC}

    def _is_through(self, user: Any) -> bool:
        return any(relations.is_government_office(user, part, self.on) for part in self.case.active)


GONE = (CosignerState.DROPPED, CosignerState.LEFT)


def cosigner_facts(suggestion: Suggestion) -> dict[str, Any]:
    """`cosigners` on the list, and `signed`, those who confirmed; both from the prefetched rows."""
    listed = [row for row in suggestion.cosigners.all() if row.state not in GONE]
    return {"cosigners": listed, "signed": [row for row in listed if row.state == CosignerState.CONFIRMED]}


SOURCES = (("from_survey", "调研视察"), ("from_reception", "接待选民"), ("from_inspection", "执法检查"))


def case_facts(suggestion: Suggestion) -> list[tuple[str, Any]]:
    """The filled-in lines of the box of plain facts."""
    sources = "、".join(label for name, label in SOURCES if getattr(suggestion, name))
    facts = [
        ("会议", f"{suggestion.meeting or ''}（{suggestion.get_channel_display()}）"),
        ("类别", suggestion.category or suggestion.wished_category),
        ("督办工委", suggestion.supervising_committee),
        ("代表建议承办单位", suggestion.wished_unit),
        ("议案编号", suggestion.motion_number_text),
        ("办理前面商", "代表希望办理前面商" if suggestion.wants_interview else ""),
        ("公开意愿", "同意公开" if suggestion.agree_to_publish else "不公开"),
        ("问题来源", sources),
        ("以前提出", suggestion.raised_before),
        ("交办日期", date_text(suggestion.first_assigned_on)),
        ("办结方式", suggestion.get_ending_display()),
    ]
    return [(label, value) for label, value in facts if value]


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


class AssignmentRedirect(View):
    """The address of one unit's part leads to its place on the case page."""

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
