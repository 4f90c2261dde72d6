"""The warning that too few suggestions were chosen for key supervision this year; it stops nobody."""

from datetime import date
from typing import Any

from django.urls import reverse

from foundation.accounts.roles import Role
from foundation.web.cards import Card
from suggestions.models import KeySupervision, Threshold
from suggestions.models.threshold import KEY_YEARLY


def _facts(user: Any, on: date) -> dict[str, Any]:
    """How many are still missing; no list is behind the figure, for what is missing stands nowhere. Two queries."""
    wanted = Threshold.objects.amount(KEY_YEARLY, on)
    chosen = KeySupervision.objects.standing().of_year(on.year).count()
    url = reverse("suggestions:key-list")
    missing = max(0, wanted - chosen)
    title = f"{on.year}年已确定{chosen}件，按规定每年不少于{wanted}件"
    meta = "请提请主任会议确定，再在建议页面办理“列为重点督办”。"
    rows = [{"title": title, "url": url, "meta": meta, "light": None}] if missing else []
    return {"count": missing, "rows": rows}


CARD = Card(
    key="key-shortfall",
    title="还须确定的重点督办建议",
    roles=frozenset({Role.CLERK, Role.CHAIR, Role.VICE_CHAIR}),
    context=_facts,
    order=151,
    icon="star",
    empty="本年度重点督办建议已达到规定件数。",
)
