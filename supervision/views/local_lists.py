"""The lists behind the desk's counts of street committees and presidiums."""

from collections.abc import Sequence
from typing import Any

from django.db.models import QuerySet

from foundation import deadlines
from foundation.web.tables import Column
from foundation.web.views import Behind, ListPage
from supervision.models import LocalItem, LocalMeeting, LocalYear
from supervision.rules import local as rules
from supervision.transitions.local_years import PLAN, REPORT
from supervision.views.local import CRUMB


class Ahead(Behind, ListPage):
    """Meetings that are called and not held."""

    door = rules.may_list_local
    title = "将要召开的会议"
    crumbs = (CRUMB,)
    empty = "没有已安排的会议。在乡镇街道页面“安排会议”。"
    columns = (
        Column("会议", str, link=lambda row: row.get_absolute_url(), primary=True),
        Column("时间", "starts_at", kind="datetime"),
        Column("地点", "place"),
        Column("议题", "topics"),
    )

    def queryset(self) -> QuerySet[LocalMeeting]:
        return LocalMeeting.objects.ahead_for(self.request.user).with_names()


class Due(Behind, ListPage):
    """What the plans one keeps want done by the end of the month."""

    door = rules.may_list_local
    title = "本月应完成的年度工作事项"
    crumbs = (CRUMB,)
    empty = "没有本月到期的事项。"
    columns = (
        Column("工作事项", "title", link=lambda row: row.get_absolute_url(), primary=True),
        Column("单位", "plan.body.organisation.label"),
        Column("类别", "get_kind_display"),
        Column("负责人", "responsible"),
        Column("完成时间", "due_on", kind="date"),
    )

    def queryset(self) -> QuerySet[LocalItem]:
        return LocalItem.objects.due_for(self.request.user, self.on).with_names()


class ToArchive(Behind, ListPage):
    """Year-end reports that have come in."""

    door = rules.may_list_local
    title = "待审阅的年终报告"
    crumbs = (CRUMB,)
    empty = "没有待审阅的年终报告。"
    columns = (
        Column("年度工作", str, link=lambda row: row.get_absolute_url(), primary=True),
        Column("报送时间", "reported_at", kind="date"),
        Column("期限", "light", kind="light"),
    )

    def queryset(self) -> QuerySet[LocalYear]:
        return LocalYear.objects.to_archive(self.request.user).with_names()

    def decorate(self, rows: Sequence[Any]) -> None:
        deadlines.attach_lights(rows, (PLAN, REPORT), self.on)
