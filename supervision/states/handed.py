"""Tasks handed down by the upper congress (上级人大交办事项): from the city, and from the district to its houses."""

from django.db.models import TextChoices

from foundation.workflow import Flow, Step
from foundation.workflow.registry import register


class HandedSource(TextChoices):
    UPPER = "upper", "上级人大常委会交办"
    DISTRICT = "district", "本级人大常委会交办"


class HandedState(TextChoices):
    HANDED = "handed", "待签收"
    UNDER_WAY = "under_way", "办理中"
    REPORTED = "reported", "已报告"
    SENT_UP = "sent_up", "已报上级"
    CLOSED = "closed", "已办结"
    CANCELLED = "cancelled", "已撤销"


class EntryKind(TextChoices):
    PROGRESS = "progress", "进展"
    REPORT = "report", "办理报告"
    RETURNED = "returned", "退回"
    SENT_UP = "sent_up", "报送上级"
    CLOSED = "closed", "办结"


_S = HandedState
OPEN = (_S.HANDED, _S.UNDER_WAY, _S.REPORTED, _S.SENT_UP)
# The answerer owes something.
OWED = (_S.HANDED, _S.UNDER_WAY)
HANDED_FLOW = register(
    Flow(
        name="handed_task",
        title="上级人大交办事项流程",
        states=HandedState,
        start=_S.HANDED,
        steps=(
            Step("take_handed", (_S.HANDED,), _S.UNDER_WAY, "签收", "承办单位确定负责人"),
            Step("report_handed", (_S.UNDER_WAY,), _S.REPORTED, "报告办理结果", "逾期的写明原因"),
            Step("return_handed", (_S.REPORTED,), _S.UNDER_WAY, "退回补办", "写明理由和新的期限"),
            Step("send_handed_up", (_S.REPORTED,), _S.SENT_UP, "报送上级", "上级交办的事项"),
            Step("bounce_handed", (_S.SENT_UP,), _S.UNDER_WAY, "登记上级退回", "写明意见和新的期限"),
            Step("close_handed", (_S.REPORTED, _S.SENT_UP), _S.CLOSED, "办结", "报告已经接受；分解的事项已经办结"),
            Step("cancel_handed", OWED, _S.CANCELLED, "撤销", "写明理由"),
        ),
    )
)
