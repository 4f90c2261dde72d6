"""A topical deliberation (专题议事) at a station: one topic, whoever it concerns at one table."""

from django.db.models import TextChoices

from foundation.workflow import Flow, Step
from foundation.workflow.registry import register


class DeliberationState(TextChoices):
    PLANNED = "planned", "已安排"
    HELD = "held", "已议事"
    CLOSED = "closed", "已办结"
    CANCELLED = "cancelled", "已取消"


_D = DeliberationState
DELIBERATION_FLOW = register(
    Flow(
        name="deliberation",
        title="专题议事流程",
        states=DeliberationState,
        start=_D.PLANNED,
        steps=(
            Step("hold_deliberation", (_D.PLANNED,), _D.HELD, "登记议事情况", "写明议事情况和形成的意见"),
            Step("cancel_deliberation", (_D.PLANNED,), _D.CANCELLED, "取消议事", "写明理由"),
            Step("close_deliberation", (_D.HELD,), _D.CLOSED, "办结", "提出的意见都已反馈"),
        ),
    )
)
