"""An interpellation for tests: lin and zhou ask the transport bureau."""

from datetime import datetime, timedelta
from typing import Any

from deputies.models import Meeting
from supervision.models import Interpellation
from supervision.transitions import interpellations as act
from tests.supervision.question_hand import AT

WORDS = {"title": "关于质询公交停运的问题", "question": "为什么停运？", "content": "三条线路停运。"}


def raised(cast: Any, register: Any, *, by: Any = None, at: datetime = AT, **facts: Any) -> Interpellation:
    known = {**WORDS, "kind": "interpellation", "venue": "congress", "body": cast.transport}
    known |= {"initiators": [register.lin.deputy, register.zhou.deputy], "meeting": register.session, **facts}
    return act.raise_proposal(by=by or cast.he, at=at, **known)


def accepted(row: Interpellation, cast: Any, register: Any, *, at: datetime = AT) -> Interpellation:
    council = Meeting.objects.get_or_create(term=register.term, kind="council", number=33)[0]
    due = at.date() + timedelta(days=10)
    return act.accept_proposal(row.pk, decided_by=council, answer_form="written", due_on=due, by=cast.he, at=at)


def answered(row: Interpellation, cast: Any, register: Any, *, at: datetime = AT) -> Interpellation:
    accepted(row, cast, register, at=at)
    return act.answer_proposal(row.pk, speaker="陈刚局长", text="下月恢复。", by=cast.feng, at=at)
