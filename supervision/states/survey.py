"""A questionnaire filled in online: its life, who fills it in, and the forms a question takes."""

from django.db.models import TextChoices

from foundation.workflow import Flow, Step
from foundation.workflow.registry import register


class SurveyState(TextChoices):
    DRAFT = "draft", "起草中"
    OPEN = "open", "填写中"
    CLOSED = "closed", "已截止"


class SurveyCircle(TextChoices):
    """Who fills it in."""

    ANYBODY = "anybody", "社会公众"
    INVITED = "invited", "受邀代表"


class ItemKind(TextChoices):
    SINGLE = "single", "单选"
    SEVERAL = "several", "多选"
    SCALE = "scale", "打分"
    WORDS = "words", "文字"


# What is chosen from where a question is a scale: the place in this list, from 1 on, is the mark.
SCALE = ("1分（很不满意）", "2分", "3分", "4分", "5分（很满意）")
_S = SurveyState
RUNNER = "负责的工作委员会或者常委会办事机构"
SURVEY_FLOW = register(
    Flow(
        name="online_survey",
        title="网上问卷流程",
        states=SurveyState,
        start=_S.DRAFT,
        steps=(
            Step("draft_survey", (_S.DRAFT,), _S.DRAFT, "增加、去掉题目", RUNNER),
            Step("open_survey", (_S.DRAFT,), _S.OPEN, "开始填写", "至少有一题；题目从此不再修改"),
            Step("close_survey", (_S.OPEN,), _S.CLOSED, "截止", "到截止日期后；提前截止写明理由"),
        ),
    )
)
