"""What is told about papers that are handled together (并案)."""

from collections.abc import Sequence
from datetime import date, datetime
from typing import Any

from suggestions.models import Assignment, Merge, Suggestion
from suggestions.notices.telling import tell_of
from suggestions.rules.words import day_word


def merged(main: Suggestion, links: Sequence[Merge], *, by: Any, at: datetime) -> None:
    """Each proposer learns what becomes of his paper: number, reply and rating stay his own."""
    for link in links:
        paper = link.member
        body = (
            f"您提出的{paper}与{main.number_text}“{main.title}”内容相近，由同一承办单位一并办理。"
            f"您的建议编号不变，仍单独答复您并由您评价。理由：{link.reason}"
        )
        tell_of("merged", paper, f"并案办理：{paper}", by=by, at=at, body=body)
    names = "；".join(str(link.member) for link in links)
    body = f"以下建议并入本件一并办理：{names}。须分别联系各件代表，答复同时送达。"
    tell_of("merged_to", main, f"其他建议并入：{main}", by=by, at=at, body=body)


def merge_ended(link: Merge, *, by: Any, at: datetime) -> None:
    paper = link.member
    body = f"{paper}不再与{link.main.number_text}并案，单独办理。理由：{link.end_reason}"
    tell_of("merge_ended", paper, f"解除并案：{paper}", by=by, at=at, body=body)


def assigned_along(suggestion: Suggestion, main: Suggestion, due_on: date, *, by: Any, at: datetime) -> None:
    """The proposers of a merged paper; its units hear of the main one."""
    rows = suggestion.assignments.select_related("unit").order_by("pk")
    names = "，".join(f"{row.get_role_display()}：{row.unit}" for row in rows)
    days = f"交办日期{day_word(suggestion.first_assigned_on)}，答复期限{day_word(due_on)}"
    body = f"{suggestion}，{names}；{days}；与{main.number_text}并案办理。"
    tell_of("assignment_told", suggestion, f"已交办：{suggestion}", by=by, at=at, body=body)


def reassigned_along(old: Assignment, new: Assignment, due_on: date | None, *, by: Any, at: datetime) -> None:
    """The proposers of a merged paper whose main one changed hands."""
    paper = new.suggestion
    body = f"{paper}随主件由{old.unit}改为{new.unit}{new.get_role_display()}，期限{day_word(due_on)}。"
    tell_of("reassigned", paper, f"承办单位已调整：{paper}", by=by, at=at, body=body, mark=new.pk)
