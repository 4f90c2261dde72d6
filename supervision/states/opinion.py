"""Deliberation opinions (审议意见): drafted after the meeting, handed over, handled, reported, reviewed, struck off."""

from django.db.models import TextChoices

from foundation.workflow import Flow, Step
from foundation.workflow.registry import register


class OpinionState(TextChoices):
    DRAFT = "draft", "整理中"
    ADOPTED = "adopted", "待交办"
    HANDED = "handed", "研究处理中"
    COMMENTING = "commenting", "征求委员会意见"
    WRITING = "writing", "修改处理报告"
    REPORTED = "reported", "待审议"
    STRUCK = "struck", "已销号"


class PaperKind(TextChoices):
    """What a paper of an opinion is."""

    PLAN = "plan", "研究处理方案"
    DRAFT = "draft", "处理报告（征求意见稿）"
    COMMENT = "comment", "委员会意见"
    REPORT = "report", "研究处理情况报告"
    REVIEW = "review", "审议结果"
    MEASURES = "measures", "进一步监督措施"
    WITHDRAWN = "withdrawn", "撤下公开的理由"


class ReportTerm(TextChoices):
    """Which limit the report is under: the keys are those of the clocks."""

    GENERAL = "opinion_report", "一般事项"
    BUDGET = "opinion_report_audit", "预算、审计类事项"
    AGREED = "opinion_report_set", "主任会议另定日期"


# Its clocks besides the report's.
COMPILE, HAND, PLAN, COMMENT = "opinion_draft", "opinion_hand", "opinion_plan", "opinion_comment"
_O = OpinionState
WITH_BODY = (_O.HANDED, _O.COMMENTING, _O.WRITING, _O.REPORTED, _O.STRUCK)
REPORT_OWED = (_O.HANDED, _O.COMMENTING, _O.WRITING)
# After so many reports that were not passed the standing committee says what it does further.
TWICE = 2
OPINION_FLOW = register(
    Flow(
        name="deliberation_opinion",
        title="审议意见办理流程",
        states=OpinionState,
        start=_O.DRAFT,
        steps=(
            Step("revise_opinion", (_O.DRAFT,), _O.DRAFT, "修改", "负责的委员会"),
            Step("adopt_opinion", (_O.DRAFT,), _O.ADOPTED, "主任会议通过", "写明会议和日期"),
            Step("hand_opinion", (_O.ADOPTED,), _O.HANDED, "交办", "写明承办机关、文号和报告期限"),
            Step("plan_opinion", (_O.HANDED,), _O.HANDED, "报送处理方案", "承办机关"),
            Step("send_for_comment", (_O.HANDED,), _O.COMMENTING, "送委员会征求意见", "监督法第十七条"),
            Step("comment_opinion", (_O.COMMENTING,), _O.WRITING, "提出意见", "负责的委员会"),
            Step("report_opinion", (_O.WRITING,), _O.REPORTED, "报送书面报告", "逾期的写明原因"),
            Step("ballot_opinion", (_O.REPORTED,), _O.REPORTED, "组织测评", "常委会对处理情况的报告测评"),
            Step("pass_opinion", (_O.REPORTED,), _O.STRUCK, "通过并销号", "测评结果为满意、基本满意的"),
            Step("fail_opinion", (_O.REPORTED,), _O.HANDED, "退回重新办理", "两次未通过的写明进一步措施"),
        ),
    )
)
