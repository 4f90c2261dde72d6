"""Questionnaires online: tones of their states."""

from foundation.web import tones

tones.register("supervision.onlinesurvey.state", {"draft": "info", "open": "ok", "closed": "muted"})
