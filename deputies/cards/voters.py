"""The card of a deputy's fixed contacts: whom he has not met this year. Names stay on his own page."""

from datetime import date
from typing import Any

from django.db.models import QuerySet
from django.urls import reverse

from deputies.models import VoterContact
from foundation.accounts.roles import Role
from foundation.web.cards import Card
from foundation.web.chinese import date_text
from foundation.web.trays import Tray


def _voter(pk: int, from_date: str) -> dict[str, Any]:
    url = f"{reverse('deputies:voter-visit')}?voter={pk}"
    return {"title": "记一次联系", "url": url, "meta": f"{date_text(date.fromisoformat(from_date))}登记的选民"}


def _to_meet(user: Any, on: date) -> QuerySet:
    return VoterContact.objects.of_user(user).current().not_met_in(on.year).order_by("from_date", "pk")


CARDS = (
    Card(
        key="voters-to-meet",
        title="今年还没有联系的选民",
        roles=frozenset({Role.DEPUTY}),
        context=Tray(_to_meet, ("pk", "from_date"), _voter, "deputies:voters"),
        order=330,
        icon="people",
        empty="没有尚未联系的固定选民。",
    ),
)
