"""The life of a matter that a deputy brings to a professional circle (专业代表小组)."""

from django.db.models import TextChoices

from foundation.workflow import Flow, Step
from foundation.workflow.registry import register


class MatterState(TextChoices):
    OPEN = "open", "征询中"
    CLOSED = "closed", "已办结"


MATTER_FLOW = register(
    Flow(
        name="circle_matter",
        title="专业代表小组咨询",
        states=MatterState,
        start=MatterState.OPEN,
        steps=(
            Step("answer_matter", (MatterState.OPEN,), MatterState.OPEN, "答复", "该专业代表小组的代表"),
            Step("close_matter", (MatterState.OPEN,), MatterState.CLOSED, "办结", "提出咨询的代表，写明结论"),
        ),
    )
)
