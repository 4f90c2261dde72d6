"""The small life of a yearly report."""

from django.db.models import TextChoices

from foundation.workflow import Flow, Step
from foundation.workflow.registry import register


class ReportKind(TextChoices):
    HANDLING = "handling", "代表建议办理情况报告"


class ReportState(TextChoices):
    ASKED = "asked", "等待生成"
    BUILDING = "building", "正在生成"
    FAILED = "failed", "生成失败"
    BUILT = "built", "已生成待审定"
    CONFIRMED = "confirmed", "已审定待通过"
    FROZEN = "frozen", "已通过并锁定"


_S = ReportState
READY = (_S.BUILT, _S.CONFIRMED, _S.FROZEN)

REPORT_FLOW = register(
    Flow(
        name="annual_report",
        title="年度报告流程",
        states=ReportState,
        start=_S.ASKED,
        steps=(
            Step("begin", (_S.ASKED,), _S.BUILDING, "开始生成", "后台任务"),
            Step("finish", (_S.BUILDING,), _S.BUILT, "生成完毕", "各表出自同一次统计"),
            Step("fail", (_S.BUILDING,), _S.FAILED, "生成失败", "记录原因"),
            Step("ask", (_S.FAILED, _S.BUILT), _S.ASKED, "重新生成", "代表工作机构"),
            Step("confirm", (_S.BUILT,), _S.CONFIRMED, "审定", "由生成人以外的工作人员审定"),
            Step("send_back", (_S.CONFIRMED,), _S.BUILT, "退回", "说明理由"),
            Step("freeze", (_S.CONFIRMED,), _S.FROZEN, "登记通过并锁定", "写明通过的会议和日期"),
        ),
    )
)
TONES: dict[str, str] = {
    _S.ASKED: "info",
    _S.BUILDING: "info",
    _S.FAILED: "late",
    _S.BUILT: "warn",
    _S.CONFIRMED: "warn",
    _S.FROZEN: "ok",
}
