"""What waits in the issue ledger: to be mended, handed over or confirmed, rated, given more time."""

from datetime import date
from typing import Any

from foundation.accounts.roles import Role
from foundation.web.cards import Card
from foundation.web.chinese import date_text
from foundation.web.trays import Tray
from supervision.models import Problem
from supervision.rules.house import ANSWERING, LEADERS, OFFICE
from supervision.states.problem import ProblemState

COLUMNS = ("pk", "title", "state", "source_words", "due_on")


def _line(pk: int, title: str, state: str, source_words: str, due_on: str | None) -> dict[str, Any]:
    until = f"期限{date_text(date.fromisoformat(due_on))}" if due_on else "尚未交办"
    meta = f"{ProblemState(state).label} · {source_words} · {until}"
    return {"title": title, "url": f"/supervision/problems/{pk}/", "meta": meta}


def _card(key: str, title: str, roles: Any, asked: str, order: int, icon: str, empty: str) -> Card:
    tray = Tray(lambda user, on: getattr(Problem.objects, asked)(user, on), COLUMNS, _line, f"supervision:{key}")
    return Card(key, title, frozenset(roles), tray, order=order, icon=icon, empty=empty)


# address and key, heading of card and list, whose, question, order, icon, what an empty card says
WAITING = (
    ("problems-to-mend", "待整改的问题", ANSWERING, "to_mend", 350, "edit", "没有待整改的问题。"),
    (
        "problems-to-follow",
        "待交办、待核实的问题",
        (*OFFICE, Role.COMMITTEE),
        "to_follow",
        351,
        "inbox",
        "没有待交办、待核实的问题。",
    ),
    ("problems-to-rate", "待评价的整改结果", (Role.DEPUTY,), "to_rate", 352, "star", "没有待评价的整改结果。"),
    ("problems-to-decide", "待决定的延期申请", LEADERS, "to_decide", 353, "clock", "没有待决定的延期申请。"),
)
CARDS = tuple(_card(*row) for row in WAITING)
