"""The life of a yearly plan of activities (代表法 43)."""

from django.db.models import TextChoices

from foundation.workflow import Flow, Step
from foundation.workflow.registry import register


class PlanState(TextChoices):
    DRAFT = "draft", "起草中"
    ADOPTED = "adopted", "已通过"
    PUBLISHED = "published", "已公布"


_S = PlanState

PLAN_FLOW = register(
    Flow(
        name="activity_plan",
        title="年度活动计划流程",
        states=PlanState,
        start=_S.DRAFT,
        steps=(
            Step("change_plan", (_S.DRAFT,), _S.DRAFT, "修改计划", "起草单位"),
            Step("adopt_plan", (_S.DRAFT,), _S.ADOPTED, "登记通过", "常委会的计划由主任会议通过（代表法第四十三条）"),
            Step("publish_plan", (_S.ADOPTED,), _S.PUBLISHED, "公布", "通知代表并向社会公布"),
        ),
    )
)
