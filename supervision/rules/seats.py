"""Who carries out recalls and by-elections, and who reads them while they run."""

from datetime import date
from typing import Any

from foundation.accounts.roles import Role
from foundation.ballots.counting import hand_of
from foundation.workflow import Verdict, refuse, when
from supervision.rules.house import LEADERS, OFFICE, READERS, may_manage
from supervision.states.seats import BY_ELECTION_FLOW, RECALL_FLOW, ByElectionState, RecallState

R, E = RecallState, ByElectionState
SAME_HAND = "您已经登记本次投票的票数，请另一名工作人员按计票记录独立登记，两人一致后得出结果。"
OVER = "本届名册已经封存，不再办理罢免和补选。"


def may_list_recalls(user: Any, obj: Any = None, *, on: date | None = None) -> Verdict:
    """The door: the house, and deputies, who find only what is about themselves."""
    return _door(user, Role.DEPUTY)


def may_list_by_elections(user: Any, obj: Any = None, *, on: date | None = None) -> Verdict:
    """The door: the house, townships and streets."""
    return _door(user, Role.TOWNSHIP_CLERK)


def _door(user: Any, role: str) -> Verdict:
    if not user.is_authenticated:
        return refuse("请先登录。", "role")
    return when(user.has_role(*READERS, role), "罢免和补选由人大机关办理，结果见公告。", "role")


def may_receive_recall(user: Any, obj: Any = None, *, on: date | None = None) -> Verdict:
    return may_manage(user, obj, on=on)


def may_decline_recall(user: Any, recall: Any, *, on: date) -> Verdict:
    return _recall("decline_recall", user, recall, on)


def may_accept_recall(user: Any, recall: Any, *, on: date) -> Verdict:
    return _recall("accept_recall", user, recall, on)


def may_defend(user: Any, recall: Any, *, on: date) -> Verdict:
    """The deputy himself; the office enters what he handed in on paper. Until it is printed for the voters."""
    own = user.is_authenticated and recall.mandate.deputy.user_id == user.pk
    who = when(own or (user.is_authenticated and user.has_role(*OFFICE, on=on)), "由代表本人提出申辩。", "role")
    return who & when(recall.state == R.ACCEPTED, "书面申辩意见在受理以后、印发选民以前提出。")


def may_list_own_recalls(user: Any, obj: Any = None, *, on: date | None = None) -> Verdict:
    """The door of what is about oneself."""
    return when(user.is_authenticated and user.has_role(Role.DEPUTY), "本页供人大代表本人查看。", "role")


def may_circulate_recall(user: Any, recall: Any, *, on: date) -> Verdict:
    return _recall("circulate_recall", user, recall, on)


def may_count_recall(user: Any, recall: Any, *, on: date) -> Verdict:
    """Two people, each for himself."""
    return _other_hand(_recall("pass_recall", user, recall, on), user, recall)


def may_void_recall_vote(user: Any, recall: Any, *, on: date) -> Verdict:
    return _recall("pass_recall", user, recall, on)


def may_stop_recall(user: Any, recall: Any, *, on: date) -> Verdict:
    return _recall("stop_recall", user, recall, on)


def may_review_recall(user: Any, recall: Any, *, on: date) -> Verdict:
    return _recall("review_recall", user, recall, on)


def may_announce_recall(user: Any, recall: Any, *, on: date) -> Verdict:
    return _recall("announce_recall", user, recall, on)


def _recall(verb: str, user: Any, recall: Any, on: date) -> Verdict:
    sealed = when(recall.mandate.term.sealed_at is None, OVER)
    return may_manage(user, recall, on=on) & RECALL_FLOW.verdict(verb, recall.state) & sealed


def may_call_by_election(user: Any, obj: Any = None, *, on: date | None = None) -> Verdict:
    return may_manage(user, obj, on=on)


def may_put_forward(user: Any, election: Any, *, on: date) -> Verdict:
    return may_manage(user, election, on=on) & when(election.state == E.CALLED, "候选人名单已经公布。")


def may_drop_candidate(user: Any, candidate: Any, *, on: date) -> Verdict:
    """Whoever withdraws before the list is out."""
    standing = when(not candidate.dropped_reason, "这位候选人已经退出。")
    return may_put_forward(user, candidate.by_election, on=on) & standing


def may_list_candidates(user: Any, election: Any, *, on: date) -> Verdict:
    return _election("list_candidates", user, election, on)


def may_count_by_election(user: Any, election: Any, *, on: date) -> Verdict:
    """Two people, each for himself."""
    return _other_hand(_election("elect_deputies", user, election, on), user, election)


def may_void_by_election_vote(user: Any, election: Any, *, on: date) -> Verdict:
    return _election("elect_deputies", user, election, on)


def may_settle_by_election(user: Any, election: Any, *, on: date) -> Verdict:
    return _election("settle_by_election", user, election, on)


def may_review_by_election(user: Any, election: Any, *, on: date) -> Verdict:
    return _election("review_by_election", user, election, on)


def may_announce_by_election(user: Any, election: Any, *, on: date) -> Verdict:
    return _election("announce_by_election", user, election, on)


def may_cancel_by_election(user: Any, election: Any, *, on: date) -> Verdict:
    return _election("cancel_by_election", user, election, on)


def _election(verb: str, user: Any, election: Any, on: date) -> Verdict:
    sealed = when(election.constituency.term.sealed_at is None, OVER)
    return may_manage(user, election, on=on) & BY_ELECTION_FLOW.verdict(verb, election.state) & sealed


def turn_now(case: Any) -> int:
    """Which vote of a recall, or which turn of a by-election, comes next; void ones count."""
    return case.votes.count() + 1


def waiting_reading(case: Any) -> Any:
    """The figures of that turn that wait for a second person, or None."""
    return case.readings.of_turn(turn_now(case)).waiting().first()


def _other_hand(verdict: Verdict, user: Any, case: Any) -> Verdict:
    if not verdict:
        return verdict
    first = waiting_reading(case)
    return when(first is None or first.counter_id != hand_of(user).pk, SAME_HAND, "second")


def may_open_recall_paper(user: Any, recall: Any) -> Verdict:
    """The papers carry the names of the voters who signed: the office and the leaders alone."""
    known = user.is_authenticated and user.has_role(*OFFICE, *LEADERS)
    return when(known, "罢免材料载有联名选民的姓名，由办事机构和常委会领导查阅。", "role")


def may_open_election_paper(user: Any, election: Any) -> Verdict:
    seen = user.is_authenticated and type(election)._default_manager.visible_to(user).filter(pk=election.pk).exists()
    return when(seen, "由人大机关和本乡镇街道查阅。", "role")
