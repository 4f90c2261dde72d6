"""The life of an activity of deputies (履职活动), and what a deputy's part in it can be."""

from django.db.models import TextChoices

from foundation.workflow import Flow, Step
from foundation.workflow.registry import register


class ActivityState(TextChoices):
    PLANNED = "planned", "筹备中"
    ANNOUNCED = "announced", "已通知"
    HELD = "held", "已举行"
    CLOSED = "closed", "已办结"
    CANCELLED = "cancelled", "已取消"


class Answer(TextChoices):
    """What an invited deputy has said."""

    PENDING = "pending", "未答复"
    COMING = "coming", "参加"
    LEAVE = "leave", "申请请假"


class AttendanceStatus(TextChoices):
    """Five kinds, as the office keeps them on paper (domain 3.3)."""

    PRESENT = "present", "出席"
    LATE = "late", "迟到"
    LEFT_EARLY = "left_early", "早退"
    LEAVE = "leave", "请假"
    ABSENT = "absent", "缺席"


class CheckInMethod(TextChoices):
    """How it is known that somebody was there."""

    CODE = "code", "扫码签到"
    ORGANISER = "organiser", "现场登记"
    CLOSING = "closing", "办结时登记"


class Nearness(TextChoices):
    """How near to the hall a telephone was: all that is kept of where it was."""

    INSIDE = "inside", "在会场范围内"
    EDGE = "edge", "在会场范围边缘"


class LeaveState(TextChoices):
    ASKED = "asked", "待审批"
    APPROVED = "approved", "已批准"
    REFUSED = "refused", "未批准"
    WITHDRAWN = "withdrawn", "已撤回"


class LeaveApprover(TextChoices):
    """Who decides on a leave (代表法 13; domain 3.3)."""

    CONVENOR = "convenor", "活动组织者（召集人）"
    SC_LEADERS = "sc_leaders", "常委会主任或者受委托的副主任"
    SC_HEAD = "sc_head", "常委会主任"
    DELEGATION_HEAD = "delegation_head", "代表团团长"


# Who was there, however long.
CAME = (AttendanceStatus.PRESENT, AttendanceStatus.LATE, AttendanceStatus.LEFT_EARLY)
UPCOMING = (ActivityState.PLANNED, ActivityState.ANNOUNCED)
RUNNING = (ActivityState.ANNOUNCED, ActivityState.HELD)
TOLD = (ActivityState.ANNOUNCED, ActivityState.HELD, ActivityState.CLOSED, ActivityState.CANCELLED)

_S = ActivityState

ACTIVITY_FLOW = register(
    Flow(
        name="activity",
        title="履职活动流程",
        states=ActivityState,
        start=_S.PLANNED,
        steps=(
            Step("invite_deputies", (_S.PLANNED, _S.ANNOUNCED), _S.ANNOUNCED, "邀请代表", "组织者；按活动类别提前通知"),
            Step("record_attendance", (_S.ANNOUNCED, _S.HELD), _S.HELD, "登记出席", "组织者，或者代表本人扫码"),
            Step("close_activity", (_S.HELD,), _S.CLOSED, "办结活动", "未到又未请假的登记为缺席，记入履职档案"),
            Step("cancel_activity", (_S.PLANNED, _S.ANNOUNCED), _S.CANCELLED, "取消活动", "写明理由，通知已邀请的代表"),
        ),
    )
)
LEAVE_FLOW = register(
    Flow(
        name="leave",
        title="请假流程",
        states=LeaveState,
        start=LeaveState.ASKED,
        steps=(
            Step("approve_leave", (LeaveState.ASKED,), LeaveState.APPROVED, "批准", "活动类别规定的批准人"),
            Step("refuse_leave", (LeaveState.ASKED,), LeaveState.REFUSED, "不批准", "写明理由"),
            Step(
                "withdraw_leave", (LeaveState.ASKED, LeaveState.APPROVED), LeaveState.WITHDRAWN, "撤回请假", "代表本人"
            ),
        ),
    )
)
