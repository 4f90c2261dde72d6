"""Ideas for topics: the list, one idea, putting one, and the office's word on it."""

from typing import Any

from django.db.models import Q, QuerySet
from django.urls import reverse_lazy

from foundation.audit import timeline
from foundation.web.actions import Action, offered
from foundation.web.chinese import datetime_text
from foundation.web.tables import Column
from foundation.web.tones import tone_of
from foundation.web.views import Behind, CreateStep, DetailPage, ListPage, StepView
from foundation.workdays.clock import now
from liaison_stations.models import Letter
from suggestions.models import Suggestion
from supervision.forms import solicitations as forms
from supervision.models import TopicIdea
from supervision.rules import solicitations as rules
from supervision.transitions import ideas as act
from supervision.views.plan import CRUMB as PLANS
from supervision.views.plan import QUIET

CRUMB = ("议题建议", "/supervision/topic-ideas/")
VERBS = (
    ("作为新议题列入", "take-as-topic", rules.may_take_topic_idea, "primary", "plus"),
    ("并入已有议题", "take-topic-idea", rules.may_take_topic_idea, "secondary", "check"),
    ("转有关方面", "forward-topic-idea", rules.may_forward_topic_idea, "secondary", ""),
    ("不采纳", "decline-topic-idea", rules.may_decline_topic_idea, "secondary", ""),
    ("重新研究", "reconsider-topic-idea", rules.may_reconsider_topic_idea, "secondary", ""),
)


class Ideas(Behind, ListPage):
    """All of them for the house, a deputy's own for him, the latest first."""

    door = rules.may_list_ideas
    template_name = "supervision/topic_ideas.html"
    title = "议题建议"
    crumbs = (PLANS,)
    export_name = "议题建议"
    filter_form_class = forms.IdeaFilter
    empty = "还没有议题建议。"

    def queryset(self) -> QuerySet[TopicIdea]:
        return TopicIdea.objects.visible_to(self.request.user).with_names().order_by("-put_at", "-pk")

    def filter(self, rows: QuerySet[TopicIdea], wanted: dict[str, Any]) -> QuerySet[TopicIdea]:
        if q := wanted.get("q"):
            named = Q(title__contains=q) | Q(number__contains=q) | Q(solicitation__title__contains=q)
            rows = rows.filter(named)
        return rows.filter(**{name: wanted[name] for name in ("state", "channel", "sort") if name in wanted})

    def get_columns(self) -> list[Column]:
        return [
            Column("编号", "number"),
            Column("议题", "title", link=lambda row: row.get_absolute_url(), primary=True),
            Column("类别", "get_sort_display"),
            Column("渠道", "get_channel_display"),
            Column("提出人", proposer),
            Column("提出时间", "put_at", kind="date"),
            Column("状态", "get_state_display", kind="badge", tone=state_tone),
            Column("列入的议题", lambda row: str(row.topic or "")),
        ]

    def get_context_data(self, **kwargs: Any) -> dict[str, Any]:
        may_put = bool(rules.may_put_topic_idea(self.request.user, on=self.on))
        return super().get_context_data(may_put=may_put, **kwargs)


class IdeasWaiting(Ideas):
    """Those the desk counts."""

    door = rules.may_list_solicitations
    title = "待研究的议题建议"
    empty = "没有待研究的议题建议。"

    def queryset(self) -> QuerySet[TopicIdea]:
        return super().queryset().waiting()


def proposer(idea: TopicIdea) -> str:
    """Whoever signs in for it; of a citizen nothing but that he is one."""
    if idea.committee:
        return idea.committee.label
    return idea.put_by.name if idea.put_by and idea.channel != "public" else "公众"


def state_tone(idea: TopicIdea) -> str:
    return tone_of("supervision.topicidea.state", idea.state)


class IdeaPage(Behind, DetailPage):
    """One idea, where it comes from, what became of it."""

    door = rules.may_list_ideas
    template_name = "supervision/topic_idea.html"
    context_name = "idea"
    crumbs = (PLANS, CRUMB)

    def queryset(self) -> QuerySet[TopicIdea]:
        return TopicIdea.objects.visible_to(self.request.user).with_names()

    def actions(self, obj: TopicIdea) -> list[Action]:
        return offered("supervision", VERBS, self.request.user, obj, self.on, quiet=QUIET)

    def get_context_data(self, **kwargs: Any) -> dict[str, Any]:
        idea, user = self.object, self.request.user
        facts = {
            "basics": [
                ("编号", idea.number),
                ("类别", idea.get_sort_display()),
                ("来源", idea.get_source_display()),
                ("渠道", f"{idea.get_channel_display()}（{proposer(idea)}）"),
                ("提出时间", datetime_text(idea.put_at)),
                ("对应的征集", str(idea.solicitation or "")),
            ],
            "paper": _seen(Suggestion, idea.suggestion_id, user),
            "letter": _seen(Letter, idea.letter_id, user),
            "may_reveal": bool(rules.may_reveal_proposer(user, idea)),
            "events": list(timeline(idea)),
        }
        return super().get_context_data(**{**facts, **kwargs})


def _seen(model: Any, pk: int | None, user: Any) -> Any:
    """The source, as far as this person may open it."""
    return model.objects.visible_to(user).filter(pk=pk).first() if pk else None


class PutIdea(CreateStep):
    form_class = forms.PutIdeaForm
    rule = rules.may_put_topic_idea
    transition = act.put_topic_idea
    title = "提出议题建议"
    button = "提交"
    intro = "建议列入年度监督工作计划的议题，或者立法项目；由办事机构研究，结果会告诉您。"
    success_message = "已提交，研究结果会告诉您。"
    back_url = reverse_lazy("supervision:topic-ideas")
    crumbs = (PLANS, CRUMB)

    def form_kwargs(self) -> dict[str, Any]:
        return {"on": self.on}


class PutIdeaAbout(StepView):
    """From the page of a suggestion or a letter; both pages then lead to the idea, and the idea back."""

    form_class = forms.AboutForm
    rule = rules.may_put_topic_idea_about
    title = "提为监督议题"
    button = "提交"
    success_message = "已提为议题建议，由办事机构研究是否列入计划。"
    versioned = False
    about = ""

    def call(self, form: Any) -> TopicIdea:
        source = {self.about: self.object}
        return act.put_topic_idea(**form.cleaned_data, **source, by=self.request.user, at=now())

    def get_success_url(self) -> str:
        return self.result.get_absolute_url()


class PutIdeaOfSuggestion(PutIdeaAbout):
    about = "suggestion"
    intro = "代表建议集中反映的问题可以列入年度监督工作计划（监督法第十二条）。"

    def queryset(self) -> QuerySet[Suggestion]:
        return Suggestion.objects.visible_to(self.request.user)

    def form_kwargs(self) -> dict[str, Any]:
        return {"initial": {"title": self.object.title}}


class PutIdeaOfLetter(PutIdeaAbout):
    about = "letter"
    intro = "来信集中反映的问题可以列入年度监督工作计划（监督法第十二条）。请用自己的话写，不要出现来信人的个人信息。"

    def queryset(self) -> QuerySet[Letter]:
        return Letter.objects.visible_to(self.request.user)


class IdeaStep(StepView):
    template_name = "supervision/topic_idea_step.html"
    context_name = "idea"
    crumbs = (PLANS, CRUMB)

    def queryset(self) -> QuerySet[TopicIdea]:
        return TopicIdea.objects.visible_to(self.request.user).with_names()

    def form_kwargs(self) -> dict[str, Any]:
        return {"initial": {"public_title": self.object.shown_title}}


class TakeIdea(IdeaStep):
    form_class = forms.TakeForm
    rule = rules.may_take_topic_idea
    transition = act.take_topic_idea
    title = "并入已有议题"
    button = "列入"
    success_message = "已列入议题。"

    def form_kwargs(self) -> dict[str, Any]:
        return {**super().form_kwargs(), "user": self.request.user}


class TakeAsTopic(IdeaStep):
    form_class = forms.TakeAsTopicForm
    rule = rules.may_take_topic_idea
    transition = act.take_as_topic
    title = "作为新议题列入"
    button = "列入计划"
    success_message = "已作为新议题列入计划。"

    def form_kwargs(self) -> dict[str, Any]:
        idea = self.object
        facts = {"title": idea.shown_title, "source": idea.source, "public_title": idea.shown_title}
        initial = {**facts, "reason": idea.text if idea.shown_title else ""}
        return {"initial": initial, "user": self.request.user}


class DeclineIdea(IdeaStep):
    form_class = forms.DecideForm
    rule = rules.may_decline_topic_idea
    transition = act.decline_topic_idea
    title = button = "不采纳"
    success_message = "已登记。"


class ForwardIdea(IdeaStep):
    form_class = forms.DecideForm
    rule = rules.may_forward_topic_idea
    transition = act.forward_topic_idea
    title = button = "转有关方面"
    intro = "立法项目报送有立法权的人大研究；个人诉求请转代表信箱、信访渠道；其他转有关机关。请写明转给谁。"
    success_message = "已登记。"


class ReconsiderIdea(IdeaStep):
    form_class = forms.ReasonForm
    rule = rules.may_reconsider_topic_idea
    transition = act.reconsider_topic_idea
    title = button = "重新研究"
    success_message = "已改为待研究。"

    def form_kwargs(self) -> dict[str, Any]:
        return {}
