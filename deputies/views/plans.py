"""Yearly plans: drafted, adopted, published; how far each line has come."""

from typing import Any

from django.contrib.auth.decorators import login_not_required
from django.db.models import Count, Q, QuerySet
from django.urls import reverse, reverse_lazy
from django.utils.decorators import method_decorator

from deputies import rules
from deputies.forms import plans as forms
from deputies.models import ActivityPlan, PlanItem
from deputies.states import ActivityState
from deputies.transitions.activity_plan import add_item, adopt_plan, make_plan, publish_plan, remove_item
from deputies.transitions.plan_activity import own_office
from deputies.views.doors import ReadersOnly
from foundation.audit import timeline
from foundation.web.actions import Action
from foundation.web.tables import Column
from foundation.web.tones import tone_of
from foundation.web.views import CreateStep, DetailPage, ListPage, StepView

CRUMB = ("年度活动计划", "/deputies/plans/")
VERBS = (
    ("添加项目", "add-item", rules.may_change_plan, "primary", "plus"),
    ("登记通过", "adopt-plan", rules.may_adopt_yearly_plan, "primary", "check"),
    ("公布", "publish-plan", rules.may_publish_plan, "primary", "document"),
)
HELD = (ActivityState.HELD, ActivityState.CLOSED)


def items_of(plan: ActivityPlan) -> list[PlanItem]:
    """The lines, each with how many activities were planned for it and how many of them held."""
    live = ~Q(activities__state=ActivityState.CANCELLED)
    counts = {
        "planned": Count("activities", filter=live),
        "held": Count("activities", filter=Q(activities__state__in=HELD)),
    }
    return list(plan.items.select_related("kind").annotate(**counts))


class Plans(ReadersOnly, ListPage):
    title = "年度活动计划"
    template_name = "deputies/plans.html"
    export_name = "年度活动计划"
    empty = "还没有年度活动计划。"
    columns = (
        Column("计划", "title", link=lambda row: row.get_absolute_url(), primary=True),
        Column("年度", "year", kind="number"),
        Column("单位或者小组", "holder"),
        Column("项目", "lines", kind="number"),
        Column("通过日期", "adopted_on", kind="date"),
        Column(
            "状态",
            "get_state_display",
            kind="badge",
            tone=lambda row: tone_of("deputies.activityplan.state", row.state),
        ),
    )

    def queryset(self) -> QuerySet[ActivityPlan]:
        rows = ActivityPlan.objects.visible_to(self.request.user).select_related("organiser", "group")
        return rows.annotate(lines=Count("items")).order_by("-year", "pk")

    def get_context_data(self, **kwargs: Any) -> dict[str, Any]:
        may_plan = bool(rules.may_plan_activity(self.request.user, on=self.on))
        return super().get_context_data(may_plan=may_plan, **kwargs)


class PlanPage(DetailPage):
    template_name = "deputies/plan.html"
    context_name = "plan"

    def queryset(self) -> QuerySet[ActivityPlan]:
        rows = ActivityPlan.objects.visible_to(self.request.user)
        return rows.select_related("organiser", "group__delegation__area", "meeting")

    def get_crumbs(self) -> list[tuple[str, str]]:
        return [CRUMB]

    def actions(self, obj: ActivityPlan) -> list[Action]:
        if not rules.may_run_plan(self.request.user, obj, on=self.on):
            return []
        offered = [
            Action(
                label, reverse(f"deputies:{page}", args=[obj.pk]), rule(self.request.user, obj, on=self.on), tone, icon
            )
            for label, page, rule, tone, icon in VERBS
        ]
        return [action for action in offered if action.allowed]

    def get_context_data(self, **kwargs: Any) -> dict[str, Any]:
        plan, user = self.object, self.request.user
        facts = {"items": items_of(plan), "may_change": bool(rules.may_change_plan(user, plan, on=self.on))}
        if rules.may_run_plan(user, plan, on=self.on):
            facts["events"] = list(timeline(plan))
        return super().get_context_data(**{**facts, **kwargs})


class MakePlan(CreateStep):
    form_class = forms.PlanOfYearForm
    rule = rules.may_plan_activity
    transition = make_plan
    title = "起草年度活动计划"
    button = "保存，下一步添加项目"
    success_message = "计划已建立，请添加项目。"
    back_url = reverse_lazy("deputies:plans")
    crumbs = (CRUMB,)

    def form_kwargs(self) -> dict[str, Any]:
        return {"user": self.request.user, "on": self.on, "initial": self.proposed()}

    def proposed(self) -> dict[str, Any]:
        """This year, in the name of one's own office."""
        office = own_office(self.request.user, self.on)
        return {"year": self.on.year, "holder": f"o{office.pk}" if office else ""}


class PlanStep(StepView):
    context_name = "plan"

    def queryset(self) -> QuerySet[ActivityPlan]:
        rows = ActivityPlan.objects.visible_to(self.request.user)
        return rows.select_related("organiser", "group__delegation__area")

    def get_crumbs(self) -> list[tuple[str, str]]:
        return [CRUMB, (str(self.object), self.object.get_absolute_url())]


class AddItem(PlanStep):
    form_class = forms.ItemForm
    rule = rules.may_change_plan
    transition = add_item
    title = "添加计划项目"
    button = "添加"
    success_message = "已添加。"

    def form_kwargs(self) -> dict[str, Any]:
        return {"on": self.on}


class AdoptPlan(PlanStep):
    form_class = forms.AdoptForm
    rule = rules.may_adopt_yearly_plan
    transition = adopt_plan
    title = "登记计划通过"
    button = "登记"
    intro = "通过后计划不能再修改。"
    success_message = "已登记通过，可以公布。"

    def form_kwargs(self) -> dict[str, Any]:
        return {"on": self.on, "initial": {"adopted_on": self.on}}


class PublishPlan(PlanStep):
    rule = rules.may_publish_plan
    transition = publish_plan
    title = "公布计划"
    button = "公布并通知代表"
    intro = "公布后，计划在门户“履职计划”栏目向社会公开，并通知代表（代表法第四十三条）。"
    success_message = "计划已公布，已通知代表。"


class RemoveItem(StepView):
    """Takes one line off a draft."""

    context_name = "item"
    title = "去掉计划项目"
    button = "去掉"
    button_tone = "danger"
    transition = remove_item
    success_message = "已去掉。"
    versioned = False

    @staticmethod
    def rule(user: Any, item: PlanItem, *, on: Any) -> Any:
        return rules.may_change_plan(user, item.plan, on=on)

    def queryset(self) -> QuerySet[PlanItem]:
        plans = ActivityPlan.objects.visible_to(self.request.user).order_by()
        rows = PlanItem.objects.filter(plan__in=plans.values("pk"))
        return rows.select_related("plan__organiser", "plan__group__delegation__area")

    def get_title(self) -> str:
        return f"去掉：{self.object}"

    def get_success_url(self) -> str:
        return self.object.plan.get_absolute_url()

    def get_crumbs(self) -> list[tuple[str, str]]:
        return [CRUMB, (str(self.object.plan), self.object.plan.get_absolute_url())]

    def get_context_data(self, **kwargs: Any) -> dict[str, Any]:
        return super().get_context_data(**{"back_url": self.object.plan.get_absolute_url(), **kwargs})


@method_decorator(login_not_required, name="dispatch")
class PublicPlans(ListPage):
    """What everybody reads: the published plans, the latest year first."""

    title = "履职计划"
    template_name = "deputies/public_plans.html"
    empty = "还没有公布的年度活动计划。"

    def queryset(self) -> QuerySet[ActivityPlan]:
        return ActivityPlan.objects.published().select_related("organiser", "group").order_by("-year", "pk")


@method_decorator(login_not_required, name="dispatch")
class PublicPlan(DetailPage):
    """One published plan with its lines."""

    template_name = "deputies/public_plan.html"
    context_name = "plan"

    def queryset(self) -> QuerySet[ActivityPlan]:
        return ActivityPlan.objects.published().select_related("organiser", "group", "meeting")

    def get_crumbs(self) -> list[tuple[str, str]]:
        return [("履职计划", reverse("deputies:public-plans"))]

    def get_context_data(self, **kwargs: Any) -> dict[str, Any]:
        return super().get_context_data(items=items_of(self.object), **kwargs)
