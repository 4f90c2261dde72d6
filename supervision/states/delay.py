"""A unit's request for more time, made before its last day and decided by the leader in charge."""

from django.db.models import TextChoices

from foundation.workflow import Flow, Step
from foundation.workflow.registry import register


class DelayState(TextChoices):
    ASKED = "asked", "待决定"
    GRANTED = "granted", "同意"
    REFUSED = "refused", "不同意"


_D = DelayState
DELAY_FLOW = register(
    Flow(
        name="delay",
        title="延期申请流程",
        states=DelayState,
        start=_D.ASKED,
        steps=(
            Step("grant_delay", (_D.ASKED,), _D.GRANTED, "同意延期", "分管的主任、副主任"),
            Step("refuse_delay", (_D.ASKED,), _D.REFUSED, "不同意延期", "写明理由"),
        ),
    )
)
