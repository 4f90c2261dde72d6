"""Deputies' questioning (代表问政), thematic inquiries and inquiries: five stages, and what is asked on the floor."""

from django.db.models import TextChoices

from foundation.workflow import Flow, Step
from foundation.workflow.registry import register


class SessionKind(TextChoices):
    QUESTIONING = "questioning", "代表问政"
    THEMATIC = "thematic", "专题询问"
    INQUIRY = "inquiry", "询问"


class SessionForm(TextChoices):
    MEETING = "meeting", "会议"
    ON_SITE = "on_site", "现场"
    ONLINE = "online", "网络"


class TermSort(TextChoices):
    FIELD = "field", "选题领域"
    MODE = "mode", "组织方式"


class SeatDuty(TextChoices):
    ASKS = "asks", "提问"
    ANSWERS = "answers", "应答"
    SITS = "sits", "列席旁听"


class SessionState(TextChoices):
    PREPARING = "preparing", "工作准备"
    MOBILISING = "mobilising", "动员部署"
    SORTING = "sorting", "问题梳理"
    HOLDING = "holding", "活动组织"
    REVIEWING = "reviewing", "工作评议"
    CLOSED = "closed", "已办结"
    CANCELLED = "cancelled", "已取消"


class QuestionState(TextChoices):
    PREPARED = "prepared", "待提问"
    ASKED = "asked", "待答复"
    ANSWERED = "answered", "已答复"
    PASSED = "passed", "未提问"


_S = SessionState
STAGES = (_S.PREPARING, _S.MOBILISING, _S.SORTING, _S.HOLDING, _S.REVIEWING)
OPEN = STAGES
# A body named beforehand finds the session from here on.
CALLED = (_S.HOLDING, _S.REVIEWING, _S.CLOSED)
QUESTION_SESSION_FLOW = register(
    Flow(
        name="question_session",
        title="代表问政、专题询问流程",
        states=SessionState,
        start=_S.PREPARING,
        steps=(
            Step("mobilise_session", (_S.PREPARING,), _S.MOBILISING, "动员部署", "已向党委报告或者主任会议已决定"),
            Step("sort_session", (_S.MOBILISING,), _S.SORTING, "开始梳理问题", "确定了提问代表和应答单位"),
            Step("call_session", (_S.SORTING,), _S.HOLDING, "通知召开", "问题清单已列好，时间和地点已定"),
            Step("call_session", (_S.PREPARING,), _S.HOLDING, "通知召开", "会议审议中的询问，不经前两个阶段"),
            Step("review_session", (_S.HOLDING,), _S.REVIEWING, "转入工作评议", "问答已结束，问题已交办"),
            Step("close_session", (_S.REVIEWING,), _S.CLOSED, "办结并公布结果", "每个问题都有了结果"),
            Step(
                "cancel_session",
                (_S.PREPARING, _S.MOBILISING, _S.SORTING, _S.HOLDING),
                _S.CANCELLED,
                "取消",
                "问答还没有开始，写明理由",
            ),
        ),
    )
)

_Q = QuestionState
FLOOR_QUESTION_FLOW = register(
    Flow(
        name="floor_question",
        title="现场提问流程",
        states=QuestionState,
        start=_Q.PREPARED,
        steps=(
            Step("call_up", (_Q.PREPARED,), _Q.ASKED, "请提问", "主持人安排"),
            Step("pass_over", (_Q.PREPARED,), _Q.PASSED, "不再提问", "主持人安排，问答结束时自动"),
            Step("answer_question", (_Q.ASKED, _Q.ANSWERED), _Q.ANSWERED, "答复", "应答单位，或者由记录人代记"),
        ),
    )
)
