"""What is told of reports on public feeling."""

from datetime import datetime
from typing import Any

from django.utils import timezone

from deputies.models import PublicFeeling
from deputies.notices.matrix import tell
from deputies.rules import ANSWERING
from foundation.accounts.models import Organisation
from foundation.accounts.people import people_with
from foundation.accounts.roles import Role


def feeling_reported(feeling: PublicFeeling, *, by: Any, at: datetime) -> None:
    """The liaison clerks."""
    people = people_with(Role.CLERK, on=timezone.localdate(at))
    title = f"{feeling.deputy.name}代表反映社情民意：{feeling}"
    tell("feeling_reported", people, feeling, title, by=by, at=at, body="请接收，或者退回补充。")


def feeling_returned(feeling: PublicFeeling, *, by: Any, at: datetime) -> None:
    title, body = f"社情民意需要补充：{feeling}", feeling.return_reason
    _deputy("feeling_returned", feeling, title, body, by=by, at=at)


def feeling_received(feeling: PublicFeeling, *, by: Any, at: datetime) -> None:
    body = "代表联络工作机构已接收，记入您的履职档案；办理结果将在本系统反馈。"
    _deputy("feeling_received", feeling, f"社情民意已接收：{feeling}", body, by=by, at=at)


def feeling_forwarded(feeling: PublicFeeling, *, by: Any, at: datetime) -> None:
    """Whoever acts for the body; the deputy knows where it went."""
    _body("feeling_forwarded", feeling, feeling.body, f"转来社情民意，请答复：{feeling}", feeling.forward_note, by, at)
    _deputy("feeling_moved", feeling, f"社情民意已转{feeling.body}：{feeling}", "", by=by, at=at)


def feeling_recalled(feeling: PublicFeeling, body: Organisation | None, reason: str, *, by: Any, at: datetime) -> None:
    _body("feeling_recalled", feeling, body, f"社情民意已收回，不需再答复：{feeling}", reason, by, at)


def feeling_answered(feeling: PublicFeeling, *, by: Any, at: datetime) -> None:
    """The liaison clerks, who tell the deputy what became of it."""
    people = people_with(Role.CLERK, on=timezone.localdate(at))
    title = f"{feeling.body}已答复社情民意：{feeling}"
    tell("feeling_answered", people, feeling, title, by=by, at=at, body="请核对后向代表反馈结果。")


def feeling_closed(feeling: PublicFeeling, *, by: Any, at: datetime) -> None:
    title = f"社情民意办理结果（{feeling.get_adoption_display()}）：{feeling}"
    _deputy("feeling_closed", feeling, title, feeling.outcome, by=by, at=at)


def _deputy(event: str, feeling: PublicFeeling, title: str, body: str, *, by: Any, at: datetime) -> None:
    tell(event, [feeling.deputy.user_id], feeling, title, by=by, at=at, body=body)


def _body(
    event: str, feeling: PublicFeeling, body: Organisation | None, title: str, words: str, by: Any, at: datetime
) -> None:
    people = people_with(ANSWERING, body, on=timezone.localdate(at))
    tell(event, people, feeling, title, by=by, at=at, body=words)
