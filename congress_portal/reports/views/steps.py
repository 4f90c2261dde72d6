"""What the office does with a report."""

from typing import Any

import structlog
from django.core.exceptions import PermissionDenied
from django.db.models import QuerySet
from django.http import HttpRequest
from django.utils import timezone
from kombu.exceptions import OperationalError

from congress_portal.reports import forms, rules
from congress_portal.reports.models import AnnualReport
from congress_portal.reports.tasks import build_report
from congress_portal.reports.transitions import ask, confirm, freeze
from foundation.web.views import StepView
from foundation.workflow import Verdict

log = structlog.get_logger(__name__)


class ReportStep(StepView):
    """A step of one edition."""

    crumbs = (("年度报告", "/reports/"),)

    def queryset(self) -> QuerySet:
        return AnnualReport.objects.visible_to(self.request.user).light()


class LeadsToResult:
    """A step that makes another edition leads to that edition."""

    result: Any

    def get_success_url(self) -> str:
        """The page of what was made; while there is nothing yet, that of the row itself."""
        made = getattr(self, "result", None)
        return made.get_absolute_url() if made else super().get_success_url()


class Builds(LeadsToResult, ReportStep):
    """A step after which the job runs."""

    def call(self, form: Any) -> AnnualReport:
        report = super().call(form)
        start(report)
        return report


class Ask(Builds):
    """The first edition of a year."""

    title = "生成年度报告"
    button = "开始生成"
    form_class = forms.AskForm
    success_message = "已开始生成，完成后在消息中告知。"
    versioned = False

    def dispatch(self, request: HttpRequest, *args: Any, **kwargs: Any) -> Any:
        if request.user.is_authenticated and not self.verdict():
            raise PermissionDenied(self.verdict().reason)
        return super().dispatch(request, *args, **kwargs)

    def get_object(self) -> None:
        """There is none yet."""
        return

    def verdict(self) -> Verdict:
        return rules.may_ask(self.request.user, None, on=self.on)

    def call(self, form: Any) -> AnnualReport:
        report = ask.ask(by=self.request.user, at=timezone.now(), **self.arguments(form))
        start(report)
        return report

    def get_context_data(self, **kwargs: Any) -> dict[str, Any]:
        return super().get_context_data(back_url="/reports/", **kwargs)


class AskAgain(Builds):
    title = "重新生成"
    button = "重新生成"
    intro = "按今天的数据重新统计各表并重写文件；原来的数字不再保留。"
    rule = rules.may_ask
    transition = ask.ask_again
    success_message = "已开始重新生成。"


class Correct(Builds):
    title = "更正（另出一版）"
    button = "另出一版"
    intro = "已通过的一版原样保留；新的一版写明更正理由，生成后须重新审定、通过。"
    form_class = forms.ReasonForm
    rule = rules.may_correct
    transition = ask.correct
    success_message = "已开始生成新的一版。"


class Confirm(ReportStep):
    title = "审定报告"
    button = "审定"
    intro = "审定后，常委会领导、组成人员和各工作委员会即可查阅。"
    form_class = forms.ConfirmForm
    rule = rules.may_confirm
    transition = confirm.confirm
    success_message = "已审定。"


class SendBack(ReportStep):
    title = "退回报告"
    button = "退回"
    form_class = forms.ReasonForm
    rule = rules.may_send_back
    transition = confirm.send_back
    success_message = "已退回，可以重新生成。"


class Freeze(ReportStep):
    title = "登记通过并锁定"
    button = "登记并锁定"
    intro = "锁定后，数字和文件不能再改；以后需要更正的，另出一版并写明理由。"
    form_class = forms.FreezeForm
    rule = rules.may_freeze
    transition = freeze.freeze
    success_message = "已登记通过并锁定。"


def start(report: AnnualReport) -> None:
    """Hands the job to the worker. Without a broker the periodic job finds the report within five minutes."""
    try:
        build_report.delay(report.pk)
    except (OperationalError, OSError) as trouble:
        log.warning("reports.not_queued", report=report.pk, trouble=str(trouble))
