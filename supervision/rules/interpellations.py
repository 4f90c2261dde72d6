"""Who raises, decides, answers and judges interpellations and proposals of thematic inquiries."""

from datetime import date
from typing import Any

from foundation.accounts.roles import Role
from foundation.workflow import Verdict, when
from supervision.rules.house import ANSWERING, OFFICE, READERS, acts_for, may_manage
from supervision.states.interpellations import PROPOSAL_FLOW, ProposalKind

ON_BALLOT = "已安排联名人表决，请在表决页面办理；改为登记人数的，先取消表决。"


def may_list_proposals(user: Any) -> Verdict:
    """The house, deputies, and bodies that may be asked."""
    roles = (*READERS, Role.DEPUTY, *ANSWERING)
    return when(user.is_authenticated and user.has_role(*roles), "质询案由人大机关、代表和受质询机关查阅。", "role")


def may_raise_proposal(user: Any, *, on: date) -> Verdict:
    """A deputy who is among those who raise it, or the office that enters a paper."""
    roles = (*OFFICE, Role.DEPUTY, Role.SC_MEMBER)
    return when(user.is_authenticated and user.has_role(*roles, on=on), "由代表、常委会组成人员提出。", "role")


def may_accept_proposal(user: Any, row: Any, *, on: date) -> Verdict:
    kind = when(row.kind == ProposalKind.INTERPELLATION, "专题询问的提议由主任会议决定是否采纳。", "kind")
    return _office("accept_proposal", user, row, on) & kind


def may_adopt_proposal(user: Any, row: Any, *, on: date) -> Verdict:
    kind = when(row.kind == ProposalKind.THEMATIC, "质询案交受质询机关答复。", "kind")
    return _office("adopt_proposal", user, row, on) & kind


def may_refuse_proposal(user: Any, row: Any, *, on: date) -> Verdict:
    return _office("refuse_proposal", user, row, on)


def may_withdraw_proposal(user: Any, row: Any, *, on: date) -> Verdict:
    """Whoever raised it, or the office on their word."""
    own = user.is_authenticated and row.initiators.filter(user=user.pk).exists()
    who = may_manage(user, on=on) | when(own, "由联名人撤回。", "role")
    return who & PROPOSAL_FLOW.verdict("withdraw_proposal", row.state)


def may_answer_proposal(user: Any, row: Any, *, on: date) -> Verdict:
    """The body, or the office that keeps the record of an answer by word of mouth."""
    who = may_manage(user, on=on) | acts_for(user, row.body_id, on)
    return who & PROPOSAL_FLOW.verdict("answer_proposal", row.state)


def may_judge_answer(user: Any, row: Any, *, on: date) -> Verdict:
    """What the initiators said to the office, or put on a ballot among them; not both at once."""
    verdict = _office("judge_answer", user, row, on)
    return verdict & when(row.open_ballot is None, ON_BALLOT) if verdict else verdict


def may_open_proposal(user: Any, row: Any) -> Verdict:
    """Asked of its files."""
    seen = user.is_authenticated and type(row)._default_manager.visible_to(user).filter(pk=row.pk).exists()
    return when(seen, "质询案由人大机关、联名人和受质询机关查阅。", "role")


def _office(verb: str, user: Any, row: Any, on: date) -> Verdict:
    return may_manage(user, on=on) & PROPOSAL_FLOW.verdict(verb, row.state)
