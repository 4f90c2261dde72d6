"""Who calls for topics, who proposes them, who decides on them, who may read a citizen's telephone."""

from datetime import date
from typing import Any

from foundation.accounts.roles import Role
from foundation.workflow import Verdict, when
from supervision.rules.house import OFFICE, READERS, may_manage
from supervision.states.plan import PlanState
from supervision.states.solicitation import IDEA_FLOW, SOLICITATION_FLOW, SolicitationState

PROPOSING = (*OFFICE, Role.COMMITTEE, Role.SC_MEMBER, Role.CHAIR, Role.VICE_CHAIR, Role.DEPUTY)
NOT_PROPOSING = "议题建议由代表、常委会组成人员、工作委员会和办事机构提出；其他人员请在门户“议题征集”栏目提出。"
PUBLISHED = "采纳情况已经公布，不能再改。"
STILL_WAITING = "还有待研究的建议，请逐条研究后再公布。"
IN_PLAN = "该建议列入的计划已经通过，请通过调整计划办理。"


def may_list_ideas(user: Any) -> Verdict:
    """The house all of them, a deputy his own."""
    return when(user.is_authenticated and user.has_role(*READERS, Role.DEPUTY), NOT_PROPOSING, "role")


def may_list_solicitations(user: Any) -> Verdict:
    return when(user.is_authenticated and user.has_role(*READERS), "议题征集由人大机关办理。", "role")


def may_put_topic_idea(user: Any, obj: Any = None, *, on: date) -> Verdict:
    return when(user.is_authenticated and user.has_role(*PROPOSING, on=on), NOT_PROPOSING, "role")


def may_put_topic_idea_about(user: Any, obj: Any, *, on: date) -> Verdict:
    """From the page of a suggestion or letter that the person may open already: the house alone, deputies by their
    own words."""
    return when(user.is_authenticated and user.has_role(*READERS, on=on), NOT_PROPOSING, "role")


def may_make_solicitation(user: Any, obj: Any = None, *, on: date) -> Verdict:
    return may_manage(user, on=on)


def may_change_solicitation(user: Any, call: Any, *, on: date) -> Verdict:
    return _office("change_solicitation", user, call, on)


def may_open_solicitation(user: Any, call: Any, *, on: date) -> Verdict:
    return _office("open_solicitation", user, call, on) & when(
        call.closes_on >= on, "截止日期已过，请先修改公告。", "date"
    )


def may_close_solicitation(user: Any, call: Any, *, on: date) -> Verdict:
    return _office("close_solicitation", user, call, on)


def may_answer_solicitation(user: Any, call: Any, *, on: date) -> Verdict:
    """Every idea has been looked at."""
    verdict = _office("answer_solicitation", user, call, on)
    return verdict and verdict & when(
        not call.ideas.waiting().exists(), "还有待研究的建议，请逐条研究后再公布。", "date"
    )


def may_enter_topic_idea(user: Any, call: Any, *, on: date) -> Verdict:
    """What came to a call by paper or telephone is entered by the office until the call is answered."""
    late = call.state == SolicitationState.ANSWERED
    begun = when(call.state != SolicitationState.DRAFT, "征集公告还没有公布。", "state")
    return may_manage(user, on=on) & begun & when(not late, PUBLISHED, "state")


def accepts(call: Any, on: date) -> bool:
    """Whether the public form is open today."""
    return call.state == SolicitationState.OPEN and call.opens_on <= on <= call.closes_on


def may_take_topic_idea(user: Any, idea: Any, *, on: date) -> Verdict:
    return _idea("take_topic_idea", user, idea, on)


def may_decline_topic_idea(user: Any, idea: Any, *, on: date) -> Verdict:
    return _idea("decline_topic_idea", user, idea, on)


def may_forward_topic_idea(user: Any, idea: Any, *, on: date) -> Verdict:
    return _idea("forward_topic_idea", user, idea, on)


def may_reconsider_topic_idea(user: Any, idea: Any, *, on: date) -> Verdict:
    """Not once the public has read the outcome, nor once the plan it stands in is adopted."""
    verdict = _idea("reconsider_topic_idea", user, idea, on)
    answered = idea.solicitation is not None and idea.solicitation.state == SolicitationState.ANSWERED
    fixed = idea.topic is not None and idea.topic.plan.state != PlanState.DRAFT
    return verdict & when(not answered, PUBLISHED, "state") & when(not fixed, IN_PLAN, "state")


def may_reveal_proposer(user: Any, idea: Any) -> Verdict:
    """Name and telephone of a citizen: the office alone, each time logged."""
    return when(user.is_authenticated and user.has_role(*OFFICE), "提出人的姓名和电话由办事机构查阅。", "role")


def _office(verb: str, user: Any, call: Any, on: date) -> Verdict:
    return may_manage(user, on=on) & SOLICITATION_FLOW.verdict(verb, call.state)


def _idea(verb: str, user: Any, idea: Any, on: date) -> Verdict:
    return may_manage(user, on=on) & IDEA_FLOW.verdict(verb, idea.state)
