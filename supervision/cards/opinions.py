"""What waits about deliberation opinions: for the body, for the committee and the office, for the leader in charge."""

from datetime import date
from typing import Any

from foundation.accounts.roles import Role
from foundation.web.cards import Card
from foundation.web.chinese import date_text
from foundation.web.trays import Tray
from supervision.models import DeliberationOpinion
from supervision.rules.house import ANSWERING, LEADERS, OFFICE
from supervision.states.opinion import OpinionState

COLUMNS = ("pk", "title", "state", "due_on")


def _line(pk: int, title: str, state: str, due_on: str | None) -> dict[str, Any]:
    until = f" · 报告截止{date_text(date.fromisoformat(due_on))}" if due_on else ""
    meta = f"{OpinionState(state).label}{until}"
    return {"title": title, "url": f"/supervision/opinions/{pk}/", "meta": meta}


def _card(key: str, title: str, roles: Any, asked: str, order: int, icon: str, empty: str) -> Card:
    tray = Tray(
        lambda user, on: getattr(DeliberationOpinion.objects, asked)(user, on), COLUMNS, _line, f"supervision:{key}"
    )
    return Card(key, title, frozenset(roles), tray, order=order, icon=icon, empty=empty)


# address and key, heading of card and list, whose, question, order, icon, what an empty card says
WAITING = (
    ("opinions-to-answer", "待办理的审议意见", ANSWERING, "to_answer", 346, "edit", "没有待办理的审议意见。"),
    (
        "opinions-to-steer",
        "审议意见：待交办、待审议",
        (*OFFICE, Role.COMMITTEE),
        "to_steer",
        347,
        "inbox",
        "没有等待办理的审议意见。",
    ),
    ("opinions-to-decide", "审议意见延期申请", LEADERS, "to_decide", 348, "clock", "没有待决定的延期申请。"),
)
CARDS = tuple(_card(*row) for row in WAITING)
