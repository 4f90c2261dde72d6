"""One row of the issue ledger (问题清单), from being found until it is struck off (销号)."""

from django.db.models import TextChoices

from foundation.workflow import Flow, Step
from foundation.workflow.registry import register


class ProblemState(TextChoices):
    FOUND = "found", "待交办"
    MENDING = "mending", "整改中"
    CLAIMED = "claimed", "待核实"
    STRUCK = "struck", "已销号"
    WITHDRAWN = "withdrawn", "已撤销"


class EntryKind(TextChoices):
    """What a line of a problem's story is about."""

    HANDED = "handed", "交办"
    PLAN = "plan", "整改措施"
    PROGRESS = "progress", "整改进展"
    DELAY = "delay", "延期"
    CLAIM = "claim", "申请销号"
    RETURN = "return", "退回整改"
    STRUCK = "struck", "核实销号"
    REOPENED = "reopened", "重新整改"
    HELD_TO_ACCOUNT = "account", "追责问责"
    WITHDRAWN = "withdrawn", "撤销"


class VoiceGrade(TextChoices):
    """What those concerned say of the mending."""

    SATISFIED = "satisfied", "满意"
    BASICALLY = "basically", "基本满意"
    DISSATISFIED = "dissatisfied", "不满意"


class LedgerCode(TextChoices):
    """Local numbers of the ledger."""

    SATISFIED_PERCENT = "satisfied_percent", "销号须达到的满意率（%，满意和基本满意合计）"
    DELAYS = "delays", "可以延期的次数"


_P = ProblemState
# Its clocks: to be handed over, to be mended, to be confirmed.
HAND, MEND, CHECK = "problem_hand", "problem", "problem_check"
OPEN = (_P.FOUND, _P.MENDING, _P.CLAIMED)
WITH_UNIT = (_P.MENDING, _P.CLAIMED, _P.STRUCK)
PROBLEM_FLOW = register(
    Flow(
        name="problem",
        title="问题清单办理流程",
        states=ProblemState,
        start=_P.FOUND,
        steps=(
            Step("hand_problem", (_P.FOUND,), _P.MENDING, "交办", "写明责任单位和整改期限"),
            Step("move_problem", (_P.MENDING,), _P.MENDING, "改交其他单位", "写明理由，期限重新计算"),
            Step("plan_problem", (_P.MENDING,), _P.MENDING, "填报整改措施", "责任单位写明责任人和措施"),
            Step("report_progress", (_P.MENDING,), _P.MENDING, "填报进展", "责任单位"),
            Step("claim_problem", (_P.MENDING,), _P.CLAIMED, "申请销号", "责任单位，须附证明材料"),
            Step("ask_voices", (_P.CLAIMED,), _P.CLAIMED, "征求有关代表、群众意见", "跟踪的委员会或者办事机构"),
            Step("return_problem", (_P.CLAIMED,), _P.MENDING, "退回整改", "写明没有解决的问题和新的期限"),
            Step("strike_problem", (_P.CLAIMED,), _P.STRUCK, "核实销号", "有证明材料；要求满意度的须达到规定比例"),
            Step("reopen_problem", (_P.STRUCK,), _P.MENDING, "重新列入整改", "问题反弹的"),
            Step("withdraw_problem", (_P.FOUND, _P.MENDING), _P.WITHDRAWN, "撤销", "写明理由"),
        ),
    )
)
