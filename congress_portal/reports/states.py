"""The small life of a yearly report, and of one deputy's own."""

from django.db.models import TextChoices

from foundation.workflow import Flow, Step
from foundation.workflow.registry import register


class ReportKind(TextChoices):
    HANDLING = "handling", "代表建议办理情况报告"
    DEPUTIES = "deputies", "代表履职情况报告"
    SUPERVISION = "supervision", "监督工作情况报告"


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


class DeputyReportState(TextChoices):
    FAILED = "failed", "生成失败"
    BUILT = "built", "已生成"
    OPEN = "open", "待本人补充"
    WRITTEN = "written", "待核对"
    CHECKED = "checked", "待审定"
    CONFIRMED = "confirmed", "已审定"


_D = DeputyReportState
# The deputy and those near him read it from then on.
SHOWN = (_D.OPEN, _D.WRITTEN, _D.CHECKED, _D.CONFIRMED)
# A new count renews its figures; later it is left as it was checked.
RENEWED = (_D.FAILED, _D.BUILT, _D.OPEN, _D.WRITTEN)

DEPUTY_REPORT_FLOW = register(
    Flow(
        name="deputy_report",
        title="代表年度履职报告流程",
        states=DeputyReportState,
        start=_D.BUILT,
        steps=(
            Step("fail", (_D.BUILT,), _D.FAILED, "生成失败", "记录原因，不影响其他代表"),
            Step("finish", (_D.FAILED,), _D.BUILT, "生成", "更正原因后重新生成"),
            Step("open_words", (_D.BUILT,), _D.OPEN, "送本人补充", "代表工作机构；补充期限见期限设置"),
            Step("write_words", (_D.OPEN,), _D.WRITTEN, "提交补充", "代表本人；没有账号的由代表工作机构代录"),
            Step(
                "check",
                (_D.OPEN, _D.WRITTEN),
                _D.CHECKED,
                "核对",
                "小组召集人、乡镇人大或者代表工作机构；本人未提交的，期满后核对",
            ),
            Step("send_back", (_D.WRITTEN, _D.CHECKED), _D.OPEN, "退回补充", "说明理由"),
            Step(
                "confirm", (_D.CHECKED,), _D.CONFIRMED, "审定", "代表工作机构，由核对人以外的工作人员审定；审定后锁定"
            ),
        ),
    )
)
DEPUTY_TONES: dict[str, str] = {
    _D.FAILED: "late",
    _D.BUILT: "info",
    _D.OPEN: "warn",
    _D.WRITTEN: "warn",
    _D.CHECKED: "info",
    _D.CONFIRMED: "ok",
}
