"""The yearly plan of supervision for the house: the list, one plan with its progress, one topic, the office's steps."""

from typing import Any

from django.db.models import QuerySet
from django.urls import reverse_lazy

from foundation.audit import timeline
from foundation.web.actions import Action, offered
from foundation.web.chinese import date_text
from foundation.web.tables import Column
from foundation.web.tones import tone_of
from foundation.web.views import Behind, CreateStep, DetailPage, ListPage, StepView
from supervision.cards.plan import glance, progress_of, stats_of
from supervision.forms import plan as forms
from supervision.models import PlanTopic, PlanYear, Undertaking
from supervision.rules import plan as rules
from supervision.rules import solicitations as idea_rules
from supervision.rules.undertakings import may_read_undertakings
from supervision.transitions import plan as act
from supervision.transitions import plan_changes as adjust
from supervision.transitions.start_topic import start_topic

CRUMB = ("监督计划", "/supervision/plans/")
QUIET = ("role", "state")
PLAN_VERBS = (
    ("添加议题", "add-topic", rules.may_draft_plan, "primary", "plus"),
    ("登记通过", "adopt-plan", rules.may_adopt_supervision_plan, "primary", "check"),
    ("公布", "publish-plan", rules.may_publish_supervision_plan, "primary", "document"),
    ("调整：增加议题", "adjust-add", rules.may_adjust_plan, "secondary", "plus"),
    ("修改名称和要求", "change-plan", rules.may_draft_plan, "secondary", "edit"),
)
TOPIC_VERBS = (
    ("启动", "start-topic", rules.may_start_topic, "primary", "check"),
    ("修改", "change-topic", rules.may_change_topic, "primary", "edit"),
    ("去掉", "remove-topic", rules.may_change_topic, "secondary", ""),
    ("调整", "adjust-topic", rules.may_adjust_topic, "secondary", "edit"),
    ("取消", "drop-topic", rules.may_drop_topic, "secondary", ""),
)


class Plans(Behind, ListPage):
    """Every plan one may read, the latest year first."""

    door = rules.may_list_plans
    template_name = "supervision/plans.html"
    title = "监督计划"
    export_name = "年度监督工作计划"
    empty = "还没有年度监督工作计划。由办事机构起草，主任会议通过后公布。"
    columns = (
        Column("计划", "title", link=lambda row: row.get_absolute_url(), primary=True),
        Column("年度", "year", kind="number"),
        Column("议题（项）", "topic_count", kind="number"),
        Column("通过日期", "adopted_on", kind="date"),
        Column("公布时间", "published_at", kind="date"),
        Column(
            "状态",
            "get_state_display",
            kind="badge",
            tone=lambda row: tone_of("supervision.planyear.state", row.state),
        ),
    )

    def queryset(self) -> QuerySet[PlanYear]:
        return PlanYear.objects.visible_to(self.request.user).with_counts().order_by("-year")

    def get_context_data(self, **kwargs: Any) -> dict[str, Any]:
        user, on = self.request.user, self.on
        may = {
            "may_make": bool(rules.may_make_plan(user, on=on)),
            "may_call": bool(idea_rules.may_list_solicitations(user)),
            "may_put": bool(idea_rules.may_put_topic_idea(user, on=on)),
        }
        return super().get_context_data(**may, **kwargs)


class PlanPage(Behind, DetailPage):
    """One plan: progress at a glance, every topic on the twelve months, adjustments, what happened."""

    door = rules.may_list_plans
    template_name = "supervision/plan.html"
    context_name = "plan"
    crumbs = (CRUMB,)

    def queryset(self) -> QuerySet[PlanYear]:
        return PlanYear.objects.visible_to(self.request.user).select_related("meeting")

    def actions(self, obj: PlanYear) -> list[Action]:
        return offered("supervision", PLAN_VERBS, self.request.user, obj, self.on, quiet=QUIET)

    def get_context_data(self, **kwargs: Any) -> dict[str, Any]:
        plan = self.object
        topics = progress_of(plan, self.on, house=bool(may_read_undertakings(self.request.user)))
        facts: dict[str, Any] = {"topics": topics, "stats": stats_of(topics), "changes": changes_of(plan)}
        if rules.may_make_plan(self.request.user, on=self.on):
            facts["events"] = list(timeline(plan))
        return super().get_context_data(**{**facts, **kwargs})


def changes_of(plan: PlanYear) -> list[Any]:
    """The adjustments, the latest first."""
    return list(plan.changes.select_related("topic", "meeting").order_by("-entered_at", "-pk"))


class TopicPage(Behind, DetailPage):
    """One topic: why it stands there, where it comes from, what was done for it, what was adjusted."""

    door = rules.may_list_plans
    template_name = "supervision/topic.html"
    context_name = "topic"

    def queryset(self) -> QuerySet[PlanTopic]:
        return PlanTopic.objects.visible_to(self.request.user).with_names()

    def get_crumbs(self) -> list[tuple[str, str]]:
        return [CRUMB, (str(self.object.plan), self.object.plan.get_absolute_url())]

    def actions(self, obj: PlanTopic) -> list[Action]:
        return offered("supervision", TOPIC_VERBS, self.request.user, obj, self.on, quiet=QUIET)

    def get_context_data(self, **kwargs: Any) -> dict[str, Any]:
        topic, user = self.object, self.request.user
        ideas = list(topic.ideas.with_names().order_by("put_at", "pk"))
        house = bool(idea_rules.may_list_solicitations(user))
        facts = {
            "basics": basics(topic),
            "glance": glance(topic, self.on, house=house),
            "undertaking": _shown(topic, user),
            "ideas": ideas if house else [idea for idea in ideas if idea.put_by_id == user.pk],
            "idea_count": len(ideas),
            "changes": list(topic.changes.select_related("meeting", "topic").order_by("-entered_at", "-pk")),
        }
        return super().get_context_data(**{**facts, **kwargs})


def _shown(topic: PlanTopic, user: Any) -> Any:
    """What is carried out for it, as far as this person may open it."""
    return (
        Undertaking.objects.visible_to(user).filter(pk=topic.undertaking_id).first() if topic.undertaking_id else None
    )


def basics(topic: PlanTopic) -> list[tuple[str, str]]:
    """The facts of a topic in their order."""
    return [
        ("监督形式", f"{topic.kind}（{topic.get_level_display()}听取）"),
        ("议题来源", topic.get_source_display()),
        ("责任工作委员会", str(topic.committee)),
        ("时间", topic.months),
        ("被监督单位", "、".join(body.label for body in topic.bodies.all())),
        ("方法步骤", topic.method),
        ("取消日期", date_text(topic.dropped_at) if topic.dropped_at else ""),
    ]


class MakePlan(CreateStep):
    form_class = forms.PlanYearForm
    rule = rules.may_make_plan
    transition = act.make_plan
    title = "起草年度监督工作计划"
    button = "保存，下一步添加议题"
    success_message = "计划已建立，请添加议题。"
    back_url = reverse_lazy("supervision:plans")
    crumbs = (CRUMB,)

    def form_kwargs(self) -> dict[str, Any]:
        # From autumn on it is next year's plan that is being prepared.
        return {"initial": {"year": self.on.year + (self.on.month > 9)}}


class PlanStep(StepView):
    context_name = "plan"
    crumbs = (CRUMB,)

    def queryset(self) -> QuerySet[PlanYear]:
        return PlanYear.objects.visible_to(self.request.user)


class ChangePlan(PlanStep):
    form_class = forms.PlanWordsForm
    rule = rules.may_draft_plan
    transition = act.change_plan
    title = "修改名称和要求"
    button = "保存"
    success_message = "已修改。"

    def form_kwargs(self) -> dict[str, Any]:
        return {"initial": {"title": self.object.title, "intro": self.object.intro}}


class AddTopic(PlanStep):
    form_class = forms.TopicForm
    rule = rules.may_draft_plan
    transition = act.add_topic
    title = "添加议题"
    button = "添加"
    success_message = "已添加。"


class AdoptPlan(PlanStep):
    form_class = forms.AdoptPlanForm
    rule = rules.may_adopt_supervision_plan
    transition = act.adopt_supervision_plan
    title = "登记计划通过"
    button = "登记"
    intro = "通过后，议题只能经主任会议同意、写明理由后调整。"
    success_message = "已登记通过，可以公布。"

    def form_kwargs(self) -> dict[str, Any]:
        return {"on": self.on, "initial": {"adopted_on": self.on}}


class PublishPlan(PlanStep):
    rule = rules.may_publish_supervision_plan
    transition = act.publish_supervision_plan
    title = "公布计划"
    button = "公布并通知"
    intro = "公布后，计划在门户“监督计划”栏目向社会公开（监督法第六十三条），并通知代表、组成人员和涉及的单位。"
    success_message = "计划已公布。"


class AdjustAdd(PlanStep):
    form_class = forms.AdjustForm
    rule = rules.may_adjust_plan
    transition = adjust.adjust_add
    title = "调整：增加议题"
    button = "登记调整"
    intro = "调整须经主任会议同意，理由随计划公布。"
    success_message = "已登记调整。"

    def form_kwargs(self) -> dict[str, Any]:
        return {"on": self.on, "initial": {"decided_on": self.on}}


class TopicStep(StepView):
    context_name = "topic"

    def queryset(self) -> QuerySet[PlanTopic]:
        return PlanTopic.objects.visible_to(self.request.user).with_names()

    def get_crumbs(self) -> list[tuple[str, str]]:
        plan, topic = self.object.plan, self.object
        return [CRUMB, (str(plan), plan.get_absolute_url()), (str(topic), topic.get_absolute_url())]


class StartTopic(TopicStep):
    form_class = forms.StartForm
    rule = rules.may_start_topic
    transition = start_topic
    title = "启动议题"
    button = "建立监督事项"
    intro = "按监督形式建立监督事项，步骤和期限自动列出；核对后在监督事项页面启动。"
    success_message = "已建立监督事项，请核对步骤和期限。"

    def form_kwargs(self) -> dict[str, Any]:
        return {"topic": self.object}

    def get_success_url(self) -> str:
        return self.result.undertaking.get_absolute_url()


class ChangeTopic(TopicStep):
    form_class = forms.TopicForm
    rule = rules.may_change_topic
    transition = act.change_topic
    title = "修改议题"
    button = "保存"
    success_message = "已修改。"

    def form_kwargs(self) -> dict[str, Any]:
        return {"topic": self.object}


class RemoveTopic(TopicStep):
    rule = rules.may_change_topic
    transition = act.remove_topic
    title = button = "去掉议题"
    button_tone = "danger"
    success_message = "已去掉。"

    def get_success_url(self) -> str:
        return self.object.plan.get_absolute_url()


class AdjustTopic(TopicStep):
    form_class = forms.AdjustForm
    rule = rules.may_adjust_topic
    transition = adjust.adjust_topic
    title = "调整议题"
    button = "登记调整"
    intro = "调整须经主任会议同意，理由随计划公布；原来的内容留在调整记录里。"
    success_message = "已登记调整。"

    def form_kwargs(self) -> dict[str, Any]:
        return {"on": self.on, "initial": {**forms.told(self.object), "decided_on": self.on}}


class DropTopic(TopicStep):
    form_class = forms.DropTopicForm
    rule = rules.may_drop_topic
    transition = adjust.drop_topic
    title = "取消议题"
    button = "登记取消"
    button_tone = "danger"
    intro = "取消须经主任会议同意，理由随计划公布；议题仍留在计划页面。"
    success_message = "已登记取消。"

    def form_kwargs(self) -> dict[str, Any]:
        return {"on": self.on, "initial": {"decided_on": self.on}}
