"""The life of a suggestion: its states, their groups, and the flow as rows."""

from django.db.models import TextChoices

from foundation.workflow import Flow, Step
from foundation.workflow.registry import register


class SuggestionState(TextChoices):
    """Where a suggestion stands. Overdue is computed, merging is a link: neither is a state."""

    DRAFT = "draft", "草稿"
    COSIGNING = "cosigning", "联名中"
    SUBMITTED = "submitted", "待审查"
    SENT_BACK = "sent_back", "退回修改"
    NOT_FILED = "not_filed", "不予立案"
    REGISTERED = "registered", "已立案"
    ASSIGNED = "assigned", "已交办待签收"
    HANDLING = "handling", "办理中"
    REPLIED = "replied", "已答复待评价"
    RATED = "rated", "已评价"
    REHANDLING = "rehandling", "重新办理"
    MEDIATION = "mediation", "协调评估"
    TRACKING = "tracking", "承诺跟踪"
    CLOSED = "closed", "办结"
    SPLIT = "split", "已拆分办理"
    WITHDRAWN = "withdrawn", "已撤回"


_S = SuggestionState

# Only the proposers may know of these.
PRIVATE = (_S.DRAFT, _S.COSIGNING)
# The text may still be changed by the lead deputy.
EDITABLE = (_S.DRAFT, _S.COSIGNING, _S.SENT_BACK)
BEFORE_REGISTRATION = (*EDITABLE, _S.SUBMITTED)
# Numbered and open to every deputy of the level.
REGISTERED_ONWARD = (
    _S.REGISTERED,
    _S.ASSIGNED,
    _S.HANDLING,
    _S.REPLIED,
    _S.RATED,
    _S.REHANDLING,
    _S.MEDIATION,
    _S.TRACKING,
    _S.SPLIT,
    _S.CLOSED,
)
# A unit is at work on it.
WITH_UNITS = (_S.ASSIGNED, _S.HANDLING, _S.REHANDLING)
# A merged paper goes along with its main one until both are answered.
FOLLOWING = (_S.REGISTERED, _S.ASSIGNED, _S.HANDLING)
# Somebody must still act: each of these must have a running clock.
OPEN = (_S.SUBMITTED, _S.REGISTERED, *WITH_UNITS, _S.REPLIED, _S.MEDIATION, _S.TRACKING)
ANSWERED = (_S.REPLIED, _S.RATED, _S.REHANDLING, _S.MEDIATION, _S.TRACKING, _S.CLOSED)
FINAL = (_S.NOT_FILED, _S.CLOSED, _S.WITHDRAWN)

SUGGESTION_FLOW = register(
    Flow(
        name="suggestion",
        title="代表建议办理流程",
        states=SuggestionState,
        start=_S.DRAFT,
        steps=(
            Step("save_draft", (_S.DRAFT,), _S.DRAFT, "保存草稿", "领衔代表；一事一议"),
            Step("save_draft", (_S.COSIGNING,), _S.COSIGNING, "修改文本", "文本变动后须请联名代表重新确认"),
            Step("save_draft", (_S.SENT_BACK,), _S.SENT_BACK, "修改文本", "每次修改留存版本"),
            Step("invite_cosigners", (_S.DRAFT, _S.COSIGNING), _S.COSIGNING, "邀请联名", "同级现任代表，约定答复日期"),
            Step("invite_cosigners", (_S.SENT_BACK,), _S.SENT_BACK, "邀请联名", "退回后补足联名"),
            Step(
                "submit", (*EDITABLE,), _S.SUBMITTED, "提交", "联名代表均已确认或移除；议案须达联名人数且未过截止时间"
            ),
            Step("send_back", (_S.SUBMITTED,), _S.SENT_BACK, "退回修改", "说明理由"),
            Step("refuse", (_S.SUBMITTED,), _S.NOT_FILED, "不予立案", "须引用不作为建议的情形"),
            Step("refuse", (_S.SUBMITTED,), _S.SENT_BACK, "说明情形退回", "引用情形，代表可以修改后重新提出"),
            Step("register", (_S.SUBMITTED,), _S.REGISTERED, "立案编号", "大会、闭会分别连续编号"),
            Step("convert_motion", (_S.SUBMITTED,), _S.SUBMITTED, "议案转建议", "未列入大会议程或不符合议案条件"),
            Step("convert_motion", (_S.REGISTERED,), _S.REGISTERED, "议案转建议", "保留议案编号，与建议统一编号"),
            Step("assign", (_S.REGISTERED,), _S.ASSIGNED, "交办", "主办会办或分别办理，同一交办日"),
            Step("split", (_S.REGISTERED,), _S.SPLIT, "拆分", "经领衔代表同意，各件分别编号"),
            Step("acknowledge", (_S.ASSIGNED,), _S.HANDLING, "签收", "首个承办单位签收"),
            Step("reply", (_S.HANDLING, _S.REHANDLING), _S.REPLIED, "答复代表", "各答复单位均已答复"),
            Step("rate", (_S.REPLIED,), _S.RATED, "评价", "仅领衔代表本人；不满意须写理由"),
            Step("rehandle", (_S.RATED, _S.MEDIATION), _S.REHANDLING, "重新办理", "任一项不满意即开启新一轮办理"),
            Step("mediate", (_S.RATED, _S.REHANDLING), _S.MEDIATION, "协调评估", "再次不满意；或由人大办事机构提请"),
            Step("track", (_S.RATED, _S.REPLIED, _S.MEDIATION), _S.TRACKING, "承诺跟踪", "答复中有承诺事项"),
            Step(
                "close",
                (_S.RATED, _S.REPLIED, _S.MEDIATION, _S.TRACKING, _S.SPLIT),
                _S.CLOSED,
                "办结",
                "已评价、逾期未评价或承诺兑现",
            ),
            Step(
                "withdraw",
                (*BEFORE_REGISTRATION, _S.REGISTERED, _S.ASSIGNED, _S.HANDLING),
                _S.WITHDRAWN,
                "撤回",
                "交办前撤回，联名建议须全体同意；交办后按本级规定",
            ),
        ),
    )
)
