"""What whoever was appointed owes afterwards: the yearly duty report, and what follows from a ballot on it."""

from django.db.models import TextChoices

from foundation.workflow import Flow, Step
from foundation.workflow.registry import register


class RoundState(TextChoices):
    OPEN = "open", "进行中"
    CLOSED = "closed", "已结束"


class DutyReportState(TextChoices):
    ASKED = "asked", "待提交"
    HANDED = "handed", "待审阅"
    ACCEPTED = "accepted", "已审阅"


class MeasureState(TextChoices):
    ORDERED = "ordered", "落实中"
    REPORTED = "reported", "已报告"
    DONE = "done", "已落实"


_R, _D, _M = RoundState, DutyReportState, MeasureState
DUTY_ROUND_FLOW = register(
    Flow(
        name="duty_round",
        title="任命人员年度述职流程",
        states=RoundState,
        start=_R.OPEN,
        steps=(Step("close_duty_round", (_R.OPEN,), _R.CLOSED, "结束年度述职", "报告已全部审阅，测评结果已公布"),),
    )
)
DUTY_REPORT_FLOW = register(
    Flow(
        name="duty_report",
        title="履职报告流程",
        states=DutyReportState,
        start=_D.ASKED,
        steps=(
            Step("hand_in_duty_report", (_D.ASKED,), _D.HANDED, "提交履职报告", "任命人员本人，或者办事机构代录"),
            Step("return_duty_report", (_D.HANDED,), _D.ASKED, "退回补充", "写明哪里需要补充"),
            Step("accept_duty_report", (_D.HANDED,), _D.ACCEPTED, "审阅通过", "人大常委会办事机构"),
        ),
    )
)
MEASURE_FLOW = register(
    Flow(
        name="appointee_measure",
        title="测评结果运用流程",
        states=MeasureState,
        start=_M.ORDERED,
        steps=(
            Step("report_measure", (_M.ORDERED,), _M.REPORTED, "报告落实情况", "任命人员本人，或者办事机构登记"),
            Step("return_measure", (_M.REPORTED,), _M.ORDERED, "退回继续落实", "写明理由"),
            Step("confirm_measure", (_M.REPORTED,), _M.DONE, "确认落实", "人大常委会办事机构"),
        ),
    )
)
