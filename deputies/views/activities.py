"""Activities for their readers: the calendar as a list, and the page of one activity."""

from collections.abc import Sequence
from typing import Any

from django.db.models import QuerySet
from django.urls import reverse

from deputies import rules
from deputies.models import Activity, Invitation
from deputies.views.doors import ReadersOnly
from foundation.audit import timeline
from foundation.web.actions import Action
from foundation.web.chinese import datetime_text
from foundation.web.tables import Column, Table
from foundation.web.tones import tone_of
from foundation.web.views import DetailPage, ListPage


def state_tone(activity: Activity) -> str:
    return tone_of("deputies.activity.state", activity.state)


def attendance_tone(invitation: Invitation) -> str:
    return tone_of("deputies.invitation.attendance", invitation.attendance)


class ActivityList(ReadersOnly, ListPage):
    """Every activity this person may open, the latest first."""

    title = "履职活动"
    export_name = "履职活动"
    per_page = 30
    empty = "还没有履职活动。组织单位安排并通知后在这里显示。"

    def queryset(self) -> QuerySet[Activity]:
        return Activity.objects.visible_to(self.request.user).for_list().order_by("-starts_at", "-pk")

    def get_columns(self) -> Sequence[Column]:
        return [
            Column("活动", "title", link=lambda row: row.get_absolute_url(), primary=True),
            Column("类别", "kind.name"),
            Column("时间", "starts_at", kind="datetime"),
            Column("地点", "place"),
            Column("组织单位", "holder"),
            Column("邀请", "asked", kind="number"),
            Column("到会", "came", kind="number"),
            Column("状态", "get_state_display", kind="badge", tone=state_tone),
        ]


class ActivityPage(ReadersOnly, DetailPage):
    """One activity: when and where, who is asked, who came."""

    template_name = "deputies/activity.html"
    context_name = "activity"

    def queryset(self) -> QuerySet[Activity]:
        rows = Activity.objects.visible_to(self.request.user)
        return rows.select_related("kind", "organiser", "group__delegation__area", "meeting")

    def get_crumbs(self) -> list[tuple[str, str]]:
        return [("履职活动", reverse("deputies:activities"))]

    def actions(self, obj: Activity) -> list[Action]:
        return []

    def get_context_data(self, **kwargs: Any) -> dict[str, Any]:
        activity = self.object
        invitations = Invitation.objects.visible_to(self.request.user).filter(activity=activity)
        rows = list(invitations.select_related("deputy").order_by("deputy__pinyin_key", "pk"))
        facts = {"basics": _basics(activity), "people": Table(PEOPLE, rows, "邀请的代表", "还没有邀请代表。")}
        if rules.may_run_activity(self.request.user, activity, on=self.on):
            facts["events"] = list(timeline(activity))
        return super().get_context_data(**{**facts, **kwargs})


PEOPLE = (
    Column("姓名", "deputy.name", link=lambda row: row.deputy.get_absolute_url(), primary=True),
    Column("答复", "get_answer_display"),
    Column("签到时间", "came_at", kind="datetime"),
    Column("出席情况", "get_attendance_display", kind="badge", tone=attendance_tone),
)


def _basics(activity: Activity) -> list[tuple[str, str]]:
    return [
        ("类别", str(activity.kind)),
        ("时间", f"{datetime_text(activity.starts_at)}至{datetime_text(activity.ends_at)}"),
        ("地点", activity.place),
        ("组织单位", activity.holder),
        ("所属会议", str(activity.meeting or "")),
        ("内容", activity.content),
    ]
