"""Collecting topics for supervision and legislation: the public call, and what becomes of each idea."""

from django.db.models import TextChoices

from foundation.workflow import Flow, Step
from foundation.workflow.registry import register


class SolicitationState(TextChoices):
    DRAFT = "draft", "起草中"
    OPEN = "open", "征集中"
    CLOSED = "closed", "已截止"
    ANSWERED = "answered", "已公布采纳情况"


_C = SolicitationState
SHOWN = (_C.OPEN, _C.CLOSED, _C.ANSWERED)

SOLICITATION_FLOW = register(
    Flow(
        name="solicitation",
        title="议题征集流程",
        states=SolicitationState,
        start=_C.DRAFT,
        steps=(
            Step("change_solicitation", (_C.DRAFT,), _C.DRAFT, "修改公告", "常委会办事机构"),
            Step("open_solicitation", (_C.DRAFT,), _C.OPEN, "公布征集公告", "常委会办事机构"),
            Step("close_solicitation", (_C.OPEN,), _C.CLOSED, "截止", "到截止日期，或者写明理由提前截止"),
            Step("answer_solicitation", (_C.CLOSED,), _C.ANSWERED, "公布采纳情况", "每条建议都有研究结果"),
        ),
    )
)


class IdeaSort(TextChoices):
    SUPERVISION = "supervision", "监督议题"
    LEGISLATION = "legislation", "立法项目"


class IdeaChannel(TextChoices):
    PUBLIC = "public", "公众征集"
    DEPUTY = "deputy", "代表"
    MEMBER = "member", "常委会组成人员"
    COMMITTEE = "committee", "工作委员会"
    OFFICE = "office", "办事机构录入"


class IdeaState(TextChoices):
    RECEIVED = "received", "待研究"
    TAKEN = "taken", "采纳"
    DECLINED = "declined", "未采纳"
    FORWARDED = "forwarded", "转有关方面研究"


_I = IdeaState
DECIDED = (_I.TAKEN, _I.DECLINED, _I.FORWARDED)

IDEA_FLOW = register(
    Flow(
        name="topic_idea",
        title="议题建议研究流程",
        states=IdeaState,
        start=_I.RECEIVED,
        steps=(
            Step("take_topic_idea", (_I.RECEIVED,), _I.TAKEN, "列入计划", "常委会办事机构；计划通过以前"),
            Step("decline_topic_idea", (_I.RECEIVED,), _I.DECLINED, "不采纳", "写明理由"),
            Step(
                "forward_topic_idea",
                (_I.RECEIVED,),
                _I.FORWARDED,
                "转有关方面",
                "立法项目报送上级人大，其他转有关机关",
            ),
            Step("reconsider_topic_idea", DECIDED, _I.RECEIVED, "重新研究", "写明理由；采纳情况公布以前"),
        ),
    )
)
