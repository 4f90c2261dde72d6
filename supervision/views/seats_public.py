"""The announcements: who was elected in a by-election, and which recall the voters have passed."""

from typing import Any

from django.contrib.auth.decorators import login_not_required
from django.db.models import QuerySet
from django.utils.decorators import method_decorator

from foundation.web.chinese import date_text
from foundation.web.views import DetailPage, ListPage
from supervision.models import ByElection, Recall
from supervision.views.by_elections import turns

CRUMB = ("补选和罢免公告", "/supervision/seat-changes/")
# Recalls are few; the latest stand beside the list of by-elections.
LATEST = 20


@method_decorator(login_not_required, name="dispatch")
class SeatChanges(ListPage):
    """By-elections that were announced, the latest first, and recalls beside them."""

    template_name = "supervision/seat_changes.html"
    title = "补选和罢免公告"
    empty = "还没有补选公告。"

    def queryset(self) -> QuerySet[ByElection]:
        return ByElection.objects.public().with_names().order_by("-announced_on", "-pk")

    def get_context_data(self, **kwargs: Any) -> dict[str, Any]:
        recalls = list(Recall.objects.public().with_names().order_by("-announced_on", "-pk")[:LATEST])
        return super().get_context_data(recalls=recalls, **kwargs)


@method_decorator(login_not_required, name="dispatch")
class PublicByElection(DetailPage):
    """Who was elected with how many votes."""

    template_name = "supervision/public_by_election.html"
    context_name = "election"
    crumbs = (CRUMB,)

    def queryset(self) -> QuerySet[ByElection]:
        return ByElection.objects.public().with_names()

    def get_context_data(self, **kwargs: Any) -> dict[str, Any]:
        election = self.object
        winners = election.candidates.filter(elected_on__isnull=False, refused_reason="")
        facts = {"basics": announcement(election), "winners": list(winners), "votes": turns(election)}
        return super().get_context_data(**{**facts, **kwargs})


@method_decorator(login_not_required, name="dispatch")
class PublicRecall(DetailPage):
    """The result of the vote; the reasons and the papers stay inside."""

    template_name = "supervision/public_recall.html"
    context_name = "recall"
    crumbs = (CRUMB,)

    def queryset(self) -> QuerySet[Recall]:
        return Recall.objects.public().with_names()

    def get_context_data(self, **kwargs: Any) -> dict[str, Any]:
        recall = self.object
        votes = list(recall.votes.filter(void_reason=""))
        return super().get_context_data(**{"basics": announcement(recall), "votes": votes, **kwargs})


def announcement(row: Any) -> list[tuple[str, str]]:
    where = row.constituency if isinstance(row, ByElection) else row.mandate.constituency
    return [
        ("选区", str(where)),
        ("公告文号", row.announcement_no),
        ("公告日期", date_text(row.announced_on)),
    ]
