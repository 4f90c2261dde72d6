"""Street committees and presidiums for their readers: the list, one house, one year, one meeting."""

from collections.abc import Sequence
from typing import Any

from django.db.models import QuerySet
from django.urls import reverse

from foundation import deadlines
from foundation.accounts.models import Organisation
from foundation.accounts.roles import LOCAL_KINDS
from foundation.audit import timeline
from foundation.files.store import files_of
from foundation.web.actions import Action
from foundation.web.chinese import date_text, datetime_text
from foundation.web.tables import Column
from foundation.web.tones import tone_of
from foundation.web.views import Behind, DetailPage, ListPage
from supervision.forms import local as forms
from supervision.models import HandedTask, LocalBody, LocalItem, LocalMeeting, LocalStandard, LocalYear
from supervision.rules import local as rules
from supervision.rules import local_publishing as publishing
from supervision.states.local import LocalPost, LocalStandardCode, LocalYearState
from supervision.transitions.local_bodies import PRESIDIUM_CLOCK, STREET_CLOCK
from supervision.transitions.local_years import PLAN, REPORT

CRUMB = ("乡镇街道人大工作", "/supervision/local/")
C = LocalStandardCode
MEETING_CLOCKS = (STREET_CLOCK, PRESIDIUM_CLOCK)
QUIET = ("role", "state")


class Bodies(Behind, ListPage):
    """Every house this reader has a part in: its people, its plan, its meetings, the light of the next one."""

    door = rules.may_list_local
    template_name = "supervision/local_bodies.html"
    title = "乡镇街道人大工作"
    export_name = "乡镇街道人大工作"
    filter_form_class = forms.LocalFilter
    empty = "还没有建立工作台账。由代表联络工作机构点击“建立工作台账”。"

    def queryset(self) -> QuerySet[LocalBody]:
        rows = LocalBody.objects.visible_to(self.request.user).with_names().with_figures(self.on.year)
        return rows.order_by("organisation__kind", "organisation__pinyin_key", "pk")

    def filter(self, rows: QuerySet[LocalBody], wanted: dict[str, Any]) -> QuerySet[LocalBody]:
        return rows.filter(organisation__kind=wanted["kind"]) if "kind" in wanted else rows

    def decorate(self, rows: Sequence[LocalBody]) -> None:
        deadlines.attach_lights(rows, MEETING_CLOCKS, self.on)

    def get_columns(self) -> Sequence[Column]:
        wanted = {presidium: least_and_most(presidium, self.on) for presidium in (True, False)}
        return (
            Column("单位", lambda row: row.organisation.label, link=lambda row: row.get_absolute_url(), primary=True),
            Column("类别", "organisation.get_kind_display"),
            Column("成员（名）", "seated", kind="number"),
            Column("成员配备", lambda row: staffing(row.ordinary, *wanted[row.is_presidium]) or "符合规定"),
            Column("本年计划", _plan, kind="badge", tone=_plan_tone),
            Column("完成事项", lambda row: f"{row.done or 0}/{row.items}" if row.items else ""),
            Column("本年会议（次）", "held", kind="number"),
            Column("下次会议", "light", kind="light"),
        )

    def get_context_data(self, **kwargs: Any) -> dict[str, Any]:
        missing = 0
        if rules.may_open_bodies(self.request.user, on=self.on):
            missing = Organisation.objects.active().of_kind(*LOCAL_KINDS).filter(local_body__isnull=True).count()
        return super().get_context_data(missing=missing, **kwargs)


def _plan(row: LocalBody) -> str:
    return LocalYearState(row.plan_state).label if row.plan_state else "未拟订"


def _plan_tone(row: LocalBody) -> str:
    return tone_of("supervision.localyear.state", row.plan_state) if row.plan_state else "warn"


def least_and_most(presidium: bool, on: Any) -> tuple[int | None, int | None]:
    """How many ordinary members the local rule wants."""
    codes = (C.PRESIDIUM_LEAST, C.PRESIDIUM_MOST) if presidium else (C.STREET_LEAST, C.STREET_MOST)
    least, most = (LocalStandard.amount_on(code, on) for code in codes)
    return least, most


def staffing(ordinary: int, least: int | None, most: int | None) -> str:
    """What is wrong with the number of members; empty when nothing is."""
    if least is not None and ordinary < least:
        return f"缺{least - ordinary}名"
    return f"超{ordinary - most}名" if most is not None and ordinary > most else ""


class BodyPage(Behind, DetailPage):
    """One house: members, this year's plan, meetings, earlier years."""

    door = rules.may_list_local
    template_name = "supervision/local_body.html"
    context_name = "body"
    crumbs = (CRUMB,)

    def queryset(self) -> QuerySet[LocalBody]:
        return LocalBody.objects.visible_to(self.request.user).with_names()

    def actions(self, obj: LocalBody) -> list[Action]:
        verdict = rules.may_keep_body(self.request.user, obj, on=self.on)
        found = [
            _action("安排会议", "call-local-meeting", obj, verdict, "calendar"),
            _action("拟订年度计划", "draft-local-year", obj, verdict, "plus"),
            _action("增加成员", "add-local-member", obj, verdict, "people"),
        ]
        return found if verdict else []

    def get_context_data(self, **kwargs: Any) -> dict[str, Any]:
        body, on = self.object, self.on
        deadlines.attach_lights([body], MEETING_CLOCKS, on)
        members = list(body.members.active_on(on))
        for member in members:
            member.body = body
        ordinary = sum(member.post == LocalPost.MEMBER for member in members)
        facts = {
            "members": members,
            "lack": staffing(ordinary, *least_and_most(body.is_presidium, on)),
            "may_keep": bool(rules.may_keep_body(self.request.user, body, on=on)),
            "handed": list(HandedTask.objects.visible_to(self.request.user).filter(answerer=body.organisation_id)[:12]),
            "years": list(body.years.select_related("body__organisation").order_by("-year")),
            "meetings": list(body.meetings.select_related("body__organisation")[:12]),
            "events": list(timeline(body)),
        }
        return super().get_context_data(**{**facts, **kwargs})


class YearPage(Behind, DetailPage):
    """The plan of one year with what became of each item, and the report."""

    door = rules.may_list_local
    template_name = "supervision/local_year.html"
    context_name = "plan"

    def queryset(self) -> QuerySet[LocalYear]:
        return LocalYear.objects.visible_to(self.request.user).with_names()

    def get_crumbs(self) -> list[tuple[str, str]]:
        return [CRUMB, (str(self.object.body), self.object.body.get_absolute_url())]

    def actions(self, obj: LocalYear) -> list[Action]:
        user, on = self.request.user, self.on
        found = [
            _action("增加事项", "add-local-item", obj, rules.may_add_item(user, obj, on=on), "plus"),
            _action("报送计划", "file-local-plan", obj, rules.may_file_plan(user, obj, on=on), "check"),
            _action("报送年终报告", "report-local-year", obj, rules.may_report_year(user, obj, on=on), "edit"),
            _action("归档", "archive-local-year", obj, rules.may_archive_year(user, obj, on=on), "check"),
            _action("退回补充", "return-local-report", obj, rules.may_return_report(user, obj, on=on), ""),
            _action("网上公开", "publish-local-year", obj, publishing.may_publish_local_year(user, obj, on=on), ""),
            _action("撤下公开", "unpublish-local-year", obj, publishing.may_unpublish_local(user, obj, on=on), ""),
        ]
        return [action for action in found if action.allowed or action.verdict.code not in QUIET]

    def get_context_data(self, **kwargs: Any) -> dict[str, Any]:
        plan, user, on = self.object, self.request.user, self.on
        deadlines.attach_lights([plan], (PLAN, REPORT), on)
        items = list(plan.items.all())
        for item in items:
            item.plan = plan
            item.may_finish = bool(rules.may_finish_item(user, item, on=on))
            item.may_drop = bool(rules.may_drop_item(user, item, on=on))
            item.stands, item.tone = standing(item, on)
        kept = [item for item in items if not item.dropped_reason]
        done = sum(item.done_on is not None for item in kept)
        facts = {
            "basics": [
                ("通过计划的会议", plan.adopted_by),
                ("报送计划", date_text(plan.filed_at) if plan.filed_at else ""),
                ("报送年终报告", date_text(plan.reported_at) if plan.reported_at else ""),
                ("审阅意见", plan.comment),
                ("网上公开", _opened(plan)),
            ],
            "items": items,
            "done": done,
            "kept": len(kept),
            "words": [("主要成效", plan.effect), ("存在的问题", plan.problems), ("下一年打算", plan.outlook)],
            "files": list(files_of(plan).order_by("-uploaded_at")),
            "events": list(timeline(plan)),
        }
        return super().get_context_data(**{**facts, **kwargs})


def standing(item: LocalItem, on: Any) -> tuple[str, str]:
    """The word and the tone of one item on the day."""
    if item.done_on:
        return f"{date_text(item.done_on)}完成", "ok"
    if item.dropped_reason:
        return "不再安排", "muted"
    return ("逾期未完成", "late") if item.due_on < on else ("未完成", "info")


def _opened(row: LocalYear | LocalMeeting) -> str:
    return date_text(row.published_at) if row.published_at else "未公开"


class MeetingPage(Behind, DetailPage):
    """One meeting: what is taken up, who came, what was decided."""

    door = rules.may_list_local
    template_name = "supervision/local_meeting.html"
    context_name = "meeting"

    def queryset(self) -> QuerySet[LocalMeeting]:
        return LocalMeeting.objects.visible_to(self.request.user).with_names()

    def get_crumbs(self) -> list[tuple[str, str]]:
        return [CRUMB, (str(self.object.body), self.object.body.get_absolute_url())]

    def actions(self, obj: LocalMeeting) -> list[Action]:
        user, on = self.request.user, self.on
        found = [
            _action("登记召开", "hold-local-meeting", obj, rules.may_hold_local_meeting(user, obj, on=on), "check"),
            _action("取消会议", "cancel-local-meeting", obj, rules.may_cancel_local_meeting(user, obj, on=on), ""),
            _action(
                "修改公开内容" if obj.is_public else "网上公开",
                "publish-local-meeting",
                obj,
                publishing.may_publish_local_meeting(user, obj, on=on),
                "",
            ),
            _action("撤下公开", "unpublish-local-meeting", obj, publishing.may_unpublish_local(user, obj, on=on), ""),
        ]
        return [action for action in found if action.allowed or action.verdict.code not in QUIET]

    def get_context_data(self, **kwargs: Any) -> dict[str, Any]:
        meeting = self.object
        absent = meeting.attendances.filter(is_present=False).select_related("member")
        facts = {
            "basics": [
                ("时间", datetime_text(meeting.starts_at)),
                ("地点", meeting.place),
                ("应到", f"{meeting.members}人" if meeting.members is not None else ""),
                ("到会", f"{meeting.present}人" if meeting.present is not None else ""),
                ("未到会", "、".join(row.member.name for row in absent)),
                ("网上公开", _opened(meeting)),
            ],
            "files": list(files_of(meeting)),
            "events": list(timeline(meeting)),
        }
        return super().get_context_data(**{**facts, **kwargs})


def _action(label: str, name: str, obj: Any, verdict: Any, icon: str) -> Action:
    tone = "primary" if icon in ("check", "plus", "calendar") else "secondary"
    return Action(label, reverse(f"supervision:{name}", args=[obj.pk]), verdict, tone, icon)
