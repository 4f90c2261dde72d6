"""A citizen at a browser without scripts' help: opens a form, works out its challenge, sends it."""

import re
from html import unescape
from typing import Any

from django.test import Client

from tests.foundation.intake.working import solved

LETTER = {
    "whom": "station",
    "kind": "opinion",
    "title": "桥头路灯不亮",
    "text": "桥头村口三盏路灯坏了半个月，夜里走路不安全。",
    "consent": "on",
}


def fields_of(text: str) -> dict[str, str]:
    """Ticket and challenge as they stand in a page."""
    ticket = re.search(r'name="ticket" value="([^"]*)"', text)
    challenge = re.search(r'data-challenge="([^"]*)"', text)
    assert ticket, text[:500]
    assert challenge
    return {"ticket": unescape(ticket[1]), "challenge": unescape(challenge[1])}


def opens(client: Client, address: str = "/letters/write/", **extra: Any) -> dict[str, str]:
    """The hidden fields of a fresh form, worked out."""
    found = fields_of(client.get(address, **extra).text)
    return {"ticket": found["ticket"], "solution": solved(found["challenge"])}


def writes(client: Client, to: Any, **changes: Any) -> Any:
    """Opens the form and sends a letter to the station; answers the response."""
    address = changes.pop("REMOTE_ADDR", "127.0.0.1")
    hidden = opens(client, REMOTE_ADDR=address)
    return client.post("/letters/write/", {**LETTER, "station": to.pk, **hidden, **changes}, REMOTE_ADDR=address)
