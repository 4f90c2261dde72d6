"""Interpellations (质询案) and proposals of thematic inquiries: raised jointly, decided, answered, judged."""

from django.db.models import TextChoices

from foundation.workflow import Flow, Step
from foundation.workflow.registry import register


class ProposalKind(TextChoices):
    INTERPELLATION = "interpellation", "质询案"
    THEMATIC = "thematic", "专题询问提议"


class Venue(TextChoices):
    CONGRESS = "congress", "代表联名"
    STANDING = "standing", "常委会组成人员联名"


class AnswerForm(TextChoices):
    ORAL = "oral", "口头答复"
    WRITTEN = "written", "书面答复"


class ProposalState(TextChoices):
    RAISED = "raised", "待决定"
    ACCEPTED = "accepted", "待答复"
    ANSWERED = "answered", "待提案人评价"
    CLOSED = "closed", "已办结"
    REFUSED = "refused", "不列入"
    WITHDRAWN = "withdrawn", "已撤回"


_S = ProposalState
# What the body finds.
WITH_BODY = (_S.ACCEPTED, _S.ANSWERED, _S.CLOSED)
PROPOSAL_FLOW = register(
    Flow(
        name="interpellation",
        title="质询案、专题询问提议流程",
        states=ProposalState,
        start=_S.RAISED,
        steps=(
            Step("accept_proposal", (_S.RAISED,), _S.ACCEPTED, "交受质询机关答复", "主席团或者主任会议决定答复形式"),
            Step("adopt_proposal", (_S.RAISED,), _S.CLOSED, "采纳，开展专题询问", "主任会议决定"),
            Step("refuse_proposal", (_S.RAISED,), _S.REFUSED, "不列入", "写明理由"),
            Step("withdraw_proposal", (_S.RAISED,), _S.WITHDRAWN, "撤回", "提案人要求，决定以前"),
            Step("answer_proposal", (_S.ACCEPTED,), _S.ANSWERED, "答复", "受质询机关负责人到会或者签署"),
            Step("judge_answer", (_S.ANSWERED,), _S.CLOSED, "登记评价", "不满意的没有达到规定比例"),
            Step("judge_answer", (_S.ANSWERED,), _S.ACCEPTED, "登记评价", "不满意的达到规定比例，再作答复"),
        ),
    )
)
