"""What deputy, checker and office do with one report."""

from typing import Any

from django.db.models import QuerySet
from django.urls import reverse

from congress_portal.reports import forms
from congress_portal.reports.deputies import rules
from congress_portal.reports.deputies.transitions import check, confirm, words
from congress_portal.reports.models import DeputyReport
from congress_portal.reports.states import DeputyReportState
from congress_portal.reports.views.steps import LeadsToResult, ReportStep
from foundation.web.views import StepView


class OpenWords(ReportStep):
    """A step of the run: everybody's report goes to its deputy."""

    title = "送代表本人补充"
    button = "送出"
    rule = rules.may_open_words
    transition = words.open_words
    success_message = "已送出，代表将收到消息。"

    def get_context_data(self, **kwargs: Any) -> dict[str, Any]:
        waiting = self.object.own_reports().filter(state=DeputyReportState.BUILT)
        silent = waiting.filter(deputy__user=None).count()
        intro = f"将送出{waiting.count()}份个人报告，代表在补充期限内核对并补充。"
        intro += f"其中{silent}位代表没有登录账号，请用电话或者书面征求意见后代为录入。" if silent else ""
        return super().get_context_data(**{**kwargs, "intro": intro})


class OwnStep(StepView):
    """A step of one report."""

    def queryset(self) -> QuerySet:
        return DeputyReport.objects.visible_to(self.request.user).select_related("deputy")

    def get_crumbs(self) -> list[tuple[str, str]]:
        return [
            ("代表年度履职报告", reverse("reports:deputy-reports")),
            (str(self.object), self.object.get_absolute_url()),
        ]


class WriteWords(OwnStep):
    title = "补充年度履职报告"
    button = "保存"
    intro = "会议、活动、建议等已按履职档案列出，不用再写。没有补充的，勾选后直接提交。"
    form_class = forms.WordsForm
    rule = rules.may_write
    transition = words.write_words
    template_name = "reports/write_words.html"

    def form_kwargs(self) -> dict[str, Any]:
        report = self.object
        return {"initial": {"summary": report.summary, "problems": report.problems, "plan": report.plan}}

    def get_success_message(self) -> str:
        return "已提交，请等待核对。" if self.result.state == DeputyReportState.WRITTEN else "已保存，写好后请提交。"


class CheckOwn(OwnStep):
    title = "核对年度履职报告"
    button = "核对无误"
    intro = "请核对出席、活动、建议和本人补充的内容。记录有误的，先在履职记录中更正并重新生成；内容须修改的，退回代表。"
    form_class = forms.CheckForm
    rule = rules.may_check
    transition = check.check
    success_message = "已核对，由代表工作机构审定。"


class SendBackOwn(OwnStep):
    title = "退回补充"
    button = "退回"
    form_class = forms.ReasonForm
    rule = rules.may_send_back
    transition = check.send_back
    success_message = "已退回，代表将收到理由。"


class ConfirmOwn(OwnStep):
    title = "审定年度履职报告"
    button = "审定并锁定"
    intro = "审定后内容和文件不能再改；以后需要更正的，另出一版并写明理由。"
    rule = rules.may_confirm
    transition = confirm.confirm
    success_message = "已审定并锁定，代表将收到消息。"


class CorrectOwn(LeadsToResult, OwnStep):
    title = "更正（另出一版）"
    button = "另出一版"
    intro = "已审定的一版原样保留。新的一版按现在的履职记录重新生成，须重新核对、审定。"
    form_class = forms.ReasonForm
    rule = rules.may_correct
    transition = confirm.correct
    success_message = "已生成新的一版，代表将收到消息。"


class CountAgain(OwnStep):
    title = "重新生成"
    button = "重新生成"
    intro = "按现在的履职记录和登记信息重新生成这一份报告；本人补充的内容保留。"
    rule = rules.may_remake
    transition = confirm.count_again
    success_message = "已重新生成。"
