"""The life of a deputy's report to his voters (述职): planned, written, read, given, balloted, mended."""

from django.db.models import TextChoices

from foundation.workflow import Flow, Step
from foundation.workflow.registry import register


class VoterReportState(TextChoices):
    PLANNED = "planned", "待写述职报告"
    SUBMITTED = "submitted", "述职报告待审阅"
    ACCEPTED = "accepted", "待述职"
    HELD = "held", "已述职待测评"
    BALLOTED = "balloted", "测评结果已公布"
    RECTIFYING = "rectifying", "整改中"
    RECTIFIED = "rectified", "整改报告待确认"
    CLOSED = "closed", "整改已完成"
    CANCELLED = "cancelled", "已取消"


_S = VoterReportState
# Before the meeting.
AHEAD = (_S.PLANNED, _S.SUBMITTED, _S.ACCEPTED)
# The deputy has stood before his voters.
GIVEN = (_S.HELD, _S.BALLOTED, _S.RECTIFYING, _S.RECTIFIED, _S.CLOSED)
MENDING = (_S.RECTIFYING, _S.RECTIFIED, _S.CLOSED)

VOTER_REPORT_FLOW = register(
    Flow(
        name="voter_report",
        title="代表述职流程",
        states=VoterReportState,
        start=_S.PLANNED,
        steps=(
            Step("write_statement", (_S.PLANNED,), _S.SUBMITTED, "提交述职报告", "代表本人"),
            Step("return_statement", (_S.SUBMITTED,), _S.PLANNED, "退回修改", "写明修改意见"),
            Step("accept_statement", (_S.SUBMITTED,), _S.ACCEPTED, "审阅通过并公布", "代表联络工作机构或者乡镇人大"),
            Step("hold_report", (_S.ACCEPTED,), _S.HELD, "述职", "述职会议办结时，到会的代表"),
            Step("unhold_report", (_S.HELD,), _S.ACCEPTED, "更正为未到会", "更正述职会议的出席情况，还没有计票的"),
            Step("publish_ballot", (_S.HELD,), _S.BALLOTED, "公布测评结果", "录入人以外的工作人员核对后公布"),
            Step("publish_ballot", (_S.HELD,), _S.RECTIFYING, "公布结果并转入整改", "达到测评办法规定的整改条件"),
            Step("submit_rectification", (_S.RECTIFYING,), _S.RECTIFIED, "提交整改报告", "代表本人，在期限内"),
            Step("return_rectification", (_S.RECTIFIED,), _S.RECTIFYING, "退回继续整改", "写明要求，期限重新计算"),
            Step("confirm_rectification", (_S.RECTIFIED,), _S.CLOSED, "确认整改", "代表联络工作机构或者乡镇人大"),
            Step("cancel_report", AHEAD, _S.CANCELLED, "取消述职安排", "写明理由"),
        ),
    )
)
