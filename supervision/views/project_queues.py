"""The lists behind the cards of livelihood projects: made of the same questions."""

from collections.abc import Sequence
from typing import Any

from django.db.models import QuerySet
from django.urls import reverse

from foundation import deadlines
from foundation.web.tables import Column
from foundation.web.tones import tone_of
from foundation.web.views import Behind, ListPage
from supervision.models import Project, ProjectCheck, ProjectIdea, ProjectVisit, ProjectVote
from supervision.rules.project_years import may_open_projects
from supervision.transitions.project_work import ACCEPT
from supervision.transitions.project_years import FINISH, PROGRESS
from supervision.transitions.projects import CHECK
from supervision.views.project_years import CRUMB

PROJECT = (
    Column("项目", "title", link=lambda row: row.get_absolute_url(), primary=True),
    Column("年度", lambda row: str(row.project_year)),
    Column("责任单位", "unit.label"),
    Column("进度（%）", "percent", kind="number"),
    Column("完成时间", "due_on", kind="date"),
    Column("状态", "get_state_display", kind="badge", tone=lambda row: tone_of("supervision.project.state", row.state)),
    Column("期限", "light", kind="light"),
)


class Queue(Behind, ListPage):
    """What waits for whoever looks."""

    door = may_open_projects
    crumbs = (CRUMB,)


class ProjectQueue(Queue):
    columns = PROJECT

    def decorate(self, rows: Sequence[Project]) -> None:
        deadlines.attach_lights(rows, (PROGRESS, FINISH, ACCEPT), self.on)


class ToReport(ProjectQueue):
    title = "实施中的民生实事项目"
    empty = "没有实施中的项目。"

    def queryset(self) -> QuerySet[Project]:
        return Project.objects.to_report(self.request.user, self.on).with_names()


class ToSteer(ProjectQueue):
    title = "待验收、待审议调整的项目"
    empty = "没有待验收的项目。"

    def queryset(self) -> QuerySet[Project]:
        return Project.objects.to_steer(self.request.user, self.on).with_names()


class Adopted(ProjectQueue):
    title = "我认领的民生实事项目"
    empty = "还没有认领项目。项目公告后，在项目页面“认领项目”。"

    def queryset(self) -> QuerySet[Project]:
        return Project.objects.adopted_by(self.request.user).with_names()


class Checks(Queue):
    title = "待论证的初步项目"
    empty = "没有待论证的项目。"
    columns = (
        Column("项目", "project.title", link=lambda row: _to("answer-project-check", row), primary=True),
        Column("请论证时间", "asked_at", kind="date"),
        Column("期限", "light", kind="light"),
    )

    def queryset(self) -> QuerySet[ProjectCheck]:
        return ProjectCheck.objects.checks_for(self.request.user, self.on).with_names()

    def decorate(self, rows: Sequence[ProjectCheck]) -> None:
        deadlines.attach_lights(rows, CHECK, self.on)


class Troubles(Queue):
    title = "待回应的代表察看意见"
    empty = "没有待回应的意见。"
    columns = (
        Column("项目", "project.title", link=lambda row: _to("answer-project-visit", row), primary=True),
        Column("代表", "deputy.name"),
        Column("察看日期", "on", kind="date"),
        Column("问题和建议", "trouble"),
    )

    def queryset(self) -> QuerySet[ProjectVisit]:
        rows = ProjectVisit.objects.troubles_for(self.request.user, self.on)
        return rows.with_names().select_related("deputy")


class ToScreen(Queue):
    title = "待筛选的民生实事意见"
    empty = "没有待筛选的意见。"
    columns = (
        Column("编号", "number_text", link=lambda row: row.get_absolute_url(), primary=True),
        Column("标题", "title"),
        Column("来源", "get_channel_display"),
        Column("提出时间", "posted_at", kind="date"),
    )

    def queryset(self) -> QuerySet[ProjectIdea]:
        return ProjectIdea.objects.to_screen(self.request.user, self.on).with_names()


class VotesToCheck(Queue):
    title = "待核对的项目计票"
    empty = "没有待核对的计票。"
    columns = (
        Column("表决", str, link=lambda row: row.get_absolute_url(), primary=True),
        Column("会议", "meeting_name"),
        Column("表决日期", "held_on", kind="date"),
        Column("录入人", lambda row: str(row.entered_by)),
    )

    def queryset(self) -> QuerySet[ProjectVote]:
        return ProjectVote.objects.to_check(self.request.user, self.on).with_names()


def _to(name: str, row: Any) -> str:
    return reverse(f"supervision:{name}", args=[row.pk])
