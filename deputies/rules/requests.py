"""Who asks for service or protection, and who answers. What is asked for protection is always taken up."""

from datetime import date
from typing import Any

from deputies.rules.register import KEEPERS, LEADERS
from deputies.rules.training import serves
from deputies.states import REQUEST_FLOW, RequestKind
from foundation.accounts.roles import Role
from foundation.workflow import Verdict, when

NOT_THE_OFFICE = "该请求由代表联络工作机构办理。"
NOT_THE_DEPUTY = "由提出请求的代表本人办理。"


def may_ask_request(user: Any, obj: Any = None, *, on: date) -> Verdict:
    return when(serves(user, on), "请求由在任代表提出。", "role")


def may_accept_request(user: Any, request: Any, *, on: date) -> Verdict:
    return _office("accept_request", user, request, on)


def may_decline_request(user: Any, request: Any, *, on: date) -> Verdict:
    protected = request.kind == RequestKind.PROTECTION
    return _office("decline_request", user, request, on) & when(not protected, "履职保障请求必须受理。")


def may_answer_request(user: Any, request: Any, *, on: date) -> Verdict:
    return _office("answer_request", user, request, on)


def may_withdraw_request(user: Any, request: Any, *, on: date) -> Verdict:
    return _deputy("withdraw_request", user, request)


def may_settle_request(user: Any, request: Any, *, on: date) -> Verdict:
    return _deputy("settle_request", user, request)


def may_reopen_request(user: Any, request: Any, *, on: date) -> Verdict:
    return _deputy("reopen_request", user, request)


def may_open_request(user: Any, request: Any) -> Verdict:
    """Asked of its files."""
    seen = user.is_authenticated and type(request)._default_manager.visible_to(user).filter(pk=request.pk).exists()
    return when(seen, "该请求仅供提出的代表、代表联络工作机构和常委会领导查阅。", "role")


def may_list_requests(user: Any) -> Verdict:
    allowed = user.is_authenticated and user.has_role(Role.DEPUTY, *KEEPERS, *LEADERS)
    return when(allowed, "服务和保障请求由代表、代表联络工作机构和常委会领导查阅。", "role")


def _office(verb: str, user: Any, request: Any, on: date) -> Verdict:
    office = user.is_authenticated and user.has_role(*KEEPERS, on=on)
    return when(office, NOT_THE_OFFICE, "role") & REQUEST_FLOW.verdict(verb, request.state)


def _deputy(verb: str, user: Any, request: Any) -> Verdict:
    own = user.is_authenticated and request.deputy.user_id == user.pk
    return when(own, NOT_THE_DEPUTY, "role") & REQUEST_FLOW.verdict(verb, request.state)
