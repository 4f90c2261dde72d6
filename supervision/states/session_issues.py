"""An issue of a questioning (问政问题): listed, planned, put right, reviewed, and once more if need be."""

from django.db.models import TextChoices

from foundation.workflow import Flow, Step
from foundation.workflow.registry import register


class IssueSource(TextChoices):
    DEPUTY = "deputy", "代表提出"
    SUGGESTION = "suggestion", "代表建议"
    LETTER = "letter", "群众来信和接待"
    RESEARCH = "research", "调研、视察、执法检查"
    FLOOR = "floor", "现场提问"
    BALLOT = "ballot", "答复测评"
    OTHER = "other", "其他"


class IssueState(TextChoices):
    LISTED = "listed", "待交办"
    HANDED = "handed", "待报整改方案"
    PLANNED = "planned", "方案待商定"
    REMEDY = "remedy", "整改中"
    REPORTED = "reported", "待评议"
    CLOSED = "closed", "已销号"
    DROPPED = "dropped", "不列入"


class NoteKind(TextChoices):
    HANDED = "handed", "交办"
    PLAN = "plan", "整改方案"
    AGREED = "agreed", "商定并公布方案"
    PROGRESS = "progress", "整改进展"
    DELAY = "delay", "延误原因"
    ACCOUNT = "account", "问责情况"
    RETURNED = "returned", "退回"
    RESULT = "result", "整改结果"
    REVIEW = "review", "满意度评议"
    REOPENED = "reopened", "重新打开"


_S = IssueState
# What a body and, once published, everybody finds.
WITH_BODY = (_S.HANDED, _S.PLANNED, _S.REMEDY, _S.REPORTED, _S.CLOSED)
AT_WORK = (_S.HANDED, _S.PLANNED, _S.REMEDY, _S.REPORTED)
ENDED = (_S.CLOSED, _S.DROPPED)
BODY_NOTES = (NoteKind.PROGRESS, NoteKind.DELAY, NoteKind.ACCOUNT)
SESSION_ISSUE_FLOW = register(
    Flow(
        name="session_issue",
        title="问政问题办理流程",
        states=IssueState,
        start=_S.LISTED,
        steps=(
            Step("hand_issue", (_S.LISTED,), _S.HANDED, "交办", "组织问政的单位，随问题清单"),
            Step("drop_issue", (_S.LISTED,), _S.DROPPED, "不列入", "写明理由"),
            Step("recall_issue", (_S.HANDED,), _S.LISTED, "收回改交", "首轮整改，写明理由"),
            Step("plan_remedy", (_S.HANDED,), _S.PLANNED, "报送整改方案", "收到问题的单位，写明措施、责任人和时限"),
            Step("return_plan", (_S.PLANNED,), _S.HANDED, "退回方案", "写明哪里不行"),
            Step("agree_plan", (_S.PLANNED,), _S.REMEDY, "商定并公布方案", "听取代表或者当事群众意见后"),
            Step("report_result", (_S.REMEDY,), _S.REPORTED, "报送整改结果", "附证明材料，写明问责情况"),
            Step("return_result", (_S.REPORTED,), _S.REMEDY, "退回继续整改", "写明哪里没有做到"),
            Step("check_review", (_S.REPORTED,), _S.CLOSED, "核对评议结果", "满意度达到规定"),
            Step("check_review", (_S.REPORTED,), _S.HANDED, "核对评议结果", "满意度没有达到规定，启动二次整改"),
            Step("reopen_issue", (_S.CLOSED,), _S.HANDED, "重新打开", "问题反弹，写明情况"),
        ),
    )
)
