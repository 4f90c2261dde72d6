"""What is told of requests. Mail leaves the house: no message says who asked, nor what it is about."""

from datetime import datetime
from typing import Any

from django.utils import timezone

from deputies.models import ServiceRequest
from deputies.notices.matrix import tell
from foundation.accounts.people import people_with
from foundation.accounts.roles import Role

LOOK = "详细情况请登录后查看。"


def request_asked(request: ServiceRequest, *, by: Any, at: datetime) -> None:
    """The clerks; where protection is asked for the leaders too."""
    leaders = (Role.CHAIR, Role.VICE_CHAIR) if request.is_confidential else ()
    people = people_with((Role.CLERK, *leaders), on=timezone.localdate(at))
    tell("request_asked", people, request, f"代表提出{request}，请受理", by=by, at=at, body=LOOK)


def request_accepted(request: ServiceRequest, *, by: Any, at: datetime) -> None:
    body = f"经办人：{request.handled_by.name}。{LOOK}"
    _deputy("request_accepted", request, f"{request}已受理", body, by, at)


def request_declined(request: ServiceRequest, *, by: Any, at: datetime) -> None:
    _deputy("request_declined", request, f"{request}未受理", LOOK, by, at)


def request_answered(request: ServiceRequest, *, by: Any, at: datetime) -> None:
    _deputy("request_answered", request, f"{request}已答复，请确认是否解决", LOOK, by, at)


def request_settled(request: ServiceRequest, *, by: Any, at: datetime) -> None:
    _office("request_settled", request, f"{request}：代表确认已解决", by, at)


def request_reopened(request: ServiceRequest, *, by: Any, at: datetime) -> None:
    _office("request_reopened", request, f"{request}：代表表示没有解决，请继续办理", by, at)


def request_withdrawn(request: ServiceRequest, *, by: Any, at: datetime) -> None:
    _office("request_withdrawn", request, f"{request}：代表已撤回", by, at)


def _deputy(event: str, request: ServiceRequest, title: str, body: str, by: Any, at: datetime) -> None:
    tell(event, [request.deputy.user_id], request, title, by=by, at=at, body=body)


def _office(event: str, request: ServiceRequest, title: str, by: Any, at: datetime) -> None:
    """Whoever handles it, else the clerks."""
    tell(event, [request.handled_by_id], request, title, by=by, at=at, body=LOOK)
