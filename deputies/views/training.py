"""Training for its readers: plans, courses, the study calendar of the staff."""

from collections.abc import Sequence
from typing import Any

from django.db.models import Count, Q, QuerySet
from django.urls import reverse

from deputies import rules
from deputies.models import Batch, Course, StaffStudy, TrainingPlan
from deputies.rules.training import may_make_training_plan
from deputies.states import CAME
from deputies.views.doors import ReadersOnly
from deputies.views.training_verbs import COURSE_VERBS, PLAN_VERBS, STUDY_VERBS
from foundation.files.store import files_of
from foundation.web.actions import ROLE_OR_STATE, Action, offered
from foundation.web.chinese import date_text, datetime_text
from foundation.web.tables import Column, Table
from foundation.web.tones import tone_of
from foundation.web.views import Behind, DetailPage, ListPage

OFFICE = "代表联络工作机构"
CRUMB = ("学习培训", "/deputies/training/")
COURSES = (
    Column("计划月份", lambda row: f"{row.month}月"),
    Column("课程", "name", link=lambda row: row.get_absolute_url(), primary=True),
    Column("形式", "get_form_display"),
    Column("对象", "get_audience_display"),
    Column("授课人或者承办院校", "lecturer"),
    Column("已开班", lambda row: "已取消" if row.is_dropped else f"{row.batches_count}期"),
    Column("参训人次", "came", kind="number"),
)
BATCHES = (
    Column("班次", lambda row: f"第{row.number}期", link=lambda row: row.get_absolute_url(), primary=True),
    Column("时间", "activity.starts_at", kind="datetime"),
    Column("地点", "activity.place"),
    Column("邀请", "asked", kind="number"),
    Column("参训", "came", kind="number"),
    Column(
        "状态",
        "activity.get_state_display",
        kind="badge",
        tone=lambda row: tone_of("deputies.activity.state", row.activity.state),
    ),
)
MATERIALS = (
    Column("资料", "title", link=lambda row: row.get_absolute_url(), primary=True),
    Column("发布时间", "issued_at", kind="date"),
)


class TrainingPlans(ReadersOnly, ListPage):
    """The plan of each year, and the ways to what belongs to training."""

    template_name = "deputies/training.html"
    title = "学习培训"
    export_name = "年度培训计划"
    empty = "还没有年度培训计划。由代表联络工作机构拟订，通过后在这里公布。"
    columns = (
        Column("年度", str, link=lambda row: row.get_absolute_url(), primary=True),
        Column("拟订单位", lambda row: row.organiser.label if row.organiser_id else OFFICE),
        Column("课程", "courses_count", kind="number"),
        Column("已开班（期）", "batches_count", kind="number"),
        Column("通过日期", "adopted_on", kind="date"),
        Column("通过的会议或者文号", "decision"),
    )

    def queryset(self) -> QuerySet[TrainingPlan]:
        return (
            TrainingPlan.objects.visible_to(self.request.user)
            .for_list()
            .select_related("organiser")
            .order_by("-year", "pk")
        )

    def get_context_data(self, **kwargs: Any) -> dict[str, Any]:
        user = self.request.user
        may = {
            "may_plan": bool(may_make_training_plan(user, on=self.on)),
            "may_see_coverage": bool(rules.may_see_coverage(user, on=self.on)),
            "may_study": bool(rules.may_open_staff_study(user)),
        }
        return super().get_context_data(**may, **kwargs)


class TrainingPlanPage(DetailPage):
    """One year: its aims and its courses in the order of months."""

    template_name = "deputies/training_plan.html"
    context_name = "plan"

    def queryset(self) -> QuerySet[TrainingPlan]:
        return TrainingPlan.objects.visible_to(self.request.user).select_related("organiser")

    def get_crumbs(self) -> list[tuple[str, str]]:
        return [CRUMB]

    def actions(self, obj: TrainingPlan) -> list[Action]:
        return offered("deputies", PLAN_VERBS, self.request.user, obj, self.on, quiet=ROLE_OR_STATE)

    def get_context_data(self, **kwargs: Any) -> dict[str, Any]:
        plan = self.object
        courses = list(Course.objects.filter(plan=plan).with_batches().order_by("month", "pk"))
        facts = {
            "basics": [
                ("拟订单位", str(plan.organiser) if plan.organiser_id else OFFICE),
                ("培训对象", "本辖区的代表" if plan.organiser_id else "全体代表"),
                ("通过日期", date_text(plan.adopted_on) if plan.is_adopted else "尚未通过，代表看不到本计划"),
                ("通过的会议或者文号", plan.decision),
            ],
            "courses": Table(COURSES, courses, "课程", "还没有安排课程。"),
        }
        return super().get_context_data(**facts, **kwargs)


class CoursePage(DetailPage):
    """One course with its batches and materials."""

    template_name = "deputies/course.html"
    context_name = "course"

    def queryset(self) -> QuerySet[Course]:
        return Course.objects.visible_to(self.request.user).select_related("plan__organiser")

    def get_crumbs(self) -> list[tuple[str, str]]:
        return [CRUMB, (str(self.object.plan), self.object.plan.get_absolute_url())]

    def actions(self, obj: Course) -> list[Action]:
        return offered("deputies", COURSE_VERBS, self.request.user, obj, self.on, quiet=ROLE_OR_STATE)

    def get_context_data(self, **kwargs: Any) -> dict[str, Any]:
        course = self.object
        materials = course.materials.visible_to(self.request.user)
        facts = {
            "basics": [
                ("培训形式", course.get_form_display()),
                ("培训对象", course.get_audience_display()),
                ("计划月份", f"{course.plan.year}年{course.month}月"),
                ("授课人或者承办院校", course.lecturer),
                ("培训内容", course.content),
            ],
            "batches": Table(BATCHES, batches_of(course), "班次", "还没有开班。"),
            "materials": Table(MATERIALS, list(materials), "网上学习资料", "还没有网上学习资料。"),
        }
        return super().get_context_data(**facts, **kwargs)


def batches_of(course: Course) -> Sequence[Batch]:
    """The batches with how many were asked and how many came; one query."""
    came = Count("activity__invitations", filter=Q(activity__invitations__attendance__in=CAME))
    rows = course.batches.select_related("activity").order_by("number")
    return list(rows.annotate(asked=Count("activity__invitations"), came=came))


class StaffStudies(Behind, ListPage):
    """The study calendar of the staff, the latest first."""

    door = rules.may_open_staff_study
    template_name = "deputies/staff_studies.html"
    title = "机关学习"
    export_name = "机关学习安排"
    empty = "还没有安排机关学习。"
    crumbs = (CRUMB,)
    columns = (
        Column("日期", "held_on", kind="date"),
        Column("学习主题", "topic", link=lambda row: row.get_absolute_url(), primary=True),
        Column("形式", "get_form_display"),
        Column("主讲人", "speaker"),
        Column("地点", "place"),
        Column("组织单位", "organiser.label"),
        Column("情况", "stands", kind="badge", tone=lambda row: "ok" if row.recorded_at else "muted"),
    )

    def queryset(self) -> QuerySet[StaffStudy]:
        rows = StaffStudy.objects.visible_to(self.request.user).select_related("organiser")
        return rows.order_by("-held_on", "-pk")

    def get_context_data(self, **kwargs: Any) -> dict[str, Any]:
        may_plan = bool(rules.may_plan_staff_study(self.request.user, on=self.on))
        return super().get_context_data(may_plan=may_plan, **kwargs)


class StaffStudyPage(DetailPage):
    """One entry, and what was learned."""

    template_name = "deputies/staff_study.html"
    context_name = "study"

    def queryset(self) -> QuerySet[StaffStudy]:
        return StaffStudy.objects.visible_to(self.request.user).select_related("organiser", "planned_by")

    def get_crumbs(self) -> list[tuple[str, str]]:
        return [CRUMB, ("机关学习", reverse("deputies:staff-studies"))]

    def actions(self, obj: StaffStudy) -> list[Action]:
        return offered("deputies", STUDY_VERBS, self.request.user, obj, self.on, quiet=ROLE_OR_STATE)

    def get_context_data(self, **kwargs: Any) -> dict[str, Any]:
        study = self.object
        facts = {
            "basics": [
                ("日期", date_text(study.held_on)),
                ("学习形式", study.get_form_display()),
                ("主讲人", study.speaker),
                ("地点", study.place),
                ("组织单位", str(study.organiser)),
                ("安排", f"{study.planned_by.name}，{datetime_text(study.planned_at)}"),
            ],
            "files": list(files_of(study)),
        }
        return super().get_context_data(**facts, **kwargs)
