"""The table of an assignment meeting: a person confirms, line by line or page by page, who handles what."""

from collections.abc import Sequence
from typing import Any

from django.contrib import messages
from django.core.exceptions import PermissionDenied
from django.db.models import QuerySet
from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect
from django.utils import timezone

from deputies.states import Level
from foundation.web.pagination import page_number, paginate
from foundation.web.views import DetailPage
from foundation.workflow import Refused, StaleVersion
from suggestions import rules
from suggestions.forms.common import handling_units
from suggestions.forms.meetings import GOVERNMENT, Directory, LineForm, advised, posted_line
from suggestions.models import AssignmentMeeting, MeetingRow, Suggestion, Switch, SwitchKey
from suggestions.states import UnitRole
from suggestions.transitions.meetings import confirm_row
from suggestions.views.meetings import CRUMBS, PER_PAGE, units_of
from suggestions.views.proposals import propose


class Line:
    """One row of the table: the suggestion, its form, and the line that is on the list already."""

    def __init__(self, paper: Suggestion, form: LineForm, row: MeetingRow | None = None) -> None:
        self.paper, self.form, self.row = paper, form, row

    @property
    def is_chosen(self) -> bool:
        return bool(self.form.data.get(self.form.add_prefix("chosen")))

    @property
    def ground(self) -> str:
        return self.form["ground"].value() or ""

    @property
    def seen(self) -> str | None:
        """The confirmation the posted page showed, None where none was posted."""
        return self.form.data.get(self.form.add_prefix("seen"))

    def look_again(self, row: MeetingRow | None) -> None:
        """What the page shows from now on, while what was typed stays."""
        self.row = row
        self.form.data = {**dict(self.form.data.items()), self.form.add_prefix("seen"): row.stamp if row else ""}


class MeetingLines(DetailPage):
    """The table: every suggestion that waits for its assignment, the units earlier cases speak for, and why."""

    template_name = "suggestions/meeting_lines.html"
    context_name = "meeting"
    title = "确认承办单位"

    def queryset(self) -> QuerySet:
        return AssignmentMeeting.objects.visible_to(self.request.user)

    def get_crumbs(self) -> list[tuple[str, str]]:
        return [*CRUMBS, (self.object.title, self.object.get_absolute_url())]

    def get(self, request: HttpRequest, **kwargs: Any) -> HttpResponse:
        self._prepare()
        return self.render_to_response(self.get_context_data(lines=self._offered(self.page.rows)))

    def post(self, request: HttpRequest, **kwargs: Any) -> HttpResponse:
        """Confirms the ticked lines, or all of the page; what cannot be confirmed stays with its reason."""
        self._prepare()
        papers = self._posted()
        lines = [Line(paper, posted_line(paper.pk, request.POST, self.directory)) for paper in papers]
        chosen = [line for line in lines if "all" in request.POST or line.is_chosen]
        saved = [line for line in chosen if self._confirm(line)]
        if saved:
            messages.success(request, f"已确认{len(saved)}件。")
        if chosen and len(saved) == len(chosen):
            return redirect(self._next() if "all" in request.POST else request.get_full_path())
        if not chosen:
            messages.warning(request, "没有选定任何一件，请勾选要确认的建议。")
        return self.render_to_response(self.get_context_data(lines=lines), status=422)

    def _next(self) -> str:
        """Of a long list one page after the other, and at its end the whole."""
        if self.page.has_next:
            return f"{self.request.path}?page={self.page.number + 1}"
        return self.object.get_absolute_url()

    def _prepare(self) -> None:
        self.object = self.get_object()
        verdict = rules.may_keep_meeting(self.request.user, self.object, on=self.on)
        if not verdict:
            raise PermissionDenied(verdict.reason)
        self.page = paginate(self._waiting(), page_number(self.request.GET.get("page"), PER_PAGE), PER_PAGE)
        steps = self.object.level == Level.DISTRICT and Switch.objects.is_on(SwitchKey.TWO_STEPS, self.on)
        self.directory = Directory(list(handling_units()), two_steps=steps)

    def _waiting(self) -> QuerySet:
        seen = Suggestion.objects.visible_to(self.request.user).assignable_at(self.object)
        return seen.select_related("lead__deputy", "category", "wished_unit").order_by("channel", "number", "pk")

    def _posted(self) -> list[Suggestion]:
        keys = [int(key) for key in self.request.POST.getlist("line") if key.isascii() and key.isdigit()][:PER_PAGE]
        return list(
            self._waiting().select_related("wished_unit").filter(pk__in=keys).order_by("channel", "number", "pk")
        )

    def _offered(self, papers: Sequence[Suggestion]) -> list[Line]:
        wishes = propose(list(papers), self.directory, self.on)
        known = {row.suggestion_id: row for row in self._confirmed(papers)}
        return [self._line(paper, known.get(paper.pk), wishes.get(paper.pk)) for paper in papers]

    def _confirmed(self, papers: Sequence[Suggestion]) -> QuerySet:
        return self.object.rows.filter(suggestion__in=papers).prefetch_related("units__unit")

    def _line(self, paper: Suggestion, row: MeetingRow | None, wish: Any) -> Line:
        initial: dict[str, Any] = {"mode": UnitRole.LEAD}
        if row:
            separate = units_of(row, UnitRole.SEPARATE)
            first, _, rest = separate.partition("、")
            initial |= {"mode": UnitRole.SEPARATE if separate else UnitRole.LEAD, "ground": row.ground}
            initial |= {"lead": first or units_of(row, UnitRole.LEAD), "others": rest or units_of(row, UnitRole.CO)}
            if row.to_government:
                initial |= {"mode": GOVERNMENT, **advised(row.advice)}
            initial |= {"is_key": row.is_key, "is_difficult": row.is_difficult, "seen": row.stamp}
        elif wish:
            initial |= {"lead": wish.lead, "others": wish.others, "ground": wish.ground}
            if self.directory.goes_in_two_steps(wish.lead):
                initial |= {"mode": GOVERNMENT}
        return Line(paper, LineForm(initial=initial, prefix=f"p{paper.pk}", directory=self.directory), row)

    def _confirm(self, line: Line) -> bool:
        if not line.form.is_valid():
            return False
        wanted = {name: line.form.cleaned_data[name] for name in ("is_key", "is_difficult", "ground")}
        wanted |= {"by": self.request.user, "at": timezone.now(), "seen": line.seen, **line.form.handling()}
        try:
            line.look_again(confirm_row(self.object.pk, suggestion=line.paper, **wanted))
        except Refused as refusal:
            line.form.add_error(None, refusal.reason)
            if isinstance(refusal, StaleVersion):
                line.look_again(self._confirmed([line.paper]).first())
            return False
        return True

    def get_context_data(self, **kwargs: Any) -> dict[str, Any]:
        return super().get_context_data(page=self.page, directory=self.directory, **kwargs)
