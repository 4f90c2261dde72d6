"""A vote on livelihood projects: which are carried out, and at the end how they were done."""

from django.db.models import TextChoices

from foundation.workflow import Flow, Step
from foundation.workflow.registry import register


class VotePurpose(TextChoices):
    CHOOSE = "choose", "票决"
    END = "end", "满意度测评"


class VoteState(TextChoices):
    PLANNED = "planned", "待计票"
    ENTERED = "entered", "计票待核对"
    SETTLED = "settled", "已确认"
    VOID = "void", "表决无效"


class LineOutcome(TextChoices):
    CHOSEN = "chosen", "通过"
    TIED = "tied", "并列，再次表决"
    PASSED_OVER = "passed_over", "过半数，未进入应选名额"
    FAILED = "failed", "未通过"


_V = VoteState
PROJECT_VOTE_FLOW = register(
    Flow(
        name="project_vote",
        title="民生实事项目表决流程",
        states=VoteState,
        start=_V.PLANNED,
        steps=(
            Step("enter_project_vote", (_V.PLANNED,), _V.ENTERED, "录入计票", "会议当天或者以后"),
            Step("return_project_vote", (_V.ENTERED,), _V.PLANNED, "退回重新录入", "第二名工作人员，写明哪里不符"),
            Step("confirm_project_vote", (_V.ENTERED,), _V.SETTLED, "核对确认", "第二名工作人员"),
            Step("confirm_project_vote", (_V.ENTERED,), _V.VOID, "核对确认", "到会人数不足或者收回多于发出"),
            Step("take_project_ballot", (_V.PLANNED,), _V.SETTLED, "电子表决结果记入", "公布电子表决结果时"),
            Step("take_project_ballot", (_V.PLANNED,), _V.VOID, "电子表决无效", "电子表决无效或者取消时"),
        ),
    )
)
