"""Experts and the matters put to them: the pool, one expert, the matters, one matter."""

from collections.abc import Sequence
from typing import Any

from django.db.models import Q, QuerySet
from django.urls import reverse

from foundation.audit import timeline
from foundation.web.actions import Action
from foundation.web.chinese import date_text
from foundation.web.tables import Column
from foundation.web.tones import tone_of
from foundation.web.views import Behind, DetailPage, ListPage
from supervision.forms import advice as forms
from supervision.models import Expert, ExpertMatter, Undertaking
from supervision.rules import advice as rules

CRUMB = ("专家咨询", "/supervision/expert-matters/")
POOL = ("专家库", "/supervision/experts/")
QUIET = ("role", "state")


def matter_tone(matter: ExpertMatter) -> str:
    return tone_of("supervision.expertmatter.state", matter.state)


class Experts(Behind, ListPage):
    """Who may be asked, by pool and field, with how often each was asked and answered."""

    door = rules.may_list_experts
    template_name = "supervision/experts.html"
    title = "专家库"
    crumbs = (CRUMB,)
    export_name = "专家库"
    filter_form_class = forms.ExpertFilter
    empty = "还没有聘请专家。由代表联络工作机构登记。"
    columns = (
        Column("姓名", "name", link=lambda row: row.get_absolute_url(), primary=True),
        Column("专家库", "get_pool_display"),
        Column("专业领域", lambda row: "、".join(field.name for field in row.fields.all())),
        Column("所在单位和职务", "employer"),
        Column("职称", "title"),
        Column("聘期止", "until_date", kind="date"),
        Column("请教（次）", "asked", kind="number"),
        Column("提出意见（条）", "given", kind="number"),
    )

    def queryset(self) -> QuerySet[Expert]:
        return Expert.objects.visible_to(self.request.user).engaged_on(self.on).with_figures().order_by("pool", "pk")

    def filter(self, rows: QuerySet[Expert], wanted: dict[str, Any]) -> QuerySet[Expert]:
        if "q" in wanted:
            rows = rows.filter(Q(name__contains=wanted["q"]) | Q(employer__contains=wanted["q"]))
        if "field" in wanted:
            rows = rows.filter(pk__in=wanted["field"].experts.order_by().values("pk"))
        return rows.filter(pool=wanted["pool"]) if "pool" in wanted else rows

    def get_context_data(self, **kwargs: Any) -> dict[str, Any]:
        may_engage = bool(rules.may_engage(self.request.user, on=self.on))
        return super().get_context_data(may_engage=may_engage, **kwargs)


class ExpertPage(Behind, DetailPage):
    """One expert with everything he was asked."""

    door = rules.may_list_experts
    template_name = "supervision/expert.html"
    context_name = "expert"
    crumbs = (CRUMB, POOL)

    def queryset(self) -> QuerySet[Expert]:
        return Expert.objects.visible_to(self.request.user)

    def actions(self, obj: Expert) -> list[Action]:
        verdict = rules.may_end_expert(self.request.user, obj, on=self.on)
        return [_action("解聘", "end-expert", obj, verdict)] if verdict else []

    def get_context_data(self, **kwargs: Any) -> dict[str, Any]:
        expert = self.object
        days = f"{date_text(expert.from_date)}至{date_text(expert.until_date) or '长期'}"
        facts = {
            "basics": [
                ("专家库", expert.get_pool_display()),
                ("专业领域", "、".join(field.name for field in expert.fields.all())),
                ("所在单位和职务", expert.employer),
                ("职称", expert.title),
                ("专长", expert.skill),
                ("聘请的决定", expert.engaged_by),
                ("聘期", days),
                ("解聘理由", expert.end_reason),
            ],
            "may_reveal": bool(rules.may_reveal_expert(self.request.user, expert)),
            "advice": list(expert.advice.select_related("matter").order_by("-pk")[:50]),
            "events": list(timeline(expert)),
        }
        return super().get_context_data(**{**facts, **kwargs})


class Matters(Behind, ListPage):
    """What was put to experts and deputy groups, the latest first."""

    door = rules.may_list_matters
    template_name = "supervision/expert_matters.html"
    title = "专家咨询"
    export_name = "专家咨询"
    filter_form_class = forms.MatterFilter
    empty = "还没有专家咨询事项。由工作委员会或者办事机构提出。"
    columns = (
        Column("事项", "title", link=lambda row: row.get_absolute_url(), primary=True),
        Column("负责的工作委员会", "committee.label"),
        Column("代表小组", lambda row: str(row.group or "")),
        Column("答复期限", "due_on", kind="date"),
        Column("意见", lambda row: f"{row.given}/{row.asked}"),
        Column("状态", "get_state_display", kind="badge", tone=matter_tone),
    )

    def queryset(self) -> QuerySet[ExpertMatter]:
        rows = ExpertMatter.objects.visible_to(self.request.user).with_names().with_figures()
        return rows.order_by("-opened_at", "-pk")

    def filter(self, rows: QuerySet[ExpertMatter], wanted: dict[str, Any]) -> QuerySet[ExpertMatter]:
        return rows.filter(state=wanted["state"]) if "state" in wanted else rows

    def get_context_data(self, **kwargs: Any) -> dict[str, Any]:
        user, on = self.request.user, self.on
        facts = {"may_ask": bool(rules.may_ask_experts(user, on=on)), "may_list": bool(rules.may_list_experts(user))}
        return super().get_context_data(**facts, **kwargs)


class MatterPage(Behind, DetailPage):
    """One matter: who was asked, who said what, what became of it."""

    door = rules.may_list_matters
    template_name = "supervision/expert_matter.html"
    context_name = "matter"
    crumbs = (CRUMB,)

    def queryset(self) -> QuerySet[ExpertMatter]:
        return ExpertMatter.objects.visible_to(self.request.user).with_names()

    def actions(self, obj: ExpertMatter) -> list[Action]:
        user, on = self.request.user, self.on
        found = [
            _action("提出意见", "say-in-matter", obj, rules.may_say(user, obj, on=on)),
            _action("办结", "close-expert-matter", obj, rules.may_close_matter(user, obj, on=on)),
        ]
        return shown(found)

    def get_context_data(self, **kwargs: Any) -> dict[str, Any]:
        matter, user, on = self.object, self.request.user, self.on
        advice = list(matter.advice.select_related("expert", "deputy"))
        for row in advice:
            row.matter = matter
            row.may_enter = row.expert_id and bool(rules.may_enter_advice(user, row, on=on))
            row.may_weigh = bool(rules.may_weigh(user, row, on=on))
        facts = {
            "basics": [
                ("负责的工作委员会", matter.committee.label),
                ("代表小组", str(matter.group or "")),
                ("答复期限", date_text(matter.due_on)),
            ],
            "undertaking": Undertaking.objects.visible_to(user).filter(pk=matter.undertaking_id).first(),
            "advice": advice,
            "events": list(timeline(matter)),
        }
        return super().get_context_data(**{**facts, **kwargs})


def _action(label: str, name: str, obj: Any, verdict: Any) -> Action:
    return Action(label, reverse(f"supervision:{name}", args=[obj.pk]), verdict, "primary")


def shown(actions: Sequence[Action]) -> list[Action]:
    """Those that can be done, or whose reason is worth reading."""
    return [action for action in actions if action.allowed or action.verdict.code not in QUIET]
