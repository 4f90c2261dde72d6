"""Advice from outside: experts asked about a matter, and drafts put out at legislative contact points."""

from django.db.models import TextChoices

from foundation.workflow import Flow, Step
from foundation.workflow.registry import register


class ExpertPool(TextChoices):
    LEGISLATION = "legislation", "立法咨询专家库"
    SUPERVISION = "supervision", "监督工作专家团"


class AdviceFate(TextChoices):
    ADOPTED = "adopted", "采纳"
    PARTLY = "partly", "部分采纳"
    NOT_ADOPTED = "not_adopted", "未采纳"


class MatterState(TextChoices):
    OPEN = "open", "征询中"
    CLOSED = "closed", "已办结"


class DraftState(TextChoices):
    OPEN = "open", "征求意见中"
    SENT = "sent", "已汇总报送"
    CLOSED = "closed", "已反馈采纳情况"


_M, _D = MatterState, DraftState
EXPERT_MATTER_FLOW = register(
    Flow(
        name="expert_matter",
        title="专家咨询流程",
        states=MatterState,
        start=_M.OPEN,
        steps=(Step("close_expert_matter", (_M.OPEN,), _M.CLOSED, "办结", "每条意见已写明是否采纳"),),
    )
)
DRAFT_FLOW = register(
    Flow(
        name="draft_consultation",
        title="立法联系点征求意见流程",
        states=DraftState,
        start=_D.OPEN,
        steps=(
            Step("send_draft", (_D.OPEN,), _D.SENT, "汇总报送", "已有意见，或者写明没有意见"),
            Step("close_draft", (_D.SENT,), _D.CLOSED, "反馈采纳情况", "每条意见已写明采纳情况"),
        ),
    )
)
