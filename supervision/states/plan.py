"""The yearly plan of supervision (监督法 63): its life, where its topics come from, and how it is changed."""

from django.db.models import TextChoices

from foundation.workflow import Flow, Step
from foundation.workflow.registry import register


class TopicSource(TextChoices):
    """监督法 12 names six sources; what the law itself asks for every year stands beside them."""

    INSPECTION = "inspection", "执法检查中发现的突出问题"
    SUGGESTIONS = "suggestions", "代表建议、批评和意见集中反映的问题"
    MEMBERS = "members", "常委会组成人员提出的比较集中的问题"
    RESEARCH = "research", "委员会在调查研究中发现的突出问题"
    LETTERS = "letters", "人民来信来访集中反映的问题"
    WIDE = "wide", "社会普遍关注的其他问题"
    STATUTORY = "statutory", "法律规定应当安排的议题"


class PlanState(TextChoices):
    DRAFT = "draft", "起草中"
    ADOPTED = "adopted", "已通过"
    PUBLISHED = "published", "已公布"


_S = PlanState
SETTLED = (_S.ADOPTED, _S.PUBLISHED)

SUPERVISION_PLAN_FLOW = register(
    Flow(
        name="supervision_plan",
        title="年度监督工作计划流程",
        states=PlanState,
        start=_S.DRAFT,
        steps=(
            Step("draft_plan", (_S.DRAFT,), _S.DRAFT, "起草、修改", "常委会办事机构"),
            Step("adopt_supervision_plan", (_S.DRAFT,), _S.ADOPTED, "登记通过", "主任会议通过（监督法第六十三条）"),
            Step("publish_supervision_plan", (_S.ADOPTED,), _S.PUBLISHED, "公布", "向社会公布（监督法第六十三条）"),
            Step("adjust_plan", (_S.ADOPTED,), _S.ADOPTED, "调整", "主任会议同意，写明理由"),
            Step("adjust_plan", (_S.PUBLISHED,), _S.PUBLISHED, "调整", "主任会议同意，写明理由，随计划公布"),
        ),
    )
)


class ChangeKind(TextChoices):
    ADDED = "added", "增加"
    CHANGED = "changed", "改动"
    DROPPED = "dropped", "取消"


class TopicProgress(TextChoices):
    """How far a topic has come; counted from what was done for it, never stored."""

    WAITING = "waiting", "未启动"
    UNDER_WAY = "under_way", "进行中"
    DONE = "done", "已完成"
    DROPPED = "dropped", "已取消"
