"""Who plans a ballot, opens and closes it, votes, counts, announces."""

from datetime import date
from typing import Any

from foundation.accounts.roles import Role
from foundation.ballots.counting import hand_of
from foundation.workdays.clock import today
from foundation.workflow import Verdict, refuse, when
from supervision.rules.house import LEADERS, OFFICE, READERS, leads
from supervision.states.ballots import BALLOT_FLOW, ELECTRONIC, BallotMode, BallotState

DEPUTIES = (Role.DEPUTY, Role.DELEGATION_HEAD, Role.GROUP_CONVENER)
NOT_YOURS = "表决由人大常委会办事机构、有关工作委员会或者会议主持人组织。"
NOT_OPEN = "现在没有在表决，请等会议主持人宣布开始。"
ON_PAPER = "您登记为使用纸质票，请填写发给您的纸质票。"
NOT_PRESENT = "您没有登记到会，不能参加这次表决；已经到会的，请告知会务工作人员。"
NOT_AN_ELECTOR = "您不在这次表决的名册上。"
NO_PAPERS = "这次表决没有发纸质票，不需要清点。"
COUNT_FIRST = "纸质票还没有由两人清点一致，请先清点。"
COUNTED = "纸质票已由两人清点一致，不需要再录入。"
SAME_HAND = "您已经录入清点结果，请另一名工作人员独立清点后录入。"


def may_list_ballots(user: Any) -> Verdict:
    """The door of the pages: the house and deputies; each finds what concerns him."""
    from_here = user.is_authenticated and user.has_role(*READERS, *DEPUTIES)
    return when(from_here, "表决测评由人大机关工作人员、常委会组成人员和代表查阅。", "role")


def may_plan_ballot(user: Any, committee_id: int | None = None, *, on: date) -> Verdict:
    """The office, or the committee whose business it is."""
    return leads(user, committee_id, on)


def may_begin_ballot(user: Any, *, on: date) -> Verdict:
    """The page of planning: the office, and committees for themselves."""
    allowed = user.is_authenticated and user.has_role(*OFFICE, Role.COMMITTEE, on=on)
    return when(allowed, NOT_YOURS, "role")


def may_open_ballot(user: Any, ballot: Any, *, on: date) -> Verdict:
    return runs_ballot(user, ballot, on) & BALLOT_FLOW.verdict("open_ballot", ballot.state)


def may_cancel_ballot(user: Any, ballot: Any, *, on: date) -> Verdict:
    return runs_ballot(user, ballot, on) & BALLOT_FLOW.verdict("cancel_ballot", ballot.state)


def may_close_ballot(user: Any, ballot: Any, *, on: date) -> Verdict:
    return presides(user, ballot, on) & BALLOT_FLOW.verdict("close_ballot", ballot.state)


def may_annul_ballot(user: Any, ballot: Any, *, on: date) -> Verdict:
    return presides(user, ballot, on) & BALLOT_FLOW.verdict("annul_ballot", ballot.state)


def may_announce_ballot(user: Any, ballot: Any, *, on: date) -> Verdict:
    """Once papers, where any were given out, were counted by two."""
    return (
        presides(user, ballot, on)
        & BALLOT_FLOW.verdict("announce_ballot", ballot.state)
        & when(not ballot.papers_issued or ballot.is_counted, COUNT_FIRST)
    )


def may_enter_reading(user: Any, ballot: Any, *, on: date) -> Verdict:
    """Two people, each for himself, after the close."""
    verdict = runs_ballot(user, ballot, on) & when(ballot.papers_issued, NO_PAPERS)
    if not verdict:
        return verdict
    if ballot.state != BallotState.CLOSED:
        return refuse("表决结束以后、公布结果以前清点纸质票。", "state")
    if ballot.is_counted:
        return refuse(COUNTED, "state")
    return when(hand_of(user).pk not in ballot.counters_now(), SAME_HAND, "second")


def may_cast_vote(user: Any, ballot: Any, *, on: date | None = None) -> Verdict:
    """The members present, themselves, while it is open. Whoever has voted may look at the page again."""
    elector = ballot.elector_of(user)
    if elector is None:
        return refuse(NOT_AN_ELECTOR, "role")
    if ballot.mode not in ELECTRONIC:
        return refuse("这次表决使用纸质票，请在会场填写。", "paper")
    if elector.on_paper:
        return refuse(ON_PAPER, "paper")
    if ballot.state != BallotState.OPEN:
        return refuse(NOT_OPEN, "state")
    return when(elector.is_present, NOT_PRESENT, "absent")


def may_see_roll(user: Any, ballot: Any, *, on: date | None = None) -> Verdict:
    """Who was present and who voted: whoever runs the ballot; of an open ballot everybody who finds it."""
    by_name = ballot.mode == BallotMode.NAMED and ballot.state == BallotState.ANNOUNCED
    return when(by_name, NOT_YOURS, "role") | presides(user, ballot, on)


def runs_ballot(user: Any, ballot: Any, on: date | None) -> Verdict:
    return leads(user, ballot.committee_id, on or today())


def presides(user: Any, ballot: Any, on: date | None) -> Verdict:
    """Whoever runs it, or a chair: he ends the voting and says what came of it."""
    chair = user.is_authenticated and user.has_role(*LEADERS, on=on)
    return runs_ballot(user, ballot, on) | when(chair, NOT_YOURS, "role")
