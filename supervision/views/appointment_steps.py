"""The steps of bills of appointments and of the people in them."""

from typing import Any

from django.db.models import QuerySet
from django.urls import reverse_lazy

from foundation.files.keeping import KeepsFiles
from foundation.web.views import CreateStep, StepView
from supervision.forms import appointments as forms
from supervision.forms.people_fields import NothingForm, WhyForm
from supervision.models import Appointment, Nominee
from supervision.rules import appointments as rules
from supervision.transitions import appointments as act
from supervision.transitions import decisions, law_exam
from supervision.views.appointments import CRUMB


class FileAppointment(KeepsFiles, CreateStep):
    form_class = forms.FileForm
    rule = rules.may_file_appointment
    transition = act.file_appointment
    title = "登记人事任免案"
    button = "登记，下一步登记人员"
    success_message = "已登记，请登记拟任免人员。"
    back_url = reverse_lazy("supervision:appointments")
    crumbs = (CRUMB,)


class BillStep(StepView):
    """A step about one bill."""

    context_name = "appointment"

    def queryset(self) -> QuerySet[Appointment]:
        return Appointment.objects.visible_to(self.request.user).with_names()

    def get_crumbs(self) -> list[tuple[str, str]]:
        return [CRUMB, (str(self.object), self.object.get_absolute_url())]


class NameNominee(KeepsFiles, BillStep):
    title = "登记拟任免人员"
    button = "登记"
    form_class = forms.NomineeForm
    rule = rules.may_name_nominee
    transition = act.name_nominee
    intro = "一人一职登记一项，表决时逐项表决。"
    success_message = "已登记。须考试、须提交供职报告的，请在人员页面“通知本人”。"

    def form_kwargs(self) -> dict[str, Any]:
        return {"on": self.on}


class TableAppointment(BillStep):
    title = button = "列入议程"
    form_class = forms.TableForm
    rule = rules.may_table_appointment
    transition = act.table_appointment
    success_message = "已列入议程，常委会组成人员会收到通知。"


class PostponeAppointment(BillStep):
    title = button = "暂不付表决"
    form_class = WhyForm
    rule = rules.may_postpone_appointment
    transition = act.postpone_appointment
    intro = "写明理由。已经安排、还没有开始的表决同时取消，并告知名册上的人员。"
    success_message = "已移出议程。"


class WithdrawAppointment(BillStep):
    title = button = "撤回"
    form_class = WhyForm
    rule = rules.may_withdraw_appointment
    transition = act.withdraw_appointment
    intro = "提请机关书面撤回的，在这里登记；没有交卷的试卷同时作废，已经安排的表决同时取消。"
    success_message = "已撤回。"


class IssueDecision(BillStep):
    title = "印发任免决定"
    button = "印发并公布"
    form_class = forms.NumberForm
    rule = rules.may_issue_decision
    transition = decisions.issue_decision
    intro = "生成任免名单文件并在公开页面公布；通过任命的人员登记为任命人员，免职的同时登记离任。"
    success_message = "任免决定已印发、公布。"


class NomineeStep(StepView):
    """A step about one person in a bill."""

    context_name = "nominee"

    def queryset(self) -> QuerySet[Nominee]:
        return Nominee.objects.visible_to(self.request.user).with_exam().with_names()


class InviteNominee(NomineeStep):
    title = button = "通知本人"
    form_class = NothingForm
    rule = rules.may_invite_nominee
    transition = act.invite_nominee
    intro = (
        "从题库随机抽取一份试卷，通知本人在线考试、提交供职报告。"
        "没有登录账号的，请用其他方式通知，纸质材料由办事机构代录。"
    )
    success_message = "已通知，期限开始计算。"


class DropNominee(NomineeStep):
    title = button = "删去"
    button_tone = "danger"
    form_class = NothingForm
    rule = rules.may_drop_nominee
    transition = act.drop_nominee
    intro = "删去登记错误的人员。"
    success_message = "已删去。"

    def get_success_url(self) -> str:
        return self.result.get_absolute_url()


class ExemptNominee(NomineeStep):
    title = button = "免试"
    form_class = forms.ExemptForm
    rule = rules.may_exempt_nominee
    transition = act.exempt_nominee
    success_message = "已登记免试。"


class RedrawExam(NomineeStep):
    title = button = "重新抽题"
    form_class = NothingForm
    rule = rules.may_redraw_exam
    transition = law_exam.redraw_exam
    intro = "从题库重新随机抽取一份试卷，通知本人再考一次。"
    success_message = "已重新抽题并通知本人。"


class EnterExam(KeepsFiles, NomineeStep):
    title = "登记纸质考试"
    button = "登记"
    form_class = forms.ScoreForm
    rule = rules.may_enter_exam
    transition = law_exam.enter_exam
    intro = "没有登录账号的，组织纸质考试后在这里登记得分，上传试卷扫描件；由另一人核对一致后评分。"
    success_message = "已登记，请另一名工作人员核对得分。"


class WriteStatement(KeepsFiles, NomineeStep):
    title = "提交供职报告"
    button = "提交"
    form_class = forms.StatementForm
    rule = rules.may_write_statement
    transition = act.write_statement
    intro = "提交后不能再改，表决前送常委会组成人员；履职承诺在以后的年度履职报告中对照检查。"
    success_message = "供职报告已提交。"


class RecordPledge(KeepsFiles, NomineeStep):
    title = "登记宪法宣誓"
    button = "登记"
    form_class = forms.PledgeForm
    rule = rules.may_record_pledge
    transition = decisions.record_pledge
    success_message = "已登记。"
