"""The life of a project paid out of the handling fund."""

from django.db.models import TextChoices

from foundation.workflow import Flow, Step
from foundation.workflow.registry import register


class ProjectState(TextChoices):
    """Where a project stands; how much of it is paid is a sum, not a state."""

    APPROVED = "approved", "已确定"
    UNDER_WAY = "under_way", "实施中"
    COMPLETED = "completed", "已完工待验收"
    ACCEPTED = "accepted", "验收合格"
    CANCELLED = "cancelled", "已取消"


_P = ProjectState

FUND_FLOW = register(
    Flow(
        name="fund",
        title="建议办理专项资金项目流程",
        states=ProjectState,
        start=_P.APPROVED,
        steps=(
            Step("start_project", (_P.APPROVED,), _P.UNDER_WAY, "开工", "项目所在地实施单位"),
            Step("report_project", (_P.UNDER_WAY,), _P.UNDER_WAY, "填报进度", "只增不改"),
            Step("complete_project", (_P.UNDER_WAY,), _P.COMPLETED, "报告完工", "项目所在地实施单位"),
            Step("accept_project", (_P.COMPLETED,), _P.ACCEPTED, "验收合格", "人大组织评估验收"),
            Step("accept_project", (_P.COMPLETED,), _P.UNDER_WAY, "验收不合格", "写明整改要求"),
            Step("cancel_project", (_P.APPROVED, _P.UNDER_WAY), _P.CANCELLED, "取消项目", "尚未拨款；写明理由"),
        ),
    )
)
