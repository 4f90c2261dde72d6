"""The steps of resolutions and of the tasks that follow."""

from typing import Any

from django.db.models import QuerySet
from django.urls import reverse_lazy

from foundation.files.keeping import KeepsFiles
from foundation.web.views import CreateStep, StepView
from supervision.forms import resolutions as forms
from supervision.forms.appointments import NumberForm
from supervision.forms.people_fields import WhyUntilForm
from supervision.models import Resolution, ResolutionTask
from supervision.rules import resolutions as rules
from supervision.transitions import resolutions as act
from supervision.views.resolutions import CRUMB


class DraftResolution(KeepsFiles, CreateStep):
    form_class = forms.DraftForm
    rule = rules.may_draft_resolution
    transition = act.draft_resolution
    title = "起草决议决定"
    button = "保存草案"
    success_message = "草案已保存，表决前可以修改。"
    back_url = reverse_lazy("supervision:resolutions")
    crumbs = (CRUMB,)

    def form_kwargs(self) -> dict[str, Any]:
        """The page that led here names what the draft comes of."""
        known = {name: self.request.GET.get(name, "") for name in ("undertaking", "opinion")}
        given = {name: pk for name, pk in known.items() if pk.isdigit() and len(pk) < 10}
        return {"reader": self.request.user, "initial": given}


class ResolutionStep(StepView):
    """A step about one resolution."""

    context_name = "resolution"

    def queryset(self) -> QuerySet[Resolution]:
        return Resolution.objects.visible_to(self.request.user).with_names()

    def get_crumbs(self) -> list[tuple[str, str]]:
        return [CRUMB, (str(self.object), self.object.get_absolute_url())]


class AmendResolution(ResolutionStep):
    title = "修改草案"
    button = "保存"
    form_class = forms.AmendForm
    rule = rules.may_amend_resolution
    transition = act.amend_resolution
    intro = "修改标题、改期审议的，已经安排的表决同时取消，需要重新安排。"
    success_message = "草案已修改。"

    def form_kwargs(self) -> dict[str, Any]:
        row = self.object
        kept = {"title": row.title, "text": row.text, "meeting": row.meeting_id, "committee": row.committee_id}
        kept |= {"undertaking": row.undertaking_id, "opinion": row.opinion_id}
        return {"reader": self.request.user, "initial": kept}


class PublishResolution(ResolutionStep):
    title = button = "公布"
    form_class = NumberForm
    rule = rules.may_publish_resolution
    transition = act.publish_resolution
    intro = "生成正式文件，在公开页面公布。公布后不能再改。"
    success_message = "已公布。"


class HandTask(ResolutionStep):
    title = "交办落实事项"
    button = "交办"
    form_class = forms.TaskForm
    rule = rules.may_hand_task
    transition = act.hand_task
    success_message = "已交办，责任单位会收到通知。"


class TaskStep(StepView):
    """A step about one task."""

    template_name = "supervision/resolution_task_step.html"
    context_name = "task"

    def queryset(self) -> QuerySet[ResolutionTask]:
        return ResolutionTask.objects.visible_to(self.request.user).with_names()

    def get_crumbs(self) -> list[tuple[str, str]]:
        return [CRUMB, (str(self.object), self.object.get_absolute_url())]


class ReportTask(KeepsFiles, TaskStep):
    title = "报告落实情况"
    button = "报告"
    form_class = forms.TaskReportForm
    rule = rules.may_report_task
    transition = act.report_task
    success_message = "已报告，等待确认。"


class ReturnTask(TaskStep):
    title = button = "退回继续落实"
    form_class = WhyUntilForm
    rule = rules.may_return_task
    transition = act.return_task
    success_message = "已退回，责任单位会收到通知。"


class CloseTask(TaskStep):
    title = button = "确认落实"
    form_class = forms.CloseForm
    rule = rules.may_close_task
    transition = act.close_task
    success_message = "已确认，结果在公开页面公布。"
