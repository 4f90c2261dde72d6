"""Deliberation opinions for their readers: the list, one opinion, the paper under its own head."""

from collections.abc import Sequence
from typing import Any

from django.db.models import Q, QuerySet
from django.http import HttpRequest, HttpResponse
from django.urls import reverse
from django.views.generic import View

from foundation import deadlines
from foundation.audit import timeline
from foundation.documents.writing import DOCX, download
from foundation.files.store import attach_files
from foundation.web.actions import Action
from foundation.web.chinese import date_text
from foundation.web.tables import Column
from foundation.web.tones import tone_of
from foundation.web.views import Behind, DetailPage, ListPage
from foundation.web.views.detail import ObjectMixin
from supervision.forms.opinions import OpinionFilter
from supervision.letters.opinion import opinion_paper
from supervision.models import Ballot, DeliberationOpinion, Problem
from supervision.rules import delays as delay_rules
from supervision.rules import opinions as rules
from supervision.rules.problems import may_find_problem
from supervision.states.opinion import COMMENT, COMPILE, HAND, PLAN, ReportTerm

CRUMB = ("审议意见", "/supervision/opinions/")
CLOCKS = (COMPILE, HAND, PLAN, COMMENT, *ReportTerm.values)
QUIET = ("role", "state")
# What a refusal tells although it is one of state: why the step that is due cannot be taken yet.
TOLD = {"send-for-comment": "handed", "pass-opinion": "reported"}
# label, address, rule, tone
VERBS = (
    ("修改", "revise-opinion", rules.may_revise_opinion, "secondary"),
    ("主任会议通过", "adopt-opinion", rules.may_adopt_opinion, "primary"),
    ("交办", "hand-opinion", rules.may_hand_opinion, "primary"),
    ("报送处理方案", "plan-opinion", rules.may_plan_opinion, "primary"),
    ("送委员会征求意见", "send-for-comment", rules.may_send_for_comment, "primary"),
    ("提出意见", "comment-opinion", rules.may_comment_opinion, "primary"),
    ("报送书面报告", "report-opinion", rules.may_report_opinion, "primary"),
    ("申请延期", "ask-opinion-delay", delay_rules.may_ask_delay, "secondary"),
    ("组织测评", "ballot-opinion", rules.may_ballot_opinion, "primary"),
    ("通过并销号", "pass-opinion", rules.may_pass_opinion, "primary"),
    ("退回重新办理", "fail-opinion", rules.may_fail_opinion, "secondary"),
    ("公开", "publish-opinion", rules.may_publish_opinion, "secondary"),
    ("撤下公开", "unpublish-opinion", rules.may_unpublish_opinion, "secondary"),
)


def opinion_tone(opinion: DeliberationOpinion) -> str:
    return tone_of("supervision.deliberationopinion.state", opinion.state)


class Opinions(Behind, ListPage):
    """All of them for the house, a body's own, those notified to deputies; the latest first."""

    door = rules.may_list_opinions
    template_name = "supervision/opinions.html"
    title = "审议意见"
    export_name = "审议意见"
    filter_form_class = OpinionFilter
    empty = "还没有审议意见。"
    columns = (
        Column("标题", "title", link=lambda row: row.get_absolute_url(), primary=True),
        Column("文号", "number"),
        Column("审议会议", lambda row: str(row.meeting)),
        Column("承办机关", lambda row: row.unit.label if row.unit else ""),
        Column("报告截止日期", "due_on", kind="date"),
        Column("状态", "get_state_display", kind="badge", tone=opinion_tone),
        Column("期限", "light", kind="light"),
        Column("未通过次数", "failures", kind="number", shown=False),
        Column("销号日期", "struck_on", kind="date"),
    )

    def queryset(self) -> QuerySet[DeliberationOpinion]:
        rows = DeliberationOpinion.objects.visible_to(self.request.user).with_names()
        return rows.order_by("-heard_on", "-pk")

    def filter(self, rows: QuerySet[DeliberationOpinion], wanted: dict[str, Any]) -> QuerySet[DeliberationOpinion]:
        if "q" in wanted:
            rows = rows.filter(Q(title__contains=wanted["q"]) | Q(number__contains=wanted["q"]))
        if wanted.get("overdue"):
            rows = rows.overdue_on(self.on)
        return rows.filter(state=wanted["state"]) if "state" in wanted else rows

    def decorate(self, rows: Sequence[DeliberationOpinion]) -> None:
        deadlines.attach_lights(rows, CLOCKS, self.on)

    def get_context_data(self, **kwargs: Any) -> dict[str, Any]:
        may_draft = rules.may_enter_opinion(self.request.user, on=self.on)
        return super().get_context_data(may_draft=may_draft, **kwargs)


class WaitingOpinions(Opinions):
    """The rows behind a card of the desk, by the card's own question."""

    asked = ""
    crumbs = (CRUMB,)
    export_name = ""
    filter_form_class = None

    def queryset(self) -> QuerySet[DeliberationOpinion]:
        return getattr(DeliberationOpinion.objects, self.asked)(self.request.user, self.on).with_names()


class OpinionPage(Behind, DetailPage):
    """One opinion: what was said, where it stands, every paper of every round, ballots, problems listed from it."""

    door = rules.may_list_opinions
    template_name = "supervision/opinion.html"
    context_name = "opinion"
    crumbs = (CRUMB,)

    def queryset(self) -> QuerySet[DeliberationOpinion]:
        return DeliberationOpinion.objects.visible_to(self.request.user).with_names()

    def actions(self, obj: DeliberationOpinion) -> list[Action]:
        found = []
        for label, name, rule, tone in VERBS:
            verdict = rule(self.request.user, obj, on=self.on)
            told = verdict.code == "state" and TOLD.get(name) == obj.state
            if verdict or told or verdict.code not in QUIET:
                found.append(Action(label, reverse(f"supervision:{name}", args=[obj.pk]), verdict, tone))
        if obj.unit_id and may_find_problem(self.request.user, obj.committee_id, on=self.on):
            found.append(Action("列入问题清单", reverse("supervision:list-problem", args=[obj.pk])))
        return found

    def get_context_data(self, **kwargs: Any) -> dict[str, Any]:
        opinion, user = self.object, self.request.user
        deadlines.attach_lights([opinion], CLOCKS, self.on)
        papers = list(opinion.papers.select_related("by"))
        attach_files(papers)
        facts = {
            "basics": self._basics(opinion),
            "papers": papers,
            "sisters": list(opinion.family().exclude(pk=opinion.pk).visible_to(user).with_names()),
            "delays": self._delays(opinion),
            "ballots": list(Ballot.objects.about(opinion).filter(pk__in=Ballot.objects.visible_to(user))),
            "problems": list(Problem.objects.of_source(opinion).visible_to(user).with_names()),
            "events": list(timeline(opinion)),
        }
        return super().get_context_data(**{**facts, **kwargs})

    def _delays(self, opinion: DeliberationOpinion) -> list[Any]:
        """The requests for more time, those this reader may decide with the two addresses."""
        rows = list(opinion.delays.select_related("asked_by", "decided_by"))
        for delay in rows:
            delay.opinion = opinion
            if delay_rules.may_grant_delay(self.request.user, delay, on=self.on):
                names = (("同意", "grant-delay"), ("不同意", "refuse-delay"))
                delay.links = [(label, reverse(f"supervision:{name}", args=[delay.pk])) for label, name in names]
        return rows

    def _basics(self, opinion: DeliberationOpinion) -> list[tuple[str, str]]:
        council = f"{opinion.council}，{date_text(opinion.adopted_on)}" if opinion.council else ""
        return [
            ("审议会议", f"{opinion.meeting}，{date_text(opinion.heard_on)}"),
            ("监督事项", str(opinion.undertaking or "")),
            ("负责的委员会", str(opinion.committee)),
            ("主任会议通过", council),
            ("承办机关", str(opinion.unit or "")),
            ("文号", opinion.number),
            ("交办日期", date_text(opinion.handed_on) if opinion.handed_on else ""),
            ("报告截止日期", date_text(opinion.due_on) if opinion.due_on else ""),
            ("未通过次数", f"{opinion.failures}次" if opinion.failures else ""),
            ("销号日期", date_text(opinion.struck_on) if opinion.struck_on else ""),
        ]


class OpinionPaperFile(ObjectMixin, View):
    """The opinion as it is handed over, under its own head, as .docx."""

    def queryset(self) -> QuerySet[DeliberationOpinion]:
        rows = DeliberationOpinion.objects.visible_to(self.request.user).with_names()
        return rows.exclude(number="")

    def get(self, request: HttpRequest, **kwargs: Any) -> HttpResponse:
        opinion = self.get_object()
        return download(request, opinion_paper(opinion), str(opinion), DOCX)
