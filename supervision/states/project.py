"""One livelihood project: examined, put to the vote, carried out, accepted, balloted, struck off."""

from django.db.models import TextChoices

from foundation.workflow import Flow, Step
from foundation.workflow.registry import register


class ProjectState(TextChoices):
    DRAFT = "draft", "初步项目"
    DROPPED = "dropped", "未列入候选"
    CANDIDATE = "candidate", "候选项目"
    CHOSEN = "chosen", "票决产生"
    UNCHOSEN = "unchosen", "未获票决"
    UNDER_WAY = "under_way", "实施中"
    REPORTED = "reported", "完工待验收"
    ACCEPTED = "accepted", "已验收，待测评"
    CLOSED = "closed", "已销号"
    CANCELLED = "cancelled", "经批准取消"


class CheckVerdict(TextChoices):
    FEASIBLE = "feasible", "可行"
    CONDITIONAL = "conditional", "调整后可行"
    NOT_FEASIBLE = "not_feasible", "不可行"


class RemarkStage(TextChoices):
    """Whose word on a project it is, before the vote."""

    COMMITTEE = "committee", "工作委员会审查"
    GOVERNMENT = "government", "政府研究"
    STANDING = "standing", "常委会、主席团讨论"
    DELEGATION = "delegation", "代表团审议"
    DEPUTY = "deputy", "代表意见"


class ChangeKind(TextChoices):
    CONTENT = "content", "调整内容"
    DUE = "due", "调整完成时间"
    AMOUNT = "amount", "调整投资"
    CANCEL = "cancel", "取消项目"


class ChangeState(TextChoices):
    ASKED = "asked", "待常委会审议"
    APPROVED = "approved", "常委会同意"
    REFUSED = "refused", "常委会不同意"


S = ProjectState
# Once announced, everybody may read of it.
PUBLIC_STATES = (S.UNDER_WAY, S.REPORTED, S.ACCEPTED, S.CLOSED, S.CANCELLED)
ON_BALLOT = (S.CANDIDATE, S.CHOSEN, S.UNCHOSEN)
PROJECT_FLOW = register(
    Flow(
        name="project",
        title="民生实事项目办理流程",
        states=ProjectState,
        start=S.DRAFT,
        steps=(
            Step("drop_project", (S.DRAFT,), S.DROPPED, "不列入候选", "写明理由，理由公开"),
            Step("restore_project", (S.DROPPED,), S.DRAFT, "恢复论证", "筛选论证期间"),
            Step("list_project", (S.DRAFT,), S.CANDIDATE, "列入候选", "论证可行，经会议讨论通过"),
            Step("unlist_project", (S.CANDIDATE,), S.DRAFT, "退回论证", "尚未表决"),
            Step("choose_project", (S.CANDIDATE,), S.CHOSEN, "票决通过", "按表决办法"),
            Step("pass_over_project", (S.CANDIDATE,), S.UNCHOSEN, "未获票决", "按表决办法"),
            Step("start_project", (S.CHOSEN,), S.UNDER_WAY, "开始实施", "随公告"),
            Step("finish_project", (S.UNDER_WAY,), S.REPORTED, "报告完工", "进度100%，附完工照片或者材料"),
            Step("return_project", (S.REPORTED,), S.UNDER_WAY, "退回继续实施", "写明没有完成的内容"),
            Step("accept_project", (S.REPORTED,), S.ACCEPTED, "验收", "人大常委会组织代表现场验收"),
            Step("strike_off_project", (S.ACCEPTED,), S.CLOSED, "销号", "满意度测评通过"),
            Step("rework_project", (S.ACCEPTED,), S.UNDER_WAY, "测评未通过，整改", "满意度测评未通过"),
            Step("cancel_project", (S.UNDER_WAY,), S.CANCELLED, "取消", "常委会批准"),
        ),
    )
)
