"""The yearly evaluation of a deputy (年度考核): by himself, by his group, by the office; objection; published."""

from django.db.models import TextChoices

from foundation.workflow import Flow, Step
from foundation.workflow.registry import register


class EvaluationState(TextChoices):
    SELF = "self", "待自评"
    GROUP = "group", "待小组评议"
    OFFICE = "office", "待审核"
    SHOWN = "shown", "拟定等次公示中"
    OBJECTED = "objected", "异议待答复"
    PUBLISHED = "published", "已公布"


class Stage(TextChoices):
    """Who gives the marks."""

    SELF = "self", "自评"
    GROUP = "group", "小组评议"
    OFFICE = "office", "审核"


_S = EvaluationState
OPEN = (_S.SELF, _S.GROUP, _S.OFFICE)

EVALUATION_FLOW = register(
    Flow(
        name="evaluation",
        title="代表年度考核流程",
        states=EvaluationState,
        start=_S.SELF,
        steps=(
            Step("rate_self", (_S.SELF,), _S.GROUP, "自评", "代表本人"),
            Step("rate_group", (_S.GROUP,), _S.OFFICE, "小组评议", "代表小组召集人，不评议本人"),
            Step("rate_office", OPEN, _S.SHOWN, "审核拟定等次", "代表联络工作机构；未经自评或者评议的写明原因"),
            Step("object_evaluation", (_S.SHOWN,), _S.OBJECTED, "提出异议", "代表本人，在公示期内"),
            Step("answer_evaluation", (_S.OBJECTED,), _S.SHOWN, "答复异议", "代表联络工作机构"),
            Step("publish_evaluation", (_S.SHOWN,), _S.PUBLISHED, "公布等次", "公示期满，主任会议通过后"),
        ),
    )
)
