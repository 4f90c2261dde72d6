"""What is said where people deliberate (议政代表会、专题议事), until whoever said it hears what became of it."""

from django.db.models import TextChoices

from foundation.workflow import Flow, Step
from foundation.workflow.registry import register


class OpinionState(TextChoices):
    RAISED = "raised", "待交办"
    HANDED = "handed", "办理中"
    ANSWERED = "answered", "已答复"
    CLOSED = "closed", "已反馈"


_O = OpinionState
COUNCIL_OPINION_FLOW = register(
    Flow(
        name="council_opinion",
        title="议事意见办理流程",
        states=OpinionState,
        start=_O.RAISED,
        steps=(
            Step("hand_opinion", (_O.RAISED,), _O.HANDED, "交办", "组织议事的街道、联络站或者联络工作机构"),
            Step("explain_opinion", (_O.RAISED,), _O.CLOSED, "直接反馈", "写明已经怎样处理，或者为什么不交办"),
            Step("answer_opinion", (_O.HANDED,), _O.ANSWERED, "答复", "收到交办件的单位"),
            Step("recall_opinion", (_O.HANDED,), _O.RAISED, "收回改交", "写明理由"),
            Step("return_opinion_answer", (_O.ANSWERED,), _O.HANDED, "退回重新答复", "写明哪里没有答复清楚"),
            Step("close_opinion", (_O.ANSWERED,), _O.CLOSED, "反馈提出人", "写明结果和提出人的意见"),
        ),
    )
)
