"""How a form of supervision is written down: one file each beside this one, made of these rows."""

from dataclasses import dataclass, field
from typing import Any

from deputies.models.dated import UNSOURCED
from foundation.deadlines.units import Unit
from supervision.states.undertaking import Anchor, HearingLevel, Need, StepActor

JDF = "《中华人民共和国各级人民代表大会常务委员会监督法》"
DBF = "《中华人民共和国全国人民代表大会和地方各级人民代表大会代表法》"
OFFICE, COMMITTEE, COUNCIL, BODY = StepActor.OFFICE, StepActor.COMMITTEE, StepActor.COUNCIL, StepActor.BODY
SC, AT_COUNCIL, AT_COMMITTEE = HearingLevel.STANDING_COMMITTEE, HearingLevel.COUNCIL, HearingLevel.COMMITTEE


@dataclass(frozen=True)
class Day:
    """When a step is due."""

    anchor: str = Anchor.NONE
    amount: int = 0
    unit: str = Unit.DAY
    after: str = ""


def before_meeting(days: int) -> Day:
    return Day(Anchor.MEETING, days)


def from_start(workdays: int) -> Day:
    return Day(Anchor.START, workdays, Unit.WORKDAY)


def after(step: str, amount: int, unit: str = Unit.DAY) -> Day:
    return Day(Anchor.STEP, amount, unit, step)


def by_end_of(month: int) -> Day:
    return Day(Anchor.MONTH, month)


@dataclass(frozen=True)
class Row:
    """A step: its code and name, who does it, its day, and what it asks for."""

    code: str
    name: str
    actor: str
    day: Day = Day()
    hint: str = ""
    paper: str = ""
    need: str = Need.NONE
    shared: bool = False
    public: bool = False
    basis: str = UNSOURCED


@dataclass(frozen=True)
class Form:
    """A form of supervision with its steps in their order; `asks` are the columns of UndertakingKind that differ."""

    code: str
    name: str
    level: str
    hint: str
    steps: tuple[Row, ...]
    basis: str = UNSOURCED
    asks: dict[str, Any] = field(default_factory=dict)


def answered(months: int, then: tuple[Row, ...] = ()) -> tuple[Row, ...]:
    """A report that is forwarded to the bodies and answered under a clock (代表法第三十一条); the end of many forms."""
    return (
        Row(
            "report",
            "形成报告",
            COMMITTEE,
            hint="写明看到的情况、存在的问题和意见建议。",
            paper="报告",
            public=True,
        ),
        Row("forward", "转交报告", OFFICE, after("report", 10), hint="报告转交有关单位研究处理。", shared=True),
        Row(
            "answer",
            "报送研究处理情况",
            BODY,
            after("forward", months, Unit.MONTH),
            hint="逐条写明采纳情况、已采取的措施和完成时间；未采纳的写明理由。",
            paper="研究处理情况报告",
            public=True,
        ),
        *then,
        Row(
            "feedback",
            "向参加代表反馈",
            OFFICE,
            after("answer", 10, Unit.WORKDAY),
            hint="把研究处理情况告知参加的代表。",
            basis=f"{DBF}第三十一条",
        ),
    )


HEARING = Row(
    "hearing",
    "会议听取和审议",
    OFFICE,
    hint="会议开过以后登记：谁作报告、谁发言、主要意见。",
    need=Need.MEETING,
)
BALLOT = Row(
    "ballot",
    "满意度测评",
    OFFICE,
    hint="在本页“安排测评”，公布结果后自动登记；不安排测评的写明理由。",
    need=Need.BALLOT,
    shared=True,
)
HANDED = Row(
    "handed",
    "交办审议意见",
    OFFICE,
    after("hearing", 15),
    hint="审议意见在“审议意见”中整理、通过和交办，交办后在这里登记。",
    shared=True,
)
