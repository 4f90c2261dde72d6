"""The yearly choice of excellent suggestions and advanced units: its states, measures and flow."""

from django.db.models import TextChoices

from foundation.workflow import Flow, Step
from foundation.workflow.registry import register


class AppraisedKind(TextChoices):
    UNIT = "unit", "先进承办单位"
    SUGGESTION = "suggestion", "优秀建议"


class MeasureKey(TextChoices):
    """What a scoring table may ask about; every one is a rate from 0 to 100 with the rows behind it."""

    SIGNED = "signed", "按期签收率"
    ON_TIME = "on_time", "按期答复率"
    CONTACT = "contact", "沟通率"
    ATTITUDE = "attitude", "办理态度满意率（不含基本满意）"
    RESULT = "result", "办理结果满意率（不含基本满意）"
    CLASS_A = "class_a", "A类答复率"
    PROMISES = "promises", "到期承诺兑现率"
    PUBLICATION = "publication", "答复公开率"
    QUALITY = "quality", "建议质量评分"
    OUTCOME = "outcome", "办理成效（代表评价）"
    PUBLIC = "public", "公众评分"


class MarkDimension(TextChoices):
    QUALITY = "quality", "建议质量"
    PUBLIC = "public", "公众反馈"


class AppraisalState(TextChoices):
    SCORED = "scored", "已计分待决定"
    DECIDED = "decided", "已决定待公布"
    PUBLISHED = "published", "已公布"


APPRAISAL_FLOW = register(
    Flow(
        name="appraisal",
        title="年度评选流程",
        states=AppraisalState,
        start=AppraisalState.SCORED,
        steps=(
            Step("score", (AppraisalState.SCORED,), AppraisalState.SCORED, "重新计分", "按当日数据"),
            Step("decide", (AppraisalState.SCORED,), AppraisalState.DECIDED, "登记决定", "写明会议；不超过名额"),
            Step("publish", (AppraisalState.DECIDED,), AppraisalState.PUBLISHED, "公布", "向社会公布名单"),
        ),
    )
)
