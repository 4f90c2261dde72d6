"""The monthly consultation (集中研判): from its agenda to the last decision carried out."""

from django.db.models import TextChoices

from foundation.workflow import Flow, Step
from foundation.workflow.registry import register


class ConsultationState(TextChoices):
    """Where a consultation stands."""

    PLANNED = "planned", "准备中"
    HELD = "held", "已召开，待印发纪要"
    MINUTED = "minuted", "落实中"
    CLOSED = "closed", "全部落实"


_C = ConsultationState
CONSULTATION_FLOW = register(
    Flow(
        name="consultation",
        title="集中研判流程",
        states=ConsultationState,
        start=_C.PLANNED,
        steps=(
            Step("change_consultation", (_C.PLANNED,), _C.PLANNED, "调整安排", "联络工作机构"),
            Step("add_item", (_C.PLANNED,), _C.PLANNED, "加入议题", "联络工作机构"),
            Step("add_item", (_C.HELD,), _C.HELD, "加入议题", "会上临时提出的事项"),
            Step("hold_consultation", (_C.PLANNED,), _C.HELD, "登记召开", "写明主持人和参加人员"),
            Step("decide_item", (_C.HELD,), _C.HELD, "记录研判意见", "每个议题都要有意见"),
            Step("issue_minutes", (_C.HELD,), _C.MINUTED, "印发纪要", "全部议题已有研判意见"),
            Step("issue_minutes", (_C.HELD,), _C.CLOSED, "印发纪要", "没有需要落实的事项"),
            Step("settle_item", (_C.MINUTED,), _C.MINUTED, "登记落实结果", "联络工作机构"),
            Step("settle_item", (_C.MINUTED,), _C.CLOSED, "登记落实结果", "最后一项落实后自动办结"),
        ),
    )
)


class Decision(TextChoices):
    """What a consultation decides on a matter."""

    DEPUTY = "deputy", "由代表答复解释"
    UNIT = "unit", "交有关单位办理"
    URGE = "urge", "督促现承办单位加快办理"
    SUGGESTION = "suggestion", "形成代表建议"
    SUPERVISE = "supervise", "列入监督议题参考"
    EXPLAIN = "explain", "向群众说明情况"
    NEXT = "next", "下次继续研判"


# Decisions after which somebody has something to do by a day.
FOLLOWED = (Decision.DEPUTY, Decision.UNIT, Decision.URGE, Decision.SUGGESTION, Decision.SUPERVISE, Decision.EXPLAIN)
