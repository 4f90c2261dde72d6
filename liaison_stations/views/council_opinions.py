"""Opinions of street congresses: the list, the page of one, and the steps of convener and body."""

from collections.abc import Sequence
from typing import Any

from django.db.models import Q, QuerySet
from django.urls import reverse

from foundation import deadlines
from foundation.audit import timeline
from foundation.files.keeping import KeepsFiles
from foundation.files.store import files_of
from foundation.web.actions import Action
from foundation.web.chinese import datetime_text
from foundation.web.tables import Column
from foundation.web.views import Behind, DetailPage, ListPage, StepView
from liaison_stations.forms import council_opinions as forms
from liaison_stations.models import CouncilOpinion, StreetCongress
from liaison_stations.rules import council_opinions as rules
from liaison_stations.rules import council_publishing as publishing
from liaison_stations.states.street import StreetMeetingState
from liaison_stations.transitions import council_opinions as act
from liaison_stations.views.street import QUIET, opinion_tone, public_since

CRUMB = ("议事意见", "/stations/opinions/")
CLOCKS = (act.HAND, act.ANSWER, act.TELL)
VERBS = (
    ("交办", "hand-opinion", rules.may_hand_opinion, "primary"),
    ("直接反馈", "explain-opinion", rules.may_explain_opinion, "secondary"),
    ("答复", "answer-opinion", rules.may_answer_opinion, "primary"),
    ("反馈提出人", "close-opinion", rules.may_close_opinion, "primary"),
    ("退回重新答复", "return-opinion-answer", rules.may_return_opinion_answer, "secondary"),
    ("收回改交", "recall-opinion", rules.may_recall_opinion, "secondary"),
    ("公开", "publish-council-opinion", publishing.may_publish_council_opinion, "secondary"),
    ("撤下公开", "unpublish-council-opinion", publishing.may_unpublish_council, "secondary"),
)


class Opinions(Behind, ListPage):
    """One's street's, one's body's, or all of them for the house, the latest first."""

    door = rules.may_list_opinions
    title = "议事意见"
    export_name = "议事意见"
    filter_form_class = forms.OpinionFilter
    empty = "还没有议事意见。在街道议政代表会或者专题议事页面“登记意见”。"

    def queryset(self) -> QuerySet[CouncilOpinion]:
        return CouncilOpinion.objects.visible_to(self.request.user).with_names().order_by("-raised_at", "-pk")

    def filter(self, rows: QuerySet[CouncilOpinion], wanted: dict[str, Any]) -> QuerySet[CouncilOpinion]:
        if "q" in wanted:
            rows = rows.filter(Q(title__contains=wanted["q"]) | Q(raised_by__contains=wanted["q"]))
        return rows.filter(**{name: wanted[name] for name in ("state",) if name in wanted})

    def decorate(self, rows: Sequence[CouncilOpinion]) -> None:
        deadlines.attach_lights(rows, CLOCKS, self.on)

    def get_columns(self) -> Sequence[Column]:
        return (
            Column("标题", "title", link=lambda row: row.get_absolute_url(), primary=True),
            Column("在哪里提出", lambda row: str(row.source)),
            Column("提出人", "raised_by"),
            Column("提出时间", "raised_at", kind="date"),
            Column("交办单位", lambda row: row.body.label if row.body else ""),
            Column("状态", "get_state_display", kind="badge", tone=opinion_tone),
            Column("期限", "light", kind="light"),
        )


class OpinionPage(Behind, DetailPage):
    """One opinion with its answer and what was told back."""

    door = rules.may_list_opinions
    template_name = "liaison_stations/council_opinion.html"
    context_name = "opinion"
    crumbs = (CRUMB,)

    def queryset(self) -> QuerySet[CouncilOpinion]:
        return CouncilOpinion.objects.visible_to(self.request.user).with_names()

    def actions(self, obj: CouncilOpinion) -> list[Action]:
        found = []
        for label, name, rule, tone in VERBS:
            verdict = rule(self.request.user, obj, on=self.on)
            if verdict or verdict.code not in QUIET:
                found.append(Action(label, reverse(f"stations:{name}", args=[obj.pk]), verdict, tone))
        return found

    def get_context_data(self, **kwargs: Any) -> dict[str, Any]:
        opinion = self.object
        deadlines.attach_lights([opinion], CLOCKS, self.on)
        sent = f"{opinion.body}，{datetime_text(opinion.handed_at)}" if opinion.body else ""
        facts = {
            "basics": [
                ("在哪里提出", str(opinion.source)),
                ("会议", str(opinion.meeting or "")),
                ("提出人", opinion.raised_by),
                ("提出时间", datetime_text(opinion.raised_at)),
                ("交办单位", sent),
                ("交办意见", opinion.hand_note if opinion.body else ""),
                ("公开时间", public_since(opinion)),
            ],
            "files": list(files_of(opinion)),
            "events": list(timeline(opinion)),
        }
        return super().get_context_data(**{**facts, **kwargs})


class RaiseOpinion(KeepsFiles, StepView):
    title = "登记议事意见"
    button = "登记"
    form_class = forms.RaiseForm
    rule = rules.may_raise_opinion
    transition = act.raise_opinion
    intro = "一件意见写一个事项，便于交办和答复。"
    success_message = "已登记，请及时交办。"
    versioned = False

    def queryset(self) -> QuerySet[StreetCongress]:
        return StreetCongress.objects.visible_to(self.request.user).with_names()

    def form_kwargs(self) -> dict[str, Any]:
        members = self.object.members.active_on(self.on).listed()
        if not rules.convenes(self.request.user, self.object, self.on):
            members = members.filter(deputy__user=self.request.user)
        held = self.object.meetings.filter(state=StreetMeetingState.HELD).select_related("congress__area")
        only = members[0].pk if len(members) == 1 else None
        return {"members": members, "meetings": held, "initial": {"member": only}}

    def get_success_url(self) -> str:
        return self.result.get_absolute_url()


class OpinionStep(StepView):
    """A step about one opinion."""

    template_name = "liaison_stations/council_opinion_step.html"
    context_name = "opinion"

    def queryset(self) -> QuerySet[CouncilOpinion]:
        return CouncilOpinion.objects.visible_to(self.request.user).with_names()

    def get_crumbs(self) -> list[tuple[str, str]]:
        return [CRUMB, (str(self.object), self.object.get_absolute_url())]


class HandOpinion(OpinionStep):
    title = button = "交办"
    form_class = forms.HandForm
    rule = rules.may_hand_opinion
    transition = act.hand_opinion
    success_message = "已交办，单位会收到通知。"


class ExplainOpinion(OpinionStep):
    title = button = "直接反馈"
    form_class = forms.OutcomeForm
    rule = rules.may_explain_opinion
    transition = act.explain_opinion
    intro = "当场已经解决或者不需要交办的，写明情况，反馈提出人。"
    success_message = "已反馈。"


class RecallOpinion(OpinionStep):
    title = button = "收回改交"
    form_class = forms.OpinionReasonForm
    rule = rules.may_recall_opinion
    transition = act.recall_opinion
    success_message = "已收回，请改交其他单位。"


class AnswerOpinion(KeepsFiles, OpinionStep):
    title = "答复议事意见"
    button = "提交答复"
    form_class = forms.AnswerForm
    rule = rules.may_answer_opinion
    transition = act.answer_opinion
    success_message = "已答复，由组织议事的单位向提出人反馈。"


class ReturnOpinionAnswer(OpinionStep):
    title = button = "退回重新答复"
    form_class = forms.OpinionReasonForm
    rule = rules.may_return_opinion_answer
    transition = act.return_opinion_answer
    success_message = "已退回，单位会收到通知。"


class CloseOpinion(OpinionStep):
    title = button = "反馈提出人"
    form_class = forms.OutcomeForm
    rule = rules.may_close_opinion
    transition = act.close_opinion
    success_message = "已反馈。"

    def form_kwargs(self) -> dict[str, Any]:
        return {"initial": {"outcome": self.object.answer}}
