"""Recall of directly elected deputies and by-elections for vacant seats (选举法)."""

from django.db.models import TextChoices

from foundation.workflow import Flow, Step
from foundation.workflow.registry import register


class SeatStandardCode(TextChoices):
    RECALL_DISTRICT = "recall_district", "罢免区县人大代表须联名的选民人数"
    RECALL_TOWNSHIP = "recall_township", "罢免乡镇人大代表须联名的选民人数"
    RECALL_PASS = "recall_pass", "罢免须超过原选区全体选民的百分比"
    TURNOUT = "turnout", "补选投票有效须超过全体选民的百分比"
    ELECTED = "elected", "补选当选须超过参加投票选民的百分比"
    AGAIN = "again", "另行选举当选得票不少于选票的几分之一"
    EXTRA = "extra", "补选候选人至少多于应选名额的人数"


# What the law does not let go below.
FLOORS = {
    SeatStandardCode.RECALL_DISTRICT: 50,
    SeatStandardCode.RECALL_TOWNSHIP: 30,
    SeatStandardCode.RECALL_PASS: 50,
    SeatStandardCode.TURNOUT: 50,
    SeatStandardCode.ELECTED: 50,
    SeatStandardCode.EXTRA: 0,
}
# One third: two would be stricter, four laxer.
AGAIN_AT_MOST = 3


class RecallState(TextChoices):
    RECEIVED = "received", "待审核"
    DECLINED = "declined", "不予受理"
    ACCEPTED = "accepted", "已受理"
    CIRCULATED = "circulated", "已印发选民"
    PASSED = "passed", "表决通过"
    FAILED = "failed", "未获通过"
    REVIEWED = "reviewed", "待公告"
    ANNOUNCED = "announced", "已公告"
    STOPPED = "stopped", "已终止"


class StopGround(TextChoices):
    WITHDRAWN = "withdrawn", "联名选民撤回罢免要求"
    RESIGNED = "resigned", "代表辞职已被接受"
    SEAT_OVER = "seat_over", "代表资格已经终止"


class ByElectionState(TextChoices):
    CALLED = "called", "提名候选人"
    LISTED = "listed", "候选人已公布"
    ELECTED = "elected", "已选出"
    REVIEWED = "reviewed", "待公告"
    ANNOUNCED = "announced", "已公告"
    CANCELLED = "cancelled", "已取消"


class VoteKind(TextChoices):
    """Which turn of voting it is; each has its own rule of who is elected."""

    FIRST = "first", "第一次投票"
    AGAIN = "again", "另行选举"
    TIED = "tied", "票数相等再次投票"


_R, _E = RecallState, ByElectionState
RUNNING_RECALLS = (_R.RECEIVED, _R.ACCEPTED, _R.CIRCULATED, _R.PASSED, _R.REVIEWED)
BEFORE_VOTE = (_R.RECEIVED, _R.ACCEPTED, _R.CIRCULATED)
RUNNING_ELECTIONS = (_E.CALLED, _E.LISTED, _E.ELECTED, _E.REVIEWED)
RECALL_FLOW = register(
    Flow(
        name="recall",
        title="罢免代表流程",
        states=RecallState,
        start=_R.RECEIVED,
        steps=(
            Step("decline_recall", (_R.RECEIVED,), _R.DECLINED, "不予受理", "写明理由"),
            Step("accept_recall", (_R.RECEIVED,), _R.ACCEPTED, "受理", "联名人数达到法定人数；罢免要求送代表本人"),
            Step("circulate_recall", (_R.ACCEPTED,), _R.CIRCULATED, "印发选民", "罢免要求和书面申辩意见一并印发"),
            Step("pass_recall", (_R.CIRCULATED,), _R.PASSED, "登记表决结果", "两人登记一致；原选区过半数选民赞成"),
            Step("fail_recall", (_R.CIRCULATED,), _R.FAILED, "登记表决结果", "两人登记一致；赞成没有过半数"),
            Step("review_recall", (_R.PASSED,), _R.REVIEWED, "登记资格审查报告", "代表资格审查委员会报告"),
            Step("announce_recall", (_R.REVIEWED,), _R.ANNOUNCED, "公告", "名册随公告终止代表资格"),
            Step("stop_recall", BEFORE_VOTE, _R.STOPPED, "终止程序", "撤回要求或者代表辞职"),
            Step("end_recall", RUNNING_RECALLS, _R.STOPPED, "代表资格已终止", "名册登记终止后自动办理"),
        ),
    )
)
BY_ELECTION_FLOW = register(
    Flow(
        name="by_election",
        title="补选代表流程",
        states=ByElectionState,
        start=_E.CALLED,
        steps=(
            Step("list_candidates", (_E.CALLED,), _E.LISTED, "公布候选人名单", "候选人可以多于应选名额，也可以等额"),
            Step("elect_deputies", (_E.LISTED,), _E.ELECTED, "登记投票结果", "两人登记一致；应选名额选满"),
            Step("settle_by_election", (_E.LISTED,), _E.ELECTED, "不再另行选举", "已有人当选，其余缺额留待下次"),
            Step("review_by_election", (_E.ELECTED,), _E.REVIEWED, "登记资格审查报告", "代表资格审查委员会报告"),
            Step("announce_by_election", (_E.REVIEWED,), _E.ANNOUNCED, "公告", "当选代表随公告登记入名册"),
            Step("cancel_by_election", (_E.CALLED, _E.LISTED, _E.ELECTED), _E.CANCELLED, "取消补选", "写明理由"),
        ),
    )
)
