"""The life of one unit's part of a suggestion."""

from django.db.models import TextChoices

from foundation.workflow import Flow, Step
from foundation.workflow.registry import register


class AssignmentState(TextChoices):
    """Where one unit stands with its part of a suggestion."""

    ASSIGNED = "assigned", "待签收"
    ACKNOWLEDGED = "acknowledged", "已签收"
    OBJECTED = "objected", "申请调整"
    RELEASED = "released", "已改派"
    OPINION_GIVEN = "opinion_given", "已提会办意见"
    BOUNCED = "bounced", "会办意见退回"
    DRAFTED = "drafted", "答复起草中"
    SIGNED = "signed", "已签发"
    UNDER_CHECK = "under_check", "答复审核中"
    DELIVERED = "delivered", "已答复"
    RETURNED = "returned", "答复退回"


_A = AssignmentState

# Nobody has to do anything with it, unless a new round begins.
AT_REST = (_A.RELEASED, _A.OPINION_GIVEN, _A.DELIVERED)
# A unit that is still to deliver its reply.
ANSWERING = (_A.ACKNOWLEDGED, _A.DRAFTED, _A.RETURNED)

ASSIGNMENT_FLOW = register(
    Flow(
        name="assignment",
        title="承办单位办理流程",
        states=AssignmentState,
        start=_A.ASSIGNED,
        steps=(
            Step("acknowledge", (_A.ASSIGNED,), _A.ACKNOWLEDGED, "签收", "确定经办人"),
            Step("raise_objection", (_A.ASSIGNED,), _A.OBJECTED, "申请调整", "期限内，写明依据和建议承办单位"),
            Step("decide_objection", (_A.OBJECTED,), _A.RELEASED, "同意改派", "新单位接办，保留首次交办日"),
            Step("decide_objection", (_A.OBJECTED,), _A.ASSIGNED, "不同意调整", "说明理由"),
            Step(
                "reassign", (_A.ASSIGNED, _A.ACKNOWLEDGED, _A.OBJECTED), _A.RELEASED, "改派", "代表对交办提出的异议成立"
            ),
            Step(
                "give_co_opinion",
                (_A.ACKNOWLEDGED, _A.BOUNCED),
                _A.OPINION_GIVEN,
                "提出会办意见",
                "会办单位，内容不得为空",
            ),
            Step("bounce_co_opinion", (_A.OPINION_GIVEN,), _A.BOUNCED, "退回会办意见", "主办单位，说明理由"),
            Step("draft_reply", (_A.ACKNOWLEDGED, _A.RETURNED), _A.DRAFTED, "起草答复", "主办或分办单位"),
            Step("draft_reply", (_A.DRAFTED,), _A.DRAFTED, "修改答复", "保留各次修改"),
            Step("sign_reply", (_A.DRAFTED,), _A.SIGNED, "签发答复", "仅单位负责人；须已联系代表"),
            Step("send_to_check", (_A.SIGNED,), _A.UNDER_CHECK, "送审", "签发后即送审"),
            Step("check_reply", (_A.UNDER_CHECK,), _A.DELIVERED, "审核通过", "政府办公室或代表工作机构"),
            Step("check_reply", (_A.UNDER_CHECK,), _A.RETURNED, "退回答复", "说明理由"),
            Step("answer_along", (_A.ACKNOWLEDGED,), _A.DELIVERED, "一并答复", "并案办理，与主件同时答复"),
            Step("rehandle", (_A.DELIVERED, _A.OPINION_GIVEN, _A.BOUNCED), _A.ACKNOWLEDGED, "重新办理", "新一轮办理"),
            Step(
                "withdraw",
                tuple(state for state in _A if state not in (_A.DELIVERED, _A.RELEASED)),
                _A.RELEASED,
                "停止办理",
                "建议撤回",
            ),
        ),
    )
)
