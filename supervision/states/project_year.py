"""One year of livelihood projects (民生实事): ideas collected, projects screened, voted on, carried out, balloted."""

from django.db.models import TextChoices

from foundation.workflow import Flow, Step
from foundation.workflow.registry import register


class YearState(TextChoices):
    COLLECTING = "collecting", "征集中"
    SCREENING = "screening", "筛选论证"
    LISTED = "listed", "候选项目已确定"
    DECIDED = "decided", "已票决，待公告"
    ANNOUNCED = "announced", "实施中"
    CLOSED = "closed", "已办结"


class ChoosingWay(TextChoices):
    """How the congress votes: more candidates than places, as many as places, or each for itself."""

    MORE = "more", "差额票决"
    EQUAL = "equal", "等额票决"
    EACH = "each", "逐项表决"


class ProjectStandardCode(TextChoices):
    """Local numbers of the ballot on projects."""

    MORE_SHARE = "more_share", "差额票决时候选项目至少多于应选项目（%）"
    IDEA_LEAST = "idea_least", "群众意见最少字数"
    IDEA_MOST = "idea_most", "群众意见最多字数"
    CONTACT_KEEP = "contact_keep", "群众联系方式在项目办结后保存（天）"


_Y = YearState
PROJECT_YEAR_FLOW = register(
    Flow(
        name="project_year",
        title="民生实事项目票决流程",
        states=YearState,
        start=_Y.COLLECTING,
        steps=(
            Step("close_collection", (_Y.COLLECTING,), _Y.SCREENING, "结束征集", "征集期满以后"),
            Step("list_candidates", (_Y.SCREENING,), _Y.LISTED, "确定候选项目", "经常委会、主席团会议讨论通过"),
            Step("reopen_screening", (_Y.LISTED,), _Y.SCREENING, "退回重新筛选", "尚未表决，写明理由"),
            Step("settle_choice", (_Y.LISTED,), _Y.DECIDED, "确认票决结果", "计票经第二人核对，没有并列"),
            Step("announce_projects", (_Y.DECIDED,), _Y.ANNOUNCED, "发布公告", "大会公告以后，项目开始实施"),
            Step("close_project_year", (_Y.ANNOUNCED,), _Y.CLOSED, "办结", "全部项目销号或者经批准取消"),
        ),
    )
)
