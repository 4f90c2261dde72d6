"""The steps of a street committee or presidium: members, meetings, the plan, its items, the report."""

from typing import Any

from django import forms as django_forms
from django.db.models import QuerySet
from django.urls import reverse_lazy

from deputies.models import Deputy
from foundation.files.keeping import KeepsFiles
from foundation.web.views import CreateStep, StepView
from supervision.forms import local as forms
from supervision.models import LocalBody, LocalItem, LocalMeeting, LocalMember, LocalYear
from supervision.rules import local as rules
from supervision.states.local import LocalYearState
from supervision.transitions import local_bodies, local_meetings, local_years
from supervision.views.local import CRUMB


class OpenBodies(CreateStep):
    form_class = django_forms.Form
    rule = rules.may_open_bodies
    transition = local_bodies.open_bodies
    title = button = "建立工作台账"
    intro = "为全部在用的乡镇人大主席团、人大街道工委建立工作台账，会议间隔从今天起计算。已经建立的不受影响。"
    success_message = "已建立。"
    back_url = reverse_lazy("supervision:local")
    crumbs = (CRUMB,)

    def get_success_url(self, made: Any) -> str:
        return str(self.back_url)


class LocalStep(StepView):
    """A step about a row of one house."""

    model: Any

    def queryset(self) -> QuerySet:
        return self.model.objects.visible_to(self.request.user).with_names()

    def get_crumbs(self) -> list[tuple[str, str]]:
        return [CRUMB, (str(self.object), self.object.get_absolute_url())]


class BodyStep(LocalStep):
    model = LocalBody
    versioned = False


class AddLocalMember(BodyStep):
    title = "增加成员"
    button = "增加"
    form_class = forms.LocalMemberForm
    rule = rules.may_keep_body
    transition = local_bodies.add_local_member
    success_message = "已增加。"

    def form_kwargs(self) -> dict[str, Any]:
        house = self.object.organisation_id
        local = Deputy.objects.filter(mandates__delegation__area__organisation=house, mandates__term__is_current=True)
        own = Deputy.objects.filter(mandates__term__congress__area__organisation=house)
        return {"deputies": (local | own).distinct().order_by("pinyin_key", "pk")}


class EndLocalMember(LocalStep):
    model = LocalMember
    title = button = "登记免去"
    button_tone = "danger"
    form_class = forms.LocalReasonForm
    rule = rules.may_end_local_member
    transition = local_bodies.end_local_member
    success_message = "已登记。"


class CallLocalMeeting(BodyStep):
    title = "安排会议"
    button = "安排"
    form_class = forms.CallForm
    rule = rules.may_keep_body
    transition = local_meetings.call_local_meeting
    success_message = "已安排，成员中的代表会收到通知。"

    def get_success_url(self) -> str:
        return self.result.get_absolute_url()


class HoldLocalMeeting(KeepsFiles, LocalStep):
    model = LocalMeeting
    title = "登记召开"
    button = "登记"
    form_class = forms.HoldLocalForm
    rule = rules.may_hold_local_meeting
    transition = local_meetings.hold_local_meeting
    intro = "勾选到会的成员。到会人数没有达到规定的，会议不能举行，请取消后另行安排。"
    success_message = "已登记，下次会议的期限从这次会议起计算。"

    def form_kwargs(self) -> dict[str, Any]:
        return {"members": self.object.body.members.active_on(self.object.day).select_related("body__organisation")}


class CancelLocalMeeting(LocalStep):
    model = LocalMeeting
    title = button = "取消会议"
    button_tone = "danger"
    form_class = forms.LocalReasonForm
    rule = rules.may_cancel_local_meeting
    transition = local_meetings.cancel_local_meeting
    success_message = "已取消，有关人员会收到通知。"


class DraftLocalYear(BodyStep):
    title = "拟订年度计划"
    button = "拟订"
    form_class = forms.DraftYearForm
    rule = rules.may_keep_body
    transition = local_years.draft_local_year
    intro = "先写总体要求，再逐项增加工作事项，经会议通过后报送。"
    success_message = "已拟订，请增加工作事项。"

    def form_kwargs(self) -> dict[str, Any]:
        return {"initial": {"year": self.on.year}}

    def get_success_url(self) -> str:
        return self.result.get_absolute_url()


class YearStep(LocalStep):
    model = LocalYear


class AddLocalItem(YearStep):
    title = "增加事项"
    button = "增加"
    form_class = forms.ItemForm
    rule = rules.may_add_item
    transition = local_years.add_item
    success_message = "已增加。"
    versioned = False

    def form_kwargs(self) -> dict[str, Any]:
        return {"filed": self.object.state == LocalYearState.FILED}


class FilePlan(YearStep):
    title = button = "报送计划"
    form_class = forms.FilePlanForm
    rule = rules.may_file_plan
    transition = local_years.file_plan
    intro = "报送以后增加或者不再安排的事项，须写明理由。"
    success_message = "已报送。"


class ReportLocalYear(YearStep):
    title = button = "报送年终报告"
    form_class = forms.ReportForm
    rule = rules.may_report_year
    transition = local_years.report_year
    intro = "会议和事项完成情况由系统按登记的内容写入报告，请填写成效、问题和打算。"
    success_message = "已报送，报告文件见本页。"

    def form_kwargs(self) -> dict[str, Any]:
        plan = self.object
        return {"initial": {"effect": plan.effect, "problems": plan.problems, "outlook": plan.outlook}}


class ReturnReport(YearStep):
    title = button = "退回补充"
    form_class = forms.ReturnReportForm
    rule = rules.may_return_report
    transition = local_years.return_report
    success_message = "已退回，原报告保留备查。"


class ArchiveYear(YearStep):
    title = button = "归档"
    form_class = forms.CommentForm
    rule = rules.may_archive_year
    transition = local_years.archive_year
    success_message = "已归档。"


class ItemStep(LocalStep):
    """A step about one item of the plan."""

    model = LocalItem


class FinishItem(ItemStep):
    title = button = "登记完成"
    form_class = forms.FinishForm
    rule = rules.may_finish_item
    transition = local_years.finish_item
    success_message = "已登记。"

    def form_kwargs(self) -> dict[str, Any]:
        return {"initial": {"done_on": self.on}}


class DropItem(ItemStep):
    title = button = "不再安排"
    button_tone = "danger"
    form_class = forms.LocalReasonForm
    rule = rules.may_drop_item
    transition = local_years.drop_item
    success_message = "已登记，年终报告会写明理由。"
