"""The lists behind the cards of the desk: made of the same questions."""

from django.db.models import QuerySet
from django.urls import reverse

from deputies.models import Activity, Invitation, Leave
from deputies.views.activities import ActivityList
from deputies.views.activity_office import CRUMB
from deputies.views.doors import ReadersOnly
from foundation.web.tables import Column
from foundation.web.views import ListPage


class MyInvitations(ReadersOnly, ListPage):
    """Activities that wait for the deputy's word."""

    title = "待答复的活动"
    crumbs = (CRUMB,)
    empty = "没有待答复的活动。"
    columns = (
        Column("活动", "activity.title", link=lambda row: row.get_absolute_url(), primary=True),
        Column("时间", "activity.starts_at", kind="datetime"),
        Column("地点", "activity.place"),
        Column("组织单位", "activity.holder"),
    )

    def queryset(self) -> QuerySet[Invitation]:
        rows = Invitation.objects.to_answer(self.request.user, self.on)
        return rows.select_related("activity__organiser", "activity__group")


class LeaveList(ReadersOnly, ListPage):
    """Leaves that wait for this person's decision."""

    title = "待审批的请假"
    crumbs = (CRUMB,)
    empty = "没有待审批的请假。"
    columns = (
        Column(
            "代表",
            "invitation.deputy.name",
            link=lambda row: reverse("deputies:decide-leave", args=[row.pk]),
            primary=True,
        ),
        Column("活动", "invitation.activity.title"),
        Column("活动时间", "invitation.activity.starts_at", kind="datetime"),
        Column("请假时间", "scope"),
        Column("提交时间", "asked_at", kind="datetime"),
    )

    def queryset(self) -> QuerySet[Leave]:
        return Leave.objects.to_decide(self.request.user, self.on).select_related(
            "invitation__deputy", "invitation__activity"
        )


class ActivitiesToClose(ActivityList):
    """Activities that are over and whose attendance is open."""

    title = "待办结的活动"
    crumbs = (CRUMB,)
    empty = "没有待办结的活动。"

    def queryset(self) -> QuerySet[Activity]:
        return Activity.objects.run_by(self.request.user, self.on).to_close(self.on).for_list()
