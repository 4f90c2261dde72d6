"""Calls for topics, for the office: the list, one call with its ideas, its steps."""

from typing import Any

from django.db.models import QuerySet
from django.urls import reverse, reverse_lazy

from foundation import deadlines
from foundation.audit import timeline
from foundation.web.actions import Action, offered
from foundation.web.chinese import date_text, datetime_text
from foundation.web.tables import Column
from foundation.web.tones import tone_of
from foundation.web.views import Behind, CreateStep, DetailPage, ListPage, StepView
from supervision.forms import solicitations as forms
from supervision.models import Solicitation
from supervision.rules import solicitations as rules
from supervision.transitions import ideas as idea_act
from supervision.transitions import solicitations as act
from supervision.views.plan import CRUMB as PLANS
from supervision.views.plan import QUIET

CRUMB = ("议题征集", "/supervision/solicitations/")
VERBS = (
    ("公布征集公告", "open-solicitation", rules.may_open_solicitation, "primary", "document"),
    ("修改公告", "change-solicitation", rules.may_change_solicitation, "secondary", "edit"),
    ("代为录入", "enter-topic-idea", rules.may_enter_topic_idea, "secondary", "plus"),
    ("截止征集", "close-solicitation", rules.may_close_solicitation, "primary", "check"),
    ("公布采纳情况", "answer-solicitation", rules.may_answer_solicitation, "primary", "document"),
)


class Solicitations(Behind, ListPage):
    """Every call, the latest first."""

    door = rules.may_list_solicitations
    template_name = "supervision/solicitations.html"
    title = "议题征集"
    crumbs = (PLANS,)
    empty = "还没有征集议题。起草年度计划以前，可以先向社会征集。"

    def queryset(self) -> QuerySet[Solicitation]:
        return Solicitation.objects.visible_to(self.request.user).with_counts().order_by("-opens_on", "-pk")

    def decorate(self, rows: Any) -> None:
        deadlines.attach_lights(rows, act.ANSWER, self.on)

    def get_columns(self) -> list[Column]:
        return [
            Column("名称", "title", link=lambda row: row.get_absolute_url(), primary=True),
            Column("计划年度", "year", kind="number"),
            Column("截止日期", "closes_on", kind="date"),
            Column("收到建议（条）", "idea_count", kind="number"),
            Column("待研究（条）", "waiting_count", kind="number"),
            Column("状态", "get_state_display", kind="badge", tone=state_tone),
            Column("公布采纳情况", "light", kind="light"),
        ]

    def get_context_data(self, **kwargs: Any) -> dict[str, Any]:
        may_make = bool(rules.may_make_solicitation(self.request.user, on=self.on))
        return super().get_context_data(may_make=may_make, **kwargs)


class SolicitationsToDo(Solicitations):
    """Those the desk counts: drafts, calls whose last day is over, calls to be answered."""

    title = "待办的议题征集"
    empty = "没有待办的议题征集。"

    def queryset(self) -> QuerySet[Solicitation]:
        return super().queryset().to_work_on(self.on)


def state_tone(call: Solicitation) -> str:
    return tone_of("supervision.solicitation.state", call.state)


class SolicitationPage(Behind, DetailPage):
    """One call with the ideas that came."""

    door = rules.may_list_solicitations
    template_name = "supervision/solicitation.html"
    context_name = "call"
    crumbs = (PLANS, CRUMB)

    def queryset(self) -> QuerySet[Solicitation]:
        return Solicitation.objects.visible_to(self.request.user).with_counts()

    def actions(self, obj: Solicitation) -> list[Action]:
        return offered("supervision", VERBS, self.request.user, obj, self.on, quiet=QUIET)

    def get_context_data(self, **kwargs: Any) -> dict[str, Any]:
        call = self.object
        deadlines.attach_lights([call], act.ANSWER, self.on)
        facts = {
            "basics": basics(call),
            "ideas": list(call.ideas.with_names().order_by("state", "-put_at", "-pk")[:50]),
            "ideas_url": f"{reverse('supervision:topic-ideas')}?q={call.title}",
            "events": list(timeline(call)),
        }
        return super().get_context_data(**{**facts, **kwargs})


def basics(call: Solicitation) -> list[tuple[str, str]]:
    return [
        ("计划年度", f"{call.year}年"),
        ("征集", "、".join(sort.label for sort in call.sorts)),
        ("时间", f"{date_text(call.opens_on)}至{date_text(call.closes_on)}"),
        ("公布公告", datetime_text(call.opened_at)),
        ("截止", datetime_text(call.closed_at)),
        ("提前截止的理由", call.close_reason),
        ("公布采纳情况", datetime_text(call.answered_at)),
    ]


class MakeSolicitation(CreateStep):
    form_class = forms.SolicitationForm
    rule = rules.may_make_solicitation
    transition = act.make_solicitation
    title = "起草征集公告"
    button = "保存"
    intro = "保存后先核对，再公布。"
    success_message = "已保存，核对后请公布。"
    back_url = reverse_lazy("supervision:solicitations")
    crumbs = (PLANS, CRUMB)

    def form_kwargs(self) -> dict[str, Any]:
        year = self.on.year + 1
        title = f"关于征集{year}年监督议题的公告"
        return {"initial": {"year": year, "title": title, "opens_on": self.on}}


class CallStep(StepView):
    context_name = "call"
    crumbs = (PLANS, CRUMB)

    def queryset(self) -> QuerySet[Solicitation]:
        return Solicitation.objects.visible_to(self.request.user)


class ChangeSolicitation(CallStep):
    form_class = forms.SolicitationForm
    rule = rules.may_change_solicitation
    transition = act.change_solicitation
    title = "修改征集公告"
    button = "保存"
    success_message = "已修改。"

    def form_kwargs(self) -> dict[str, Any]:
        return {"initial": {name: getattr(self.object, name) for name in act.FIELDS}}


class OpenSolicitation(CallStep):
    rule = rules.may_open_solicitation
    transition = act.open_solicitation
    title = button = "公布征集公告"
    intro = "公布后，公众在门户“监督计划”栏目提出建议；同时通知代表、组成人员和工作委员会。"
    success_message = "征集公告已公布。"


class CloseSolicitation(CallStep):
    form_class = forms.CloseForm
    rule = rules.may_close_solicitation
    transition = act.close_solicitation
    title = button = "截止征集"
    success_message = "征集已截止，请逐条研究建议。"


class AnswerSolicitation(CallStep):
    form_class = forms.OutcomeForm
    rule = rules.may_answer_solicitation
    transition = act.answer_solicitation
    title = button = "公布采纳情况"
    intro = "公布每条建议的编号、名称、结果和研究意见；公布后删除提出人的姓名和电话，研究结果不能再改。"
    success_message = "采纳情况已公布。"


class EnterIdea(CallStep):
    form_class = forms.ContactForm
    rule = rules.may_enter_topic_idea
    transition = idea_act.enter_topic_idea
    title = "代为录入议题建议"
    button = "录入"
    intro = "来信、来电、来访提出的议题建议，由办事机构录入。"
    success_message = "已录入。"
    versioned = False

    def form_kwargs(self) -> dict[str, Any]:
        return {"sorts": self.object.sorts}

    def get_success_url(self) -> str:
        return self.result.get_absolute_url()
