"""A clue for the discipline inspection (问题线索移送), from being registered until it is closed; who opens the list."""

from django.db.models import TextChoices

from foundation.accounts.roles import Role
from foundation.workflow import Flow, Step
from foundation.workflow.registry import register


class ClueState(TextChoices):
    REGISTERED = "registered", "待审核"
    EXAMINED = "examined", "待批准"
    APPROVED = "approved", "待移送"
    HANDED = "handed", "待回执"
    RECEIVED = "received", "待答复是否受理"
    ACCEPTED = "accepted", "待反馈结果"
    ANSWERED = "answered", "待办结"
    CLOSED = "closed", "已办结"
    DROPPED = "dropped", "不移送"


class ClueOrigin(TextChoices):
    """In which work of the congress a clue arose."""

    UNDERTAKING = "undertaking", "监督事项"
    PROBLEM = "problem", "问题清单"
    ISSUE = "issue", "代表问政"
    LETTER = "letter", "群众来信"
    SUGGESTION = "suggestion", "代表建议"
    OTHER = "other", "其他工作"


# The pages on which a clue may arise.
SOURCES = {
    "supervision.undertaking": ClueOrigin.UNDERTAKING,
    "supervision.problem": ClueOrigin.PROBLEM,
    "supervision.sessionissue": ClueOrigin.ISSUE,
    "liaison_stations.letter": ClueOrigin.LETTER,
    "suggestions.suggestion": ClueOrigin.SUGGESTION,
}


class ClueEntryKind(TextChoices):
    """What a line of a clue's story is about."""

    REGISTERED = "registered", "登记"
    AMENDED = "amended", "补充"
    EXAMINED = "examined", "审核意见"
    RETURNED = "returned", "退回补充"
    APPROVED = "approved", "批准移送"
    DROPPED = "dropped", "不移送"
    HANDED = "handed", "移送"
    RECEIVED = "received", "回执"
    ACCEPTED = "accepted", "受理"
    DECLINED = "declined", "不予受理"
    ANSWERED = "answered", "处置结果"
    CLOSED = "closed", "办结"


class ClueDuty(TextChoices):
    """What somebody named on the list does with it."""

    HANDLE = "handle", "经办"
    READ = "read", "查阅"


class ClueApproverRole(TextChoices):
    """Which leader approves the handing over."""

    CHAIR = Role.CHAIR.value, Role.CHAIR.label
    VICE_CHAIR = Role.VICE_CHAIR.value, Role.VICE_CHAIR.label


_C = ClueState
FINAL = (_C.CLOSED, _C.DROPPED)
HANDED_ONWARD = (_C.HANDED, _C.RECEIVED, _C.ACCEPTED, _C.ANSWERED, _C.CLOSED)
# The clock that runs in each state.
CLOCKS: dict[str, str] = {
    _C.REGISTERED: "clue_examine",
    _C.EXAMINED: "clue_approve",
    _C.APPROVED: "clue_hand",
    _C.HANDED: "clue_receipt",
    _C.RECEIVED: "clue_feedback",
    _C.ACCEPTED: "clue_result",
}
CLUE_FLOW = register(
    Flow(
        name="clue",
        title="问题线索移送流程",
        states=ClueState,
        start=_C.REGISTERED,
        steps=(
            Step("amend_clue", (_C.REGISTERED,), _C.REGISTERED, "补充", "经办人"),
            Step("examine_clue", (_C.REGISTERED,), _C.EXAMINED, "审核", "登记人以外的经办人"),
            Step("return_clue", (_C.EXAMINED,), _C.REGISTERED, "退回补充", "批准的领导写明理由"),
            Step("approve_clue", (_C.EXAMINED,), _C.APPROVED, "批准移送", "规定的领导，不是登记人、审核人"),
            Step("drop_clue", (_C.EXAMINED,), _C.DROPPED, "不移送", "批准的领导写明理由"),
            Step("hand_clue", (_C.APPROVED,), _C.HANDED, "移送", "经办人，写明接收机关和文号"),
            Step("receive_clue", (_C.HANDED,), _C.RECEIVED, "登记回执", "经办人"),
            Step("accept_clue", (_C.RECEIVED,), _C.ACCEPTED, "登记受理", "接收机关已受理"),
            Step("decline_clue", (_C.RECEIVED,), _C.ANSWERED, "登记不予受理", "接收机关说明理由"),
            Step("answer_clue", (_C.ACCEPTED,), _C.ANSWERED, "登记处置结果", "接收机关反馈"),
            Step("close_clue", (_C.ANSWERED,), _C.CLOSED, "办结", "经办人"),
        ),
    )
)
