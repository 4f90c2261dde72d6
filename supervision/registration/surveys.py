"""Questionnaires online: tones of their states, the card of those invited."""

from foundation.web import cards, tones
from supervision.cards.surveys import CARDS

for card in CARDS:
    cards.register(card)
tones.register("supervision.onlinesurvey.state", {"draft": "info", "open": "ok", "closed": "muted"})
