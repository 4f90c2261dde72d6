"""Resolutions and decisions of the standing committee, and the tasks that follow from them."""

from django.db.models import TextChoices

from foundation.workflow import Flow, Step
from foundation.workflow.registry import register


class ResolutionKind(TextChoices):
    RESOLUTION = "resolution", "决议"
    DECISION = "decision", "决定"
    APPOINTMENT = "appointment", "任免决定"


class ResolutionState(TextChoices):
    DRAFT = "draft", "草案"
    ADOPTED = "adopted", "已通过"
    PUBLISHED = "published", "已公布"
    REJECTED = "rejected", "未通过"


class TaskState(TextChoices):
    HANDED = "handed", "落实中"
    REPORTED = "reported", "待确认"
    CLOSED = "closed", "已落实"


_R, _T = ResolutionState, TaskState
RESOLUTION_FLOW = register(
    Flow(
        name="resolution",
        title="决议决定流程",
        states=ResolutionState,
        start=_R.DRAFT,
        steps=(
            Step("adopt_resolution", (_R.DRAFT,), _R.ADOPTED, "表决通过", "常委会会议，全体组成人员过半数通过"),
            Step("reject_resolution", (_R.DRAFT,), _R.REJECTED, "表决未通过", "没有达到全体组成人员过半数"),
            Step("publish_resolution", (_R.ADOPTED,), _R.PUBLISHED, "公布", "写明文号，生成文件"),
        ),
    )
)
TASK_FLOW = register(
    Flow(
        name="resolution_task",
        title="决议决定落实流程",
        states=TaskState,
        start=_T.HANDED,
        steps=(
            Step("report_task", (_T.HANDED,), _T.REPORTED, "报告落实情况", "责任单位，附佐证材料"),
            Step("return_task", (_T.REPORTED,), _T.HANDED, "退回继续落实", "写明哪里没有落实"),
            Step("close_task", (_T.REPORTED,), _T.CLOSED, "确认落实", "办事机构写明落实结果，同时公开"),
        ),
    )
)
