"""Circles of deputies who know a field; matters brought to them, with the answers."""

from collections.abc import Sequence
from typing import Any

from django.db.models import QuerySet
from django.urls import reverse

from deputies.forms import circle as forms
from deputies.models import Circle, CircleMatter
from deputies.rules import circle as rules
from deputies.transitions.circles import answer_matter, ask_circle, close_matter
from foundation import deadlines
from foundation.audit import timeline
from foundation.web.actions import Action
from foundation.web.tables import Column, Table
from foundation.web.tones import tone_of
from foundation.web.views import Behind, DetailPage, ListPage, StepView

CRUMB = ("专业代表小组", "/deputies/circles/")
MATTERS = (
    Column("事项", "title", link=lambda row: row.get_absolute_url(), primary=True),
    Column("专业代表小组", "circle.name"),
    Column("提出的代表", "deputy.name"),
    Column("提出时间", "asked_at", kind="datetime"),
    Column("希望答复日期", "wanted_on", kind="date"),
    Column("答复期限", "light", kind="light", exported=False),
    Column("答复（条）", "replies", kind="number"),
    Column(
        "状态", "get_state_display", kind="badge", tone=lambda row: tone_of("deputies.circlematter.state", row.state)
    ),
)


class CircleList(Behind, ListPage):
    """The circles of the current term."""

    door = rules.may_open_circles
    title = "专业代表小组"
    template_name = "deputies/circles.html"
    empty = "还没有专业代表小组，由委员会秘书在管理后台建立后显示。"
    columns = (
        Column("小组", "name", link=lambda row: row.get_absolute_url(), primary=True),
        Column("专业领域", "field"),
        Column("代表（名）", "size", kind="number"),
    )

    def queryset(self) -> QuerySet[Circle]:
        return Circle.objects.current().with_size(self.on).order_by("name", "pk")


class CirclePage(Behind, DetailPage):
    """One circle: who is in it, and the matters this person may read."""

    door = rules.may_open_circles
    template_name = "deputies/circle.html"
    context_name = "circle"
    crumbs = (CRUMB,)

    def queryset(self) -> QuerySet[Circle]:
        return Circle.objects.all()

    def actions(self, obj: Circle) -> list[Action]:
        verdict = rules.may_ask_circle(self.request.user, obj, on=self.on)
        ask = Action("提出咨询", reverse("deputies:ask-circle", args=[obj.pk]), verdict, "primary", "edit")
        return [ask] if verdict or verdict.code != "role" else []

    def get_context_data(self, **kwargs: Any) -> dict[str, Any]:
        matters = CircleMatter.objects.visible_to(self.request.user).filter(circle=self.object)
        rows = list(matters.with_names().with_answers().order_by("-asked_at", "-pk")[:50])
        deadlines.attach_lights(rows, "circle_answer", self.on)
        places = list(self.object.places.on(self.on).select_related("deputy"))
        table = Table(MATTERS, rows, "咨询事项", "还没有您可以查看的咨询事项。")
        return super().get_context_data(places=places, matters=table, **kwargs)


class MatterList(Behind, ListPage):
    """Matters this person asked, may answer or keeps."""

    door = rules.may_open_circles
    title = "专业代表小组咨询"
    export_name = "专业代表小组咨询"
    columns: Sequence[Column] = MATTERS
    crumbs = (CRUMB,)
    empty = "还没有咨询事项。在“专业代表小组”中选择一个小组提出。"

    def queryset(self) -> QuerySet[CircleMatter]:
        rows = CircleMatter.objects.visible_to(self.request.user).with_names().with_answers()
        return rows.order_by("-asked_at", "-pk")

    def decorate(self, rows: Sequence[CircleMatter]) -> None:
        deadlines.attach_lights(rows, "circle_answer", self.on)


class MatterPage(DetailPage):
    """One matter with its answers; rooms above add what can be made of it."""

    template_name = "deputies/circle_matter.html"
    context_name = "matter"
    crumbs = (CRUMB,)

    def queryset(self) -> QuerySet[CircleMatter]:
        return CircleMatter.objects.visible_to(self.request.user).with_names()

    def actions(self, obj: CircleMatter) -> list[Action]:
        user, on = self.request.user, self.on
        offered = [
            Action("答复", _of("answer-matter", obj), rules.may_answer_matter(user, obj, on=on), "primary", "edit"),
            Action("办结", _of("close-matter", obj), rules.may_close_matter(user, obj, on=on), icon="check"),
        ]
        return [action for action in offered if action.allowed]

    def get_context_data(self, **kwargs: Any) -> dict[str, Any]:
        deadlines.attach_lights([self.object], "circle_answer", self.on)
        answers = list(self.object.answers.select_related("deputy"))
        return super().get_context_data(answers=answers, events=list(timeline(self.object)), **kwargs)


def _of(page: str, matter: CircleMatter) -> str:
    return reverse(f"deputies:{page}", args=[matter.pk])


class AskCircle(Behind, StepView):
    door = rules.may_open_circles
    form_class = forms.AskForm
    rule = rules.may_ask_circle
    transition = ask_circle
    title = "提出咨询"
    button = "提出"
    intro = "小组的每名代表都会收到，答复集中显示在这件事项中。"
    success_message = "已提出，小组的代表已收到通知。"
    versioned = False
    crumbs = (CRUMB,)

    def queryset(self) -> QuerySet[Circle]:
        return Circle.objects.current()

    def get_success_url(self) -> str:
        return self.result.get_absolute_url()


class MatterStep(StepView):
    crumbs = (CRUMB,)
    context_name = "matter"
    template_name = "deputies/matter_step.html"

    def queryset(self) -> QuerySet[CircleMatter]:
        return CircleMatter.objects.visible_to(self.request.user).with_names()


class AnswerMatter(MatterStep):
    form_class = forms.AnswerForm
    rule = rules.may_answer_matter
    transition = answer_matter
    title = "答复咨询"
    button = "提交答复"
    success_message = "已答复，并记入您的履职档案。"
    versioned = False


class CloseMatter(MatterStep):
    form_class = forms.ConclusionForm
    rule = rules.may_close_matter
    transition = close_matter
    title = "办结咨询"
    button = "办结"
    success_message = "已办结，答复过的代表已收到通知。"
