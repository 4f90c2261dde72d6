"""What is told when a suggestion goes to its units by way of the government office."""

from datetime import datetime
from typing import Any

from suggestions.models import HandOver
from suggestions.notices.telling import tell_of
from suggestions.rules.words import day_word


def handed_over(paper: HandOver, *, by: Any, at: datetime) -> None:
    about = paper.suggestion
    advice = f"分办建议：{paper.advice}。" if paper.advice else ""
    body = f"{about}，交办日期{day_word(paper.handed_on)}，由{paper.office}分办到承办单位。{advice}"
    tell_of("handed_over", about, f"转政府办公室分办：{about}", by=by, at=at, body=body, mark=f"h{paper.pk}")


def hand_over_returned(paper: HandOver, *, by: Any, at: datetime) -> None:
    about = paper.suggestion
    body = f"{paper.office}退回，理由：{paper.return_reason}\n请重新交办。"
    tell_of("hand_over_returned", about, f"政府办公室退回：{about}", by=by, at=at, body=body, mark=f"h{paper.pk}")
