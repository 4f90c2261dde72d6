"""One supervision carried out (监督事项), step by step: what can be, and the flows as rows."""

from django.db.models import TextChoices

from foundation.workflow import Flow, Step
from foundation.workflow.registry import register


class UndertakingState(TextChoices):
    PLANNED = "planned", "待启动"
    UNDER_WAY = "under_way", "进行中"
    CONCLUDED = "concluded", "已办结"
    CANCELLED = "cancelled", "已取消"


class HearingLevel(TextChoices):
    """Where it is heard."""

    STANDING_COMMITTEE = "standing_committee", "常委会会议"
    COUNCIL = "council", "主任会议"
    COMMITTEE = "committee", "工作委员会会议"


class StepActor(TextChoices):
    """Who does a step."""

    OFFICE = "office", "人大常委会办事机构"
    COMMITTEE = "committee", "工作委员会"
    COUNCIL = "council", "主任会议"
    BODY = "body", "被监督单位"


class StepState(TextChoices):
    OPEN = "open", "待办"
    DONE = "done", "已完成"
    SKIPPED = "skipped", "不需办理"


class Anchor(TextChoices):
    """What the day of a step is counted from."""

    NONE = "none", "不限定日期"
    MEETING = "meeting", "会议召开前"
    START = "start", "启动后"
    STEP = "step", "某一步骤完成后"
    MONTH = "month", "当年几月底前"


class Need(TextChoices):
    """What must be there before a step can be done."""

    NONE = "", "没有"
    TEAM = "team", "已经组成工作组，由主任或者副主任任组长"
    MEMBERS = "members", "已经登记参加人员"
    LAWS = "laws", "已经列出法律法规和条文清单"
    OPINIONS_SENT = "opinions_sent", "已经登记征集的意见并送交单位"
    OPINIONS_ANSWERED = "opinions_answered", "送交的意见已经逐条回应"
    VISITS = "visits", "已经登记现场检查"
    TWO_PARTS = "two_parts", "报告分为两个部分"
    MEETING = "meeting", "会议日期已经确定，并且会议已经召开"
    QUESTIONNAIRE = "questionnaire", "已经登记问卷调查结果"
    DECISIONS = "decisions", "已经登记议定事项"
    DECISIONS_DONE = "decisions_done", "议定事项已经逐项核实销号"
    BALLOT = "ballot", "已经宣布表决、测评结果"


_U, _S = UndertakingState, StepState
RUNNER = "负责的工作委员会或者常委会办事机构"
UNDERTAKING_FLOW = register(
    Flow(
        name="undertaking",
        title="监督事项流程",
        states=UndertakingState,
        start=_U.PLANNED,
        steps=(
            Step("begin_undertaking", (_U.PLANNED,), _U.UNDER_WAY, "启动", RUNNER),
            Step("conclude_undertaking", (_U.UNDER_WAY,), _U.CONCLUDED, "办结", "各步骤完成或者写明不需办理"),
            Step("cancel_undertaking", (_U.PLANNED, _U.UNDER_WAY), _U.CANCELLED, "取消", "写明理由"),
        ),
    )
)
STEP_FLOW = register(
    Flow(
        name="undertaking_step",
        title="监督步骤流程",
        states=StepState,
        start=_S.OPEN,
        steps=(
            Step("finish_step", (_S.OPEN,), _S.DONE, "完成", "步骤的责任单位"),
            Step("skip_step", (_S.OPEN,), _S.SKIPPED, "不需办理", "写明理由，法定步骤不能省略"),
            Step("reopen_step", (_S.DONE, _S.SKIPPED), _S.OPEN, "退回重办", "写明理由"),
        ),
    )
)
