"""A ballot of the congress or its standing committee: planned, held, announced, or void."""

from django.db.models import TextChoices

from foundation.workflow import Flow, Step
from foundation.workflow.registry import register


class BallotMode(TextChoices):
    SECRET = "secret", "无记名电子表决"
    NAMED = "named", "记名电子表决"
    PAPER = "paper", "无记名纸质投票"


class BallotState(TextChoices):
    PLANNED = "planned", "待表决"
    OPEN = "open", "表决中"
    CLOSED = "closed", "待公布结果"
    ANNOUNCED = "announced", "已公布结果"
    VOID = "void", "表决无效"
    CANCELLED = "cancelled", "已取消"


class ReadingState(TextChoices):
    ENTERED = "entered", "待另一人清点"
    AGREED = "agreed", "两人一致"
    DIFFERING = "differing", "两人不一致"


ELECTRONIC = (BallotMode.SECRET, BallotMode.NAMED)
_B = BallotState
ENDED = (_B.ANNOUNCED, _B.VOID, _B.CANCELLED)
BALLOT_FLOW = register(
    Flow(
        name="ballot",
        title="表决测评流程",
        states=BallotState,
        start=_B.PLANNED,
        steps=(
            Step(
                "open_ballot",
                (_B.PLANNED,),
                _B.OPEN,
                "开始表决",
                "方式、到会人数在开始前确定，到会不足法定人数的不能开始",
            ),
            Step("cancel_ballot", (_B.PLANNED,), _B.CANCELLED, "取消表决", "写明理由"),
            Step("close_ballot", (_B.OPEN,), _B.CLOSED, "结束表决", "办事机构或者会议主持人"),
            Step("announce_ballot", (_B.CLOSED,), _B.ANNOUNCED, "公布结果", "纸质票由两人分别清点一致"),
            Step("void_ballot", (_B.CLOSED,), _B.VOID, "认定无效", "按办法表决无效的，公布时认定"),
            Step("annul_ballot", (_B.CLOSED,), _B.VOID, "宣布无效", "收回票多于发出票等情形，写明理由"),
        ),
    )
)
