"""Interpellations and proposals of thematic inquiries: the list, the page of one, and its steps."""

from collections.abc import Sequence
from typing import Any

from django.db.models import QuerySet
from django.urls import reverse_lazy

from deputies.models import Meeting
from foundation import deadlines
from foundation.audit import timeline
from foundation.web.actions import Action, offered
from foundation.web.chinese import date_text, datetime_text
from foundation.web.tables import Column
from foundation.web.tones import tone_of
from foundation.web.views import Behind, CreateStep, DetailPage, ListPage, StepView
from supervision.forms import interpellations as forms
from supervision.models import InitiatorRule, Interpellation
from supervision.rules import interpellations as rules
from supervision.transitions import interpellation_ballots as ballots
from supervision.transitions import interpellations as act
from supervision.views.people_ballots import NEXT
from supervision.views.question_steps import PickerMixin
from supervision.views.questions import CRUMB as QUESTIONS

CRUMB = ("质询案和专题询问提议", "/supervision/interpellations/")
CLOCKS = (act.DECIDE, act.ANSWER)
QUIET = ("role", "state", "kind")
VERBS = (
    ("交受质询机关答复", "accept-proposal", rules.may_accept_proposal, "primary"),
    ("采纳，开展专题询问", "adopt-proposal", rules.may_adopt_proposal, "primary"),
    ("答复", "answer-proposal", rules.may_answer_proposal, "primary"),
    ("登记评价", "judge-answer", rules.may_judge_answer, "primary"),
    ("安排联名人表决", "plan-judging-ballot", rules.may_judge_answer, "secondary"),
    ("不列入", "refuse-proposal", rules.may_refuse_proposal, "secondary"),
    ("撤回", "withdraw-proposal", rules.may_withdraw_proposal, "secondary"),
)


def proposal_tone(row: Interpellation) -> str:
    return tone_of("supervision.interpellation.state", row.state)


class Proposals(Behind, ListPage):
    """All for the house, one's own for a deputy, what has to be answered for a body."""

    door = rules.may_list_proposals
    template_name = "supervision/interpellations.html"
    title = "质询案和专题询问提议"
    export_name = "质询案和专题询问提议"
    filter_form_class = forms.ProposalFilter
    crumbs = (QUESTIONS,)
    empty = "还没有质询案或者专题询问提议。"
    columns = (
        Column("题目", "title", link=lambda row: row.get_absolute_url(), primary=True),
        Column("事项", "get_kind_display"),
        Column("受质询机关", "body.label"),
        Column("提出时间", "raised_at", kind="date"),
        Column("状态", "get_state_display", kind="badge", tone=proposal_tone),
        Column("期限", "light", kind="light"),
    )

    def queryset(self) -> QuerySet[Interpellation]:
        return Interpellation.objects.visible_to(self.request.user).with_names().order_by("-raised_at", "-pk")

    def filter(self, rows: QuerySet[Interpellation], wanted: dict[str, Any]) -> QuerySet[Interpellation]:
        if "q" in wanted:
            rows = rows.filter(title__contains=wanted["q"])
        return rows.filter(**{name: wanted[name] for name in ("kind", "state") if name in wanted})

    def decorate(self, rows: Sequence[Interpellation]) -> None:
        deadlines.attach_lights(rows, CLOCKS, self.on)

    def get_context_data(self, **kwargs: Any) -> dict[str, Any]:
        may_raise = bool(rules.may_raise_proposal(self.request.user, on=self.on))
        return super().get_context_data(may_raise=may_raise, **kwargs)


class ProposalPage(Behind, DetailPage):
    """One proposal with its answers and what was said of them."""

    door = rules.may_list_proposals
    template_name = "supervision/interpellation.html"
    context_name = "row"
    crumbs = (QUESTIONS, CRUMB)

    def queryset(self) -> QuerySet[Interpellation]:
        return Interpellation.objects.visible_to(self.request.user).with_names()

    def actions(self, obj: Interpellation) -> list[Action]:
        return offered("supervision", VERBS, self.request.user, obj, self.on, quiet=QUIET)

    def get_context_data(self, **kwargs: Any) -> dict[str, Any]:
        row = self.object
        deadlines.attach_lights([row], CLOCKS, self.on)
        facts = {
            "basics": basics(row),
            "names": [deputy.name for deputy in row.initiators.order_by("pinyin_key", "pk")],
            "answers": list(row.answers.select_related("line")),
            "ballot": row.open_ballot,
            "events": list(timeline(row)),
        }
        return super().get_context_data(**{**facts, **kwargs})


def basics(row: Interpellation) -> list[tuple[str, str]]:
    rule: InitiatorRule = row.rule
    return [
        ("事项", f"{row.get_kind_display()}（{row.get_venue_display()}）"),
        ("受质询机关", row.body.label),
        ("在哪次会议提出", str(row.meeting or "")),
        ("提出时间", datetime_text(row.raised_at)),
        ("联名人数的规定", f"{rule.least}人以上（{rule.legal_basis}）"),
        ("决定的会议", str(row.decided_by or "")),
        ("答复形式", row.get_answer_form_display()),
        ("答复期限", date_text(row.due_on) if row.due_on else ""),
    ]


class RaiseProposal(PickerMixin, CreateStep):
    template_name = "supervision/plan_session.html"
    form_class = forms.RaiseForm
    rule = rules.may_raise_proposal
    transition = act.raise_proposal
    title = "提出质询案、专题询问提议"
    button = "提出"
    intro = "质询案写明对象、问题和内容；联名人数按后台“质询、询问联名人数”核对。"
    success_message = "已登记，等候主席团或者主任会议决定。"
    back_url = reverse_lazy("supervision:interpellations")
    crumbs = (QUESTIONS, CRUMB)

    def form_kwargs(self) -> dict[str, Any]:
        return {**super().form_kwargs(), "meetings": _meetings()}

    def arguments(self, form: Any) -> dict[str, Any]:
        given = dict(form.cleaned_data)
        return {"initiators": list(given.pop("deputies")), **given}


def _meetings() -> QuerySet[Meeting]:
    return Meeting.objects.filter(term__is_current=True).order_by("-opens_on", "-pk")


class ProposalStep(StepView):
    """A step about one proposal."""

    template_name = "supervision/interpellation_step.html"
    context_name = "row"

    def queryset(self) -> QuerySet[Interpellation]:
        return Interpellation.objects.visible_to(self.request.user).with_names()

    def get_crumbs(self) -> list[tuple[str, str]]:
        return [QUESTIONS, CRUMB, (str(self.object), self.object.get_absolute_url())]


class AcceptProposal(ProposalStep):
    title = button = "交受质询机关答复"
    form_class = forms.AcceptForm
    rule = rules.may_accept_proposal
    transition = act.accept_proposal
    success_message = "已交办，受质询机关会收到通知。"

    def form_kwargs(self) -> dict[str, Any]:
        return {"meetings": _meetings()}


class AdoptProposal(ProposalStep):
    title = button = "采纳，开展专题询问"
    form_class = forms.DecidedForm
    rule = rules.may_adopt_proposal
    transition = act.adopt_proposal
    success_message = "已采纳，请在“问政和询问”中登记这次专题询问。"

    def form_kwargs(self) -> dict[str, Any]:
        return {"meetings": _meetings()}


class RefuseProposal(ProposalStep):
    title = button = "不列入"
    form_class = forms.ReasonForm
    rule = rules.may_refuse_proposal
    transition = act.refuse_proposal
    success_message = "已登记，联名人会收到理由。"


class WithdrawProposal(ProposalStep):
    title = button = "撤回"
    form_class = forms.ReasonForm
    rule = rules.may_withdraw_proposal
    transition = act.withdraw_proposal
    success_message = "已撤回。"


class AnswerProposal(ProposalStep):
    title = button = "答复"
    form_class = forms.AnswerProposalForm
    rule = rules.may_answer_proposal
    transition = act.answer_proposal
    success_message = "已答复，由联名人评价。"


class PlanJudgingBallot(ProposalStep):
    title = button = "安排联名人表决"
    form_class = forms.JudgingBallotForm
    rule = rules.may_judge_answer
    transition = ballots.plan_judging_ballot
    intro = "联名人就答复是否满意表决。公布结果时自动登记：不满意的达到规定比例的再作答复，没有达到的办结。"
    success_message = NEXT

    def get_success_url(self) -> str:
        return self.result.get_absolute_url()


class JudgeAnswer(ProposalStep):
    title = button = "登记评价"
    form_class = forms.JudgeForm
    rule = rules.may_judge_answer
    transition = act.judge_answer
    success_message = "已登记。"
