"""The steps of the register, the yearly round, reports and what follows."""

from typing import Any

from django.db.models import Max, QuerySet
from django.urls import reverse_lazy

from foundation.accounts.models import Organisation
from foundation.files.keeping import KeepsFiles
from foundation.web.views import CreateStep, StepView
from supervision.forms import appointees as forms
from supervision.forms.people_fields import NothingForm, WhyForm, WhyUntilForm
from supervision.models import Appointee, AppointeeMeasure, DutyReport, DutyRound
from supervision.rules import appointees as rules
from supervision.transitions import appointees as act
from supervision.transitions import measures
from supervision.views.appointees import CRUMB, ROUNDS


class EnterAppointee(CreateStep):
    form_class = forms.AppointeeForm
    rule = rules.may_enter_appointee
    transition = act.enter_appointee
    title = "登记任命人员"
    button = "登记"
    intro = "以前任命、现在在任的人员在这里登记；以后任命的由任免决定自动登记。"
    success_message = "已登记。"
    back_url = reverse_lazy("supervision:appointees")
    crumbs = (CRUMB,)


class EndAppointee(StepView):
    title = button = "登记离任"
    form_class = forms.EndForm
    rule = rules.may_end_appointee
    transition = act.end_appointee
    intro = "经常委会免职、接受辞职、撤职的，由任免决定登记，不在这里办理。"
    success_message = "已登记离任。"

    def queryset(self) -> QuerySet[Appointee]:
        return Appointee.objects.visible_to(self.request.user).with_names()


class OpenDutyRound(CreateStep):
    form_class = forms.RoundForm
    rule = rules.may_open_duty_round
    transition = act.open_duty_round
    title = "开展年度述职"
    button = "开展，通知全体任命人员"
    intro = "在任的全体任命人员提交书面履职报告；选定机关的任命人员由常委会会议测评。"
    success_message = "已通知全体任命人员。"
    back_url = reverse_lazy("supervision:duty-rounds")
    crumbs = (CRUMB, ROUNDS)

    def form_kwargs(self) -> dict[str, Any]:
        people = Appointee.objects.in_office(self.on).order_by()
        organs = Organisation.objects.filter(pk__in=people.values("organ")).order_by("pinyin_key", "pk")
        held = DutyReport.objects.filter(is_balloted=True).order_by().values_list("appointee__organ")
        years = dict(held.annotate(last=Max("round__year")))
        return {"organs": organs, "years": years, "initial": {"year": self.on.year}}


class CloseDutyRound(StepView):
    title = button = "结束年度述职"
    form_class = NothingForm
    rule = rules.may_close_duty_round
    transition = act.close_duty_round
    success_message = "已结束。"

    def queryset(self) -> QuerySet[DutyRound]:
        return DutyRound.objects.visible_to(self.request.user)


class ReportStep(StepView):
    """A step about one yearly report."""

    template_name = "supervision/duty_report_step.html"
    context_name = "report"

    def queryset(self) -> QuerySet[DutyReport]:
        return DutyReport.objects.visible_to(self.request.user).with_names()


class HandInDutyReport(KeepsFiles, ReportStep):
    title = "提交履职报告"
    button = "提交"
    form_class = forms.DutyReportForm
    rule = rules.may_hand_in_duty_report
    transition = act.hand_in_duty_report
    success_message = "履职报告已提交。"

    def form_kwargs(self) -> dict[str, Any]:
        return {"initial": {"text": self.object.text, "kept_promises": self.object.kept_promises}}


class ReturnDutyReport(ReportStep):
    title = button = "退回补充"
    form_class = WhyForm
    rule = rules.may_return_duty_report
    transition = act.return_duty_report
    success_message = "已退回，本人会收到通知。"


class AcceptDutyReport(ReportStep):
    title = button = "审阅通过"
    form_class = NothingForm
    rule = rules.may_accept_duty_report
    transition = act.accept_duty_report
    success_message = "已审阅通过。"


class AddMeasure(ReportStep):
    title = button = "增加后续措施"
    form_class = forms.MeasureForm
    rule = rules.may_add_measure
    transition = measures.add_measure
    success_message = "已增加，本人会收到通知。"


class MeasureStep(StepView):
    """A step about one measure."""

    context_name = "measure"

    def queryset(self) -> QuerySet[AppointeeMeasure]:
        return AppointeeMeasure.objects.visible_to(self.request.user).with_names()


class ReportMeasure(KeepsFiles, MeasureStep):
    title = button = "报告落实情况"
    form_class = forms.DoneForm
    rule = rules.may_report_measure
    transition = measures.report_measure
    success_message = "已报告。"


class ReturnMeasure(MeasureStep):
    title = button = "退回继续落实"
    form_class = WhyUntilForm
    rule = rules.may_return_measure
    transition = measures.return_measure
    success_message = "已退回。"


class ConfirmMeasure(MeasureStep):
    title = button = "确认落实"
    form_class = NothingForm
    rule = rules.may_confirm_measure
    transition = measures.confirm_measure
    success_message = "已确认。"
