"""Who engages experts and asks them, who keeps contact points, who enters what they say and what became of it."""

from datetime import date
from typing import Any

from deputies import people
from foundation.accounts.roles import Role
from foundation.workdays.clock import today
from foundation.workflow import Verdict, when
from supervision.rules.house import OFFICE, READERS, leads, may_manage
from supervision.states.advice import DRAFT_FLOW, EXPERT_MATTER_FLOW, DraftState, MatterState

NOT_A_READER = "专家库由人大常委会组成人员和机关工作人员查阅。"
NOT_THE_POINT = "由联系点所在乡镇街道人大工作人员登记，人大常委会办事机构可以代办。"


def may_list_experts(user: Any, obj: Any = None, *, on: date | None = None) -> Verdict:
    """The pool: the house alone."""
    return when(user.is_authenticated and user.has_role(*READERS), NOT_A_READER, "role")


def may_list_matters(user: Any, obj: Any = None, *, on: date | None = None) -> Verdict:
    """Matters put to experts: the house, and deputies for those of their group."""
    allowed = user.is_authenticated and user.has_role(*READERS, Role.DEPUTY)
    return when(allowed, "专家咨询事项由人大机关和参加的代表小组查阅。", "role")


def may_engage(user: Any, obj: Any = None, *, on: date | None = None) -> Verdict:
    return may_manage(user, obj, on=on)


def may_end_expert(user: Any, expert: Any, *, on: date) -> Verdict:
    engaged = expert.until_date is None or expert.until_date >= on
    return may_manage(user, expert, on=on) & when(engaged and not expert.end_reason, "这位专家的聘期已经结束。")


def may_reveal_expert(user: Any, expert: Any) -> Verdict:
    """The telephone of an expert: the office, on a logged request."""
    return may_manage(user, expert, on=today())


def may_ask_experts(user: Any, obj: Any = None, *, on: date) -> Verdict:
    """The office, or a committee for its own business."""
    allowed = user.is_authenticated and user.has_role(*OFFICE, Role.COMMITTEE, on=on)
    return when(allowed, "由人大常委会办事机构和工作委员会提出。", "role")


def may_enter_advice(user: Any, advice: Any, *, on: date) -> Verdict:
    """Whoever leads the matter writes down what the expert says."""
    return leads(user, advice.matter.committee_id, on) & _open(advice.matter)


def may_say(user: Any, matter: Any, *, on: date) -> Verdict:
    """A deputy of the group, in his own name."""
    inside = user.is_authenticated and matter.group_id in people.groups_of(user, on)
    return when(inside, "由参加的代表小组代表提出。", "role") & _open(matter)


def may_weigh(user: Any, advice: Any, *, on: date) -> Verdict:
    return leads(user, advice.matter.committee_id, on) & _open(advice.matter) & when(advice.text, "还没有登记意见。")


def may_close_matter(user: Any, matter: Any, *, on: date) -> Verdict:
    return leads(user, matter.committee_id, on) & EXPERT_MATTER_FLOW.verdict("close_expert_matter", matter.state)


def _open(matter: Any) -> Verdict:
    return when(matter.state == MatterState.OPEN, "这个事项已经办结。")


def may_list_points(user: Any, obj: Any = None, *, on: date | None = None) -> Verdict:
    """The house and the townships and streets that keep contact points."""
    allowed = user.is_authenticated and user.has_role(*READERS, Role.TOWNSHIP_CLERK)
    return when(allowed, "立法联系点由人大机关和乡镇街道工作人员查阅。", "role")


def may_found_point(user: Any, obj: Any = None, *, on: date | None = None) -> Verdict:
    return may_manage(user, obj, on=on)


def may_end_point(user: Any, point: Any, *, on: date) -> Verdict:
    return may_manage(user, point, on=on) & when(point.until_date is None, "这个联系点已经撤销。")


def may_put_out(user: Any, obj: Any = None, *, on: date | None = None) -> Verdict:
    return may_manage(user, obj, on=on)


def may_enter_opinion(user: Any, draft: Any, *, on: date) -> Verdict:
    """A point until the last day; the office also what comes in late, until it is sent up."""
    office = user.is_authenticated and user.has_role(*OFFICE, on=on)
    houses = user.organisations(Role.TOWNSHIP_CLERK, on=on) if user.is_authenticated else set()
    own = bool(houses) and draft.points.filter(organisation__in=houses).exists()
    return (
        when(office or own, NOT_THE_POINT, "role")
        & when(draft.state == DraftState.OPEN, "意见已经汇总报送。")
        & when(office or on <= draft.due_on, "征求意见已经截止，请与人大常委会办事机构联系。", "date")
    )


def may_send_draft(user: Any, draft: Any, *, on: date) -> Verdict:
    return may_manage(user, draft, on=on) & DRAFT_FLOW.verdict("send_draft", draft.state)


def may_weigh_opinion(user: Any, opinion: Any, *, on: date) -> Verdict:
    """What became of it is known once it is sent up."""
    return may_manage(user, opinion, on=on) & when(opinion.draft.state == DraftState.SENT, "请在汇总报送以后登记。")


def may_close_draft(user: Any, draft: Any, *, on: date) -> Verdict:
    return may_manage(user, draft, on=on) & DRAFT_FLOW.verdict("close_draft", draft.state)
