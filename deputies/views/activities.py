"""Activities for their readers: the list, the month, the page of one activity, its calendar file."""

from collections.abc import Sequence
from typing import Any

from django.db.models import Prefetch, QuerySet
from django.http import HttpRequest, HttpResponse
from django.shortcuts import get_object_or_404
from django.urls import reverse
from django.views.decorators.http import require_GET

from deputies import rules
from deputies.forms.activities import ActivityFilter
from deputies.models import Activity, ActivityRecord, Invitation, Leave, PhoneCall
from deputies.notices.calendar_files import calendar_of
from deputies.rules.check_in_code import word_of
from deputies.states import RUNNING, TOLD, ActivityState
from deputies.views.doors import ReadersOnly
from foundation.audit import timeline
from foundation.files.store import attach_files
from foundation.web.actions import Action
from foundation.web.chinese import datetime_text
from foundation.web.tables import Column
from foundation.web.tones import tone_of
from foundation.web.views import DetailPage, ListPage

OFFICE_VERBS = (
    ("邀请代表", "invite", rules.may_invite_deputies, "primary", "people"),
    ("签到二维码", "check-in-screen", rules.may_note_attendance, "primary", "check"),
    ("签到表（纸质）", "sign-in-sheet", rules.may_print_sheet, "secondary", "print"),
    ("标注会场位置", "mark-spot", rules.may_mark_spot, "secondary", "pin"),
    ("登记出席情况", "attendance", rules.may_note_attendance, "primary", "edit"),
    ("办结活动", "close-activity", rules.may_close_activity, "primary", "check-circle"),
    ("填写活动记录", "add-record", rules.may_add_record, "secondary", "document"),
    ("转交代表意见", "forward-result", rules.may_forward_result, "secondary", "inbox"),
    ("调整安排", "change-activity", rules.may_change_activity, "secondary", "edit"),
    ("取消活动", "cancel-activity", rules.may_cancel_activity, "secondary", ""),
)
OWN_VERBS = (
    ("参加", "answer-invitation", rules.may_answer, "primary", "check"),
    ("请假", "ask-leave", rules.may_ask_leave, "secondary", "edit"),
)
# A step of another state or another person is no button that is refused, it is none.
QUIET = ("role", "state", "kind")


def state_tone(activity: Activity) -> str:
    return tone_of("deputies.activity.state", activity.state)


class ActivityList(ReadersOnly, ListPage):
    """Every activity this person may open, the latest first."""

    title = "履职活动"
    template_name = "deputies/activities.html"
    filter_form_class = ActivityFilter
    export_name = "履职活动"
    per_page = 30
    empty = "还没有履职活动。组织单位安排并通知后在这里显示。"
    columns = (
        Column("活动", "title", link=lambda row: row.get_absolute_url(), primary=True),
        Column("类别", "kind.name"),
        Column("时间", "starts_at", kind="datetime"),
        Column("地点", "place"),
        Column("组织单位", "holder"),
        Column("邀请", "asked", kind="number"),
        Column("到会", "came", kind="number"),
        Column("状态", "get_state_display", kind="badge", tone=state_tone),
    )

    def queryset(self) -> QuerySet[Activity]:
        return Activity.objects.visible_to(self.request.user).for_list().order_by("-starts_at", "-pk")

    def filter(self, rows: QuerySet[Activity], wanted: dict[str, Any]) -> QuerySet[Activity]:
        return self.form.narrow(rows, self.request.user, wanted, self.on)

    def get_context_data(self, **kwargs: Any) -> dict[str, Any]:
        may_plan = bool(rules.may_plan_activity(self.request.user, on=self.on))
        facts = {"may_plan": may_plan, "may_read_absences": bool(rules.may_read_absences(self.request.user))}
        return super().get_context_data(**facts, **kwargs)


class ActivityPage(DetailPage):
    """One activity: when and where, who is asked, who came, what was done."""

    template_name = "deputies/activity.html"
    context_name = "activity"

    def queryset(self) -> QuerySet[Activity]:
        rows = Activity.objects.visible_to(self.request.user)
        return rows.select_related("kind", "organiser", "group__delegation__area", "meeting")

    def get_crumbs(self) -> list[tuple[str, str]]:
        return [("履职活动", reverse("deputies:activities"))]

    def actions(self, obj: Activity) -> list[Action]:
        user, on = self.request.user, self.on
        offered = [
            Action(label, reverse(f"deputies:{page}", args=[obj.pk]), rule(user, obj, on=on), tone, icon)
            for label, page, rule, tone, icon in OFFICE_VERBS
        ]
        return [action for action in offered if _is_shown(action)]

    def own_steps(self, mine: Invitation) -> list[Action]:
        """What the invited deputy can do himself."""
        user, on = self.request.user, self.on
        steps = [
            Action(label, reverse(f"deputies:{page}", args=[mine.pk]), rule(user, mine, on=on), tone, icon)
            for label, page, rule, tone, icon in OWN_VERBS
        ]
        for leave in mine.leaves.all():
            verdict = rules.may_withdraw_leave(user, leave, on=on)
            steps.append(Action("撤回请假", reverse("deputies:withdraw-leave", args=[leave.pk]), verdict))
        return [step for step in steps if _is_shown(step)]

    def get_context_data(self, **kwargs: Any) -> dict[str, Any]:
        activity, user = self.object, self.request.user
        rows = self.people()
        mine = next((row for row in rows if row.deputy.user_id == user.pk), None)
        records = list(ActivityRecord.objects.filter(activity=activity).select_related("written_by"))
        runs = bool(rules.may_run_activity(user, activity, on=self.on))
        facts = {
            "basics": _basics(activity),
            "people": rows if runs or len(rows) > 1 or not mine else [],
            "mine": mine,
            "records": records,
            "runs": runs,
            "takes_notice": bool(rules.may_take_notice(user, activity, on=self.on)),
            "results": list(activity.results.select_related("body")) if activity.state in TOLD else [],
            "calls": runs and activity.state == ActivityState.ANNOUNCED,
            "corrects": runs and activity.state == ActivityState.CLOSED,
            "asks": runs and activity.state in (ActivityState.ANNOUNCED, ActivityState.HELD),
            "counts": _counts(rows),
            "word": word_of(activity.pk) if runs and activity.kind.asks_word and activity.state in RUNNING else "",
        }
        if mine:
            facts["own_steps"] = self.own_steps(mine)
        attach_files(records)
        if runs:
            facts["events"] = list(timeline(activity))
        return super().get_context_data(**{**facts, **kwargs})

    def people(self) -> list[Invitation]:
        """The invitations this person sees, each with its calls and those of its leaves he may read."""
        leaves = Leave.objects.visible_to(self.request.user).order_by("pk")
        rows = Invitation.objects.visible_to(self.request.user).filter(activity=self.object)
        rows = rows.select_related("deputy", "activity__kind", "activity__organiser", "activity__group")
        papers = (Prefetch("leaves", queryset=leaves), Prefetch("calls", queryset=PhoneCall.objects.order_by("pk")))
        return list(rows.prefetch_related(*papers).order_by("deputy__pinyin_key", "pk"))


def _is_shown(action: Action) -> bool:
    return action.allowed or action.verdict.code not in QUIET


def _basics(activity: Activity) -> list[tuple[str, str]]:
    rows = [
        ("类别", str(activity.kind)),
        ("时间", f"{datetime_text(activity.starts_at)}至{datetime_text(activity.ends_at)}"),
        ("地点", activity.place),
        ("组织单位", activity.holder),
        ("所属会议", str(activity.meeting or "")),
        ("内容", activity.content),
        ("签到", f"扫码签到须在会场{activity.kind.place_metres}米以内" if activity.asks_place else ""),
    ]
    return [row for row in rows if row[1]]


def _counts(rows: Sequence[Invitation]) -> dict[str, int]:
    """How many are asked, said they come, asked for leave, came, were absent."""
    return {
        "asked": len(rows),
        "coming": sum(row.answer == "coming" for row in rows),
        "leave": sum(row.answer == "leave" for row in rows),
        "came": sum(row.came for row in rows),
        "absent": sum(row.is_unapproved_absence for row in rows),
    }


@require_GET
def calendar_file(request: HttpRequest, pk: int) -> HttpResponse:
    """GET: the activity as a calendar file (RFC 5545), for whoever may open it."""
    activity = get_object_or_404(Activity.objects.visible_to(request.user), pk=pk)
    file = calendar_of(activity)
    response = HttpResponse(file.content, content_type=f"{file.mimetype}; charset=utf-8")
    response["Content-Disposition"] = f'attachment; filename="{file.name}"'
    return response
