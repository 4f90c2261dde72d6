"""Pressing many units at once (催办): the late ones, a look at what will be sent, and what came of each."""

from typing import Any

from django.core.exceptions import PermissionDenied
from django.db.models import Count
from django.http import HttpRequest, HttpResponse
from django.utils import timezone
from django.views.generic.base import TemplateResponseMixin, View

from foundation.web.pagination import page_number, paginate
from foundation.web.views.page import PageMixin
from suggestions import rules
from suggestions.forms.office import PressForm
from suggestions.models import Assignment, Press
from suggestions.models.assignment_facts import late_clocks_of_units
from suggestions.notices.press import pressed_words
from suggestions.transitions.press import press_many

PER_PAGE = 20


class PressLate(TemplateResponseMixin, PageMixin, View):
    """GET lists units with something late; POST shows what would be sent; POST with `confirm` sends it."""

    template_name = "suggestions/press.html"
    title = "催办"
    crumbs = (("代表建议", "/suggestions/"),)

    def dispatch(self, request: HttpRequest, *args: Any, **kwargs: Any) -> Any:
        verdict = rules.may_press_many(request.user, on=self.on)
        if not verdict:
            raise PermissionDenied(verdict.reason)
        return super().dispatch(request, *args, **kwargs)

    def get(self, request: HttpRequest) -> HttpResponse:
        return self._table()

    def post(self, request: HttpRequest) -> HttpResponse:
        form = PressForm(request.POST)
        keys = [int(key) for key in request.POST.getlist("part") if key.isascii() and key.isdigit()][:PER_PAGE]
        parts = list(self._late().filter(pk__in=keys))
        if not form.is_valid() or not parts:
            return self._table(form=form, chosen=set(keys), nothing=not parts, status=422)
        if "confirm" not in request.POST:
            return self._preview(form, parts)
        outcomes = press_many(parts, by=request.user, now=timezone.now, words=form.cleaned_data["words"])
        return self._shown(outcomes=outcomes, sent=sum(not each.failure for each in outcomes))

    def _late(self) -> Any:
        """Parts with a clock past its day that this person may press for, the longest late first."""
        late = late_clocks_of_units(self.on)
        return (
            Assignment.objects.to_press_by(self.request.user)
            .filter(pk__in=late.subject_ids(Assignment))
            .select_related("suggestion", "unit", "through")
            .annotate(times_pressed=Count("presses"))
            .order_by("assigned_on", "pk")
        )

    def _table(self, status: int = 200, **facts: Any) -> HttpResponse:
        page = paginate(self._late(), page_number(self.request.GET.get("page"), PER_PAGE), PER_PAGE)
        give_clocks(page.rows, self.on)
        facts = {"form": PressForm(), "chosen": set(), **facts}
        return self._shown(page=page, status=status, **facts)

    def _preview(self, form: PressForm, parts: list[Assignment]) -> HttpResponse:
        give_clocks(parts, self.on)
        messages = [self._message(part, form.cleaned_data["words"]) for part in parts]
        return self._shown(preview=list(zip(parts, messages, strict=True)), form=form)

    def _message(self, part: Assignment, words: str) -> tuple[str, str]:
        return pressed_words(
            Press(assignment=part, limit_name=part.late.limit.name, due_on=part.late.due_on, note=words)
        )

    def _shown(self, status: int = 200, **facts: Any) -> HttpResponse:
        return self.render_to_response(self.get_context_data(**facts), status=status)


def give_clocks(parts: Any, on: Any) -> None:
    """Sets `late`, the clock that is overdue longest, on every part; one query."""
    clocks = late_clocks_of_units(on).of(Assignment.objects.filter(pk__in=[part.pk for part in parts]))
    found = {clock.subject_id: clock for clock in clocks.select_related("limit").order_by("-due_on")}
    for part in parts:
        part.late = found[part.pk]
        part.days_late = (on - part.late.due_on).days
