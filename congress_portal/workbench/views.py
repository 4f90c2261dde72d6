"""The desk: one start page per person, made of the cards of the rooms, and the search over everything."""

from datetime import date
from typing import Any

from django.conf import settings
from django.db.models import QuerySet
from django.http import Http404
from django.urls import reverse
from django.views.generic import TemplateView

from congress_portal.workbench import urgency
from congress_portal.workbench.forms import SearchForm
from foundation.accounts import limits
from foundation.deadlines.views.clocks import MyClocks
from foundation.search.registry import search_everywhere
from foundation.web.cards import cards_for
from foundation.web.views.page import PageMixin
from suggestions.rules import relations
from suggestions.rules.proposer import seats_to_write_under


class Desk(PageMixin, TemplateView):
    """What waits for me: overdue, today, this week; then one card per thing to do, the pressing ones first."""

    template_name = "workbench/desk.html"
    title = "工作台"

    def get_context_data(self, **kwargs: Any) -> dict[str, Any]:
        user = self.request.user
        cards = cards_for(user, self.on, relations.standing(user, self.on))
        waiting = [filled for filled in cards if filled.count or filled.facts.get("always")]
        quiet = [filled for filled in cards if filled not in waiting]
        # Pressing ones first; the order of roles and rooms stays inside each half.
        waiting.sort(key=lambda filled: not filled.card.urgent)
        writes = bool(seats_to_write_under(user, self.on))
        facts = {"tiles": tiles(user, self.on), "cards": waiting, "quiet": quiet, "writes": writes}
        return super().get_context_data(**facts, **kwargs)


def tiles(user: Any, on: date) -> list[dict[str, Any]]:
    """The three counts by urgency, each with the address of exactly its rows; none for those who have no clocks."""
    if not user.has_role(*urgency.DUTY_HOLDERS, on=on):
        return []
    found = urgency.counts(user, on)
    return [
        {
            "label": label,
            "value": found[when],
            "tone": tone if found[when] else "",
            "icon": icon,
            "url": reverse("workbench:todo", args=[when]),
        }
        for when, (label, tone, icon) in urgency.WHEN.items()
    ]


class Todo(MyClocks):
    """The clocks behind one of the counts."""

    filter_form_class = None
    empty = "没有这类事项。可在“我的期限”查看全部期限。"

    def get_title(self) -> str:
        return urgency.WHEN[self.kwargs["when"]][0]

    def queryset(self) -> QuerySet:
        if self.kwargs["when"] not in urgency.WHEN:
            raise Http404
        rows = urgency.clocks_of(self.request.user, self.on).defer("derivation")
        return rows.filter(urgency.falling(self.kwargs["when"], self.on))


class Search(PageMixin, TemplateView):
    """Every registered source under its own `visible_to`."""

    template_name = "workbench/search.html"
    title = "搜索"

    def get_context_data(self, **kwargs: Any) -> dict[str, Any]:
        form = SearchForm(self.request.GET or None)
        words = form.cleaned_data["q"] if form.is_bound and form.is_valid() else ""
        if words:
            limits.count(self.request, "search", settings.SEARCHES_PER_MINUTE)
        found = search_everywhere(self.request.user, words) if words else []
        return super().get_context_data(form=form, words=words, found=found, **kwargs)
