"""The opinion box (征集意见箱): from its opening by two to the last slip."""

from django.db.models import TextChoices

from foundation.workflow import Flow, Step
from foundation.workflow.registry import register


class BoxState(TextChoices):
    """Where one opening of a box stands."""

    OPENED = "opened", "待同开箱人确认"
    CONFIRMED = "confirmed", "录入中"
    ENTERED = "entered", "已全部录入"


_B = BoxState
BOX_FLOW = register(
    Flow(
        name="box",
        title="征集意见箱开箱流程",
        states=BoxState,
        start=_B.OPENED,
        steps=(
            Step("recount_box", (_B.OPENED,), _B.OPENED, "更正开箱记录", "开箱人；同开箱人确认前"),
            Step("confirm_opening", (_B.OPENED,), _B.CONFIRMED, "确认开箱", "同开箱人本人"),
            Step("confirm_opening", (_B.OPENED,), _B.ENTERED, "确认开箱", "箱内没有意见的，即为办结"),
            Step("enter_slip", (_B.CONFIRMED,), _B.CONFIRMED, "录入意见", "联络站管理员、联络工作机构；附扫描件"),
            Step("enter_slip", (_B.CONFIRMED,), _B.ENTERED, "录入意见", "最后一张录入后自动办结"),
        ),
    )
)


class SlipOutcome(TextChoices):
    """What a slip became."""

    LETTER = "letter", "作为来信办理"
    SET_ASIDE = "set_aside", "无法办理，存档"
