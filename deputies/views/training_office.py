"""The steps of the office: plan, courses, batches, the staff's own study."""

from typing import Any

from django.db.models import QuerySet
from django.urls import reverse, reverse_lazy

from deputies import rules
from deputies.forms import training as forms
from deputies.models import Batch, Course, Deputy, Mandate, StaffStudy, TrainingPlan
from deputies.querysets import gaps, with_training
from deputies.querysets.training import seats_to_train
from deputies.rules.training import may_invite_to_batch, may_make_training_plan, may_run_training_plan
from deputies.states import CourseAudience
from deputies.transitions import open_batch as batches
from deputies.transitions import plan_training, study_together
from deputies.views.training import CRUMB
from foundation.files.keeping import KeepsFiles
from foundation.web.views import CreateStep, StepView


class MakePlan(CreateStep):
    form_class = forms.PlanForm
    rule = may_make_training_plan
    transition = plan_training.make_training_plan
    title = "拟订年度培训计划"
    button = "保存"
    intro = (
        "先写目标和要求，保存后逐门增加课程；会议通过后登记，代表即可查阅。"
        "乡镇人大、街道工委拟订的计划，面向本辖区的代表。"
    )
    success_message = "已保存，请增加课程。"
    back_url = reverse_lazy("deputies:training")
    crumbs = (CRUMB,)

    def form_kwargs(self) -> dict[str, Any]:
        return {"initial": {"year": self.on.year}}


class OfPlan(StepView):
    """A step about one plan."""

    def queryset(self) -> QuerySet[TrainingPlan]:
        return TrainingPlan.objects.visible_to(self.request.user).select_related("organiser")


class AdoptPlan(OfPlan):
    form_class = forms.AdoptForm
    rule = rules.may_adopt_plan
    transition = plan_training.adopt_training_plan
    title = button = "登记通过"
    success_message = "已登记，代表已收到通知。"

    def form_kwargs(self) -> dict[str, Any]:
        return {"initial": {"adopted_on": self.on}}


class AddCourse(OfPlan):
    form_class = forms.CourseEntryForm
    rule = may_run_training_plan
    transition = plan_training.add_course
    title = button = "增加课程"
    success_message = "课程已增加。"
    versioned = False

    def get_success_url(self) -> str:
        return self.object.get_absolute_url()


class OfCourse(StepView):
    """A step about one course."""

    def queryset(self) -> QuerySet[Course]:
        return Course.objects.visible_to(self.request.user).select_related("plan__organiser")


class ChangeCourse(OfCourse):
    form_class = forms.CourseEntryForm
    rule = rules.may_change_course
    transition = plan_training.change_course
    title = "修改课程"
    button = "保存"
    success_message = "已保存。"

    def form_kwargs(self) -> dict[str, Any]:
        return {"initial": {name: getattr(self.object, name) for name in plan_training.FIELDS}}


class DropCourse(OfCourse):
    form_class = forms.ReasonForm
    rule = rules.may_drop_course
    transition = plan_training.drop_course
    title = button = "取消课程"
    button_tone = "danger"
    success_message = "课程已取消。"


class OpenBatch(OfCourse):
    form_class = forms.BatchForm
    rule = rules.may_open_batch
    transition = batches.open_batch
    title = button = "开班"
    intro = "开班后生成一次履职活动，在活动页上邀请代表、审批请假、登记出席；办结后记入代表履职档案。"
    success_message = "已开班，请邀请代表。"
    versioned = False

    def get_success_url(self) -> str:
        return self.result.activity.get_absolute_url()


class InviteToBatch(StepView):
    """Those who still wait, asked to one batch."""

    form_class = forms.InviteForm
    rule = may_invite_to_batch
    transition = batches.invite_to_batch
    title = "邀请尚未参训的代表"
    button = "邀请"
    success_message = "已邀请，代表已收到通知。"
    versioned = False

    def queryset(self) -> QuerySet[Batch]:
        return Batch.objects.visible_to(self.request.user).select_related("course__plan__organiser", "activity")

    def get_title(self) -> str:
        return f"{self.title}：{self.object}"

    def form_kwargs(self) -> dict[str, Any]:
        return {"deputies": waiting_for(self.object)}


def waiting_for(batch: Batch) -> QuerySet[Deputy]:
    """Who has not been trained this year (newly elected: introduced), serves on the day, and is not asked yet."""
    day = batch.activity.day
    serving = Mandate.objects.serving_on(day)
    serving = seats_to_train(batch.activity, serving if batch.course.plan.organiser_id else serving.at_home())
    seats = with_training(serving, day.replace(month=1, day=1), day)
    new = batch.course.audience == CourseAudience.NEW
    asked = batch.activity.invitations.values("deputy")
    waiting = gaps(seats, new=new).exclude(deputy__in=asked)
    return Deputy.objects.filter(pk__in=waiting.order_by().values("deputy")).order_by("pinyin_key", "pk")


class PlanStudy(CreateStep):
    form_class = forms.StudyPlanForm
    rule = rules.may_plan_staff_study
    transition = study_together.plan_staff_study
    title = "安排机关学习"
    button = "安排"
    success_message = "已安排，机关工作人员已收到通知。"
    back_url = reverse_lazy("deputies:staff-studies")
    crumbs = (CRUMB, ("机关学习", "/deputies/training/staff/"))


class OfStudy(StepView):
    """A step about one entry of the calendar."""

    def queryset(self) -> QuerySet[StaffStudy]:
        return StaffStudy.objects.visible_to(self.request.user).select_related("organiser")

    def get_crumbs(self) -> list[tuple[str, str]]:
        crumbs = [CRUMB, ("机关学习", reverse("deputies:staff-studies"))]
        return [*crumbs, (str(self.object), self.object.get_absolute_url())]


class RecordStudy(KeepsFiles, OfStudy):
    form_class = forms.StudyRecordForm
    rule = rules.may_record_staff_study
    transition = study_together.record_staff_study
    title = "登记学习情况"
    button = "登记"
    success_message = "已登记。"


class DropStudy(OfStudy):
    form_class = forms.ReasonForm
    rule = rules.may_drop_staff_study
    transition = study_together.drop_staff_study
    title = button = "取消学习"
    button_tone = "danger"
    success_message = "已取消，机关工作人员已收到通知。"
