"""What waits in the restricted list; for those not named it is always empty."""

from datetime import date, datetime
from typing import Any

from django.db.models import QuerySet
from django.urls import reverse
from django.utils import timezone

from foundation.web.cards import Card
from foundation.web.chinese import date_text
from foundation.web.trays import Tray
from supervision.models import Clue
from supervision.rules.house import READERS
from supervision.states.clues import ClueState


def _waiting(user: Any, on: date) -> QuerySet:
    return Clue.objects.waiting_for(user, on)


def _line(pk: int, number: str, state: str, registered_at: str) -> dict[str, Any]:
    day = timezone.localtime(datetime.fromisoformat(registered_at))
    meta = f"{ClueState(state).label} · {date_text(day)}登记"
    return {"title": f"问题线索{number}", "url": reverse("supervision:clue", args=[pk]), "meta": meta}


CARDS = (
    Card(
        "clues",
        "问题线索（限定查阅）",
        frozenset(READERS),
        Tray(_waiting, ("pk", "number", "state", "registered_at"), _line, "supervision:clues-waiting"),
        order=366,
        icon="lock",
        empty="没有待办理的线索。",
    ),
)
