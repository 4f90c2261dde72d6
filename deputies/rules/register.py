"""Who may do what in the register, and the reason when not."""

from datetime import date
from typing import Any

from deputies import people
from deputies.states import MANDATE_FLOW
from foundation.accounts.roles import Role
from foundation.workdays.clock import today
from foundation.workflow import Verdict, allow, refuse, when

KEEPERS = (Role.CLERK, Role.SECRETARY)
LEADERS = (Role.CHAIR, Role.VICE_CHAIR)
WHOLE_REGISTER = (*KEEPERS, *LEADERS, Role.COMMITTEE, Role.SC_MEMBER)
ALL_CONTACTS = (*KEEPERS, *LEADERS, Role.COMMITTEE)

NOT_A_KEEPER = "只有代表联络工作机构的工作人员可以维护代表名册。"


def may_open_register(user: Any) -> Verdict:
    """The register has a desk page for those who keep it, lead it, or sit in it."""
    if not user.is_authenticated:
        return refuse("请先登录。", "role")
    if user.has_role(*WHOLE_REGISTER, Role.TOWNSHIP_CLERK) or people.mandates_of(user, today()):
        return allow()
    return refuse("代表名册由代表和人大机关工作人员查阅。", "role")


def may_open_structure(user: Any) -> Verdict:
    """Who a colleague is by age or party is for those who see the whole register; the sums go with it."""
    if user.is_authenticated and user.has_role(*WHOLE_REGISTER):
        return allow()
    return refuse("代表结构统计由人大机关工作人员和常委会组成人员查阅。", "role")


def may_keep_register(user: Any, obj: Any = None, *, on: date | None = None) -> Verdict:
    """Importing, correcting, opening accounts."""
    return allow() if user.is_authenticated and user.has_role(*KEEPERS) else refuse(NOT_A_KEEPER, "role")


def may_amend(user: Any, deputy: Any, *, on: date | None = None) -> Verdict:
    """Correcting what stands in the register about a person."""
    return may_keep_register(user)


def may_enrol(user: Any, term: Any, *, on: date | None = None) -> Verdict:
    """Entering a seat in a term that is not over."""
    return may_keep_register(user) & _open(term)


def may_enrol_again(user: Any, deputy: Any, *, on: date | None = None) -> Verdict:
    """Entering a further seat of somebody known."""
    return may_keep_register(user)


def may_amend_seat(user: Any, mandate: Any, *, on: date | None = None) -> Verdict:
    """Correcting what a seat is attached to, while its term is not sealed."""
    return may_keep_register(user) & _open(mandate.term)


def may_remove_seat(user: Any, mandate: Any, *, on: date | None = None) -> Verdict:
    """Taking back a seat that was entered by mistake; whether something hangs on it, the step itself finds."""
    return may_keep_register(user) & _open(mandate.term)


def _open(term: Any) -> Verdict:
    sealed = f"{term}已经封存，名册不再改动；确需更正的，请由委员会秘书核对后在后台办理。"
    return refuse(sealed, "state") if term.sealed_at else allow()


def may_see_particulars(user: Any, deputy: Any) -> Verdict:
    """Birth month, education, certificate, remarks: not shown to colleagues (代表法 58 publishes the basics only)."""
    if user.is_authenticated and (user.has_role(*WHOLE_REGISTER) or _near(user, deputy)):
        return allow()
    return refuse("该项信息仅供本人和名册管理人员查阅。", "role")


def may_see_contact(user: Any, deputy: Any) -> Verdict:
    """The telephone, masked on the page and clear after a logged request."""
    if user.is_authenticated and (user.has_role(*ALL_CONTACTS) or _near(user, deputy)):
        return allow()
    return refuse("联系方式仅供本人、所在代表团团长和代表联络工作机构查阅，请通过代表联络工作机构转达。", "role")


def may_reveal_contact(user: Any, contact: Any) -> Verdict:
    """The same door, asked with the contact row."""
    return may_see_contact(user, contact.deputy)


def _near(user: Any, deputy: Any) -> bool:
    """The deputy in person, the head of the delegation, the convener of the group, the clerk of the township."""
    if deputy.user_id and deputy.user_id == user.pk:
        return True
    seats = list(deputy.mandates.all())
    on = today()
    if user.has_role(Role.DELEGATION_HEAD) and people.delegations_of(user, on) & {seat.delegation_id for seat in seats}:
        return True
    if user.has_role(Role.GROUP_CONVENER) and people.groups_of(user, on) & {seat.group_id for seat in seats}:
        return True
    offices = user.organisations(Role.TOWNSHIP_CLERK)
    return bool(offices) and any(offices & _offices(seat) for seat in seats)


def _offices(seat: Any) -> set[int]:
    places = [seat.delegation and seat.delegation.area, seat.constituency and seat.constituency.area]
    return {place.organisation_id for place in places if place and place.organisation_id}


def may_suspend(user: Any, mandate: Any, *, on: date) -> Verdict:
    return _may_step("suspend", user, mandate)


def may_restore(user: Any, mandate: Any, *, on: date) -> Verdict:
    return _may_step("restore", user, mandate)


def may_end(user: Any, mandate: Any, *, on: date) -> Verdict:
    return _may_step("end", user, mandate)


def _may_step(verb: str, user: Any, mandate: Any) -> Verdict:
    return may_keep_register(user) & _open(mandate.term) & MANDATE_FLOW.verdict(verb, mandate.status)


def may_open_account(user: Any, deputy: Any, *, on: date | None = None) -> Verdict:
    """A deputy signs in under one account, opened once while a mandate is exercised."""
    if deputy.user_id:
        return refuse("该代表已开通账号；忘记密码请在“用户”中重置。", "state")
    return may_keep_register(user) & _has_seat(deputy, on or today())


def _has_seat(deputy: Any, on: date) -> Verdict:
    serving = deputy.mandates.serving_on(on).exists()
    return allow() if serving else refuse("该代表目前没有在任的代表职务，不能开通账号。", "state")


def may_open_change(user: Any, change: Any) -> Verdict:
    """Papers behind a change of status (a resignation, a judgment): keepers, leaders, and the deputy himself."""
    known = user.is_authenticated and (user.has_role(*KEEPERS, *LEADERS) or change.mandate.deputy.user_id == user.pk)
    return when(known, "该文书由代表联络工作机构、常委会领导和代表本人查阅。", "role")
