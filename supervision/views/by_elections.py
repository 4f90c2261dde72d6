"""By-elections for their readers: the list, those under way, vacant seats, one with its candidates and votes."""

from collections.abc import Sequence
from typing import Any

from django.db.models import QuerySet

from deputies.models import Constituency
from foundation import deadlines
from foundation.audit import timeline
from foundation.files.store import files_of
from foundation.web.actions import Action, offered
from foundation.web.chinese import date_text
from foundation.web.tables import Column
from foundation.web.tones import tone_of
from foundation.web.views import Behind, DetailPage, ListPage
from supervision.forms import seats as forms
from supervision.models import ByElection, SeatCandidate
from supervision.querysets.seats import vacancies
from supervision.rules import seats as rules
from supervision.rules.house import may_manage
from supervision.states.seats import ByElectionState
from supervision.transitions.by_elections import CLOCKS
from supervision.views.recalls import announced
from supervision.views.seat_counts import standing_of_count

CRUMB = ("补选代表", "/supervision/by-elections/")
VERBS = (
    ("提名候选人", "put-forward", rules.may_put_forward, "primary"),
    ("公布候选人名单", "publish-candidates", rules.may_list_candidates, "primary"),
    ("登记投票结果", "count-by-election", rules.may_count_by_election, "primary"),
    ("登记投票无效", "void-by-election-vote", rules.may_void_by_election_vote, "secondary"),
    ("不再另行选举", "settle-by-election", rules.may_settle_by_election, "secondary"),
    ("登记资格审查报告", "review-by-election", rules.may_review_by_election, "primary"),
    ("公告", "announce-by-election", rules.may_announce_by_election, "primary"),
    ("取消补选", "cancel-by-election", rules.may_cancel_by_election, "secondary"),
)


class ByElections(Behind, ListPage):
    """All of them for the house, those of its area for a township, the latest first."""

    door = rules.may_list_by_elections
    template_name = "supervision/by_elections.html"
    title = "补选代表"
    export_name = "补选代表"
    filter_form_class: Any = forms.ByElectionFilter
    empty = "还没有补选。"
    columns = (
        Column("补选", str, link=lambda row: row.get_absolute_url(), primary=True),
        Column("名额", "places", kind="number"),
        Column("决定日期", "decided_on", kind="date"),
        Column("投票日期", "vote_on", kind="date"),
        Column(
            "状态",
            "get_state_display",
            kind="badge",
            tone=lambda row: tone_of("supervision.byelection.state", row.state),
        ),
        Column("期限", "light", kind="light"),
    )

    def queryset(self) -> QuerySet[ByElection]:
        return ByElection.objects.visible_to(self.request.user).with_names().order_by("-decided_on", "-pk")

    def filter(self, rows: QuerySet[ByElection], wanted: dict[str, Any]) -> QuerySet[ByElection]:
        return rows.filter(state=wanted["state"]) if "state" in wanted else rows

    def decorate(self, rows: Sequence[ByElection]) -> None:
        deadlines.attach_lights(rows, CLOCKS, self.on)

    def get_context_data(self, **kwargs: Any) -> dict[str, Any]:
        facts = {
            "may_call": bool(rules.may_call_by_election(self.request.user, on=self.on)),
            "may_see_recalls": bool(rules.may_list_recalls(self.request.user)),
        }
        return super().get_context_data(**facts, **kwargs)


class OpenByElections(ByElections):
    """Those under way, the earliest vote first."""

    title = "办理中的补选"
    crumbs = (CRUMB,)
    export_name = ""
    filter_form_class = None

    def queryset(self) -> QuerySet[ByElection]:
        return ByElection.objects.open_for(self.request.user).with_names()


class Vacancies(Behind, ListPage):
    """Constituencies with fewer deputies than seats."""

    door = rules.may_list_by_elections
    title = "有缺额的选区"
    crumbs = (CRUMB,)
    empty = "没有缺额。应选名额在后台“选区”中登记。"
    columns = (
        Column("选区", "name", primary=True),
        Column("人大", "term.congress.short_name"),
        Column("所在区域", "area"),
        Column("应选名额", "seats", kind="number"),
        Column("现有代表", "seated", kind="number"),
        Column("缺额", "vacant", kind="number"),
    )

    def queryset(self) -> QuerySet[Constituency]:
        return vacancies(self.on).order_by("term", "pk")


class ByElectionPage(Behind, DetailPage):
    """One by-election: its candidates, each turn of voting, the announcement."""

    door = rules.may_list_by_elections
    template_name = "supervision/by_election.html"
    context_name = "election"
    crumbs = (CRUMB,)

    def queryset(self) -> QuerySet[ByElection]:
        return ByElection.objects.visible_to(self.request.user).with_names()

    def actions(self, obj: ByElection) -> list[Action]:
        return offered("supervision", VERBS, self.request.user, obj, self.on)

    def get_context_data(self, **kwargs: Any) -> dict[str, Any]:
        election, user = self.object, self.request.user
        deadlines.attach_lights([election], CLOCKS, self.on)
        candidates = list(election.candidates.select_related("seat__deputy", "by_election"))
        may_drop = bool(rules.may_put_forward(user, election, on=self.on))
        facts = {
            "basics": basics(election),
            "candidates": [(row, *standing(row)) for row in candidates],
            "may_drop": may_drop,
            "votes": turns(election),
            "counting": standing_of_count(election) if may_manage(user, on=self.on) else None,
            "files": list(files_of(election)),
            "events": list(timeline(election)),
        }
        return super().get_context_data(**{**facts, **kwargs})


def basics(election: ByElection) -> list[tuple[str, Any]]:
    return [
        ("选区", str(election.constituency)),
        ("补选名额", f"{election.places}名"),
        ("出缺情况", election.cause),
        ("决定补选", f"{election.decided_by}，{date_text(election.decided_on)}"),
        ("公布候选人", date_text(election.listed_on) if election.listed_on else ""),
        ("投票日期", date_text(election.vote_on)),
        *announced(election),
    ]


def turns(election: ByElection) -> list[Any]:
    """Every turn of voting with what each candidate got."""
    return list(election.votes.prefetch_related("lines__candidate"))


def standing(candidate: SeatCandidate) -> tuple[str, str]:
    """The word and the tone of one candidate."""
    if candidate.dropped_reason:
        return "已退出", "muted"
    if candidate.refused_reason:
        return "当选无效", "late"
    if candidate.elected_on:
        return "当选", "ok"
    if candidate.tied:
        return "票数相等", "warn"
    over = candidate.by_election.state in (ByElectionState.ELECTED, ByElectionState.REVIEWED, ByElectionState.ANNOUNCED)
    return ("未当选", "muted") if over else ("候选人", "info")
