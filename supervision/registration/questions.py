"""Questioning and inquiries: navigation, tones, cards, clocks, files."""

from typing import Any

from foundation.files.registry import register_owner
from foundation.web import cards, navigation, panels, tones
from supervision.cards.questions import CARDS
from supervision.models import IssueNote, SessionIssue
from supervision.notices import interpellations, question_clocks
from supervision.panels.questions import PANEL
from supervision.rules.questions import may_list_sessions
from supervision.rules.session_issues import may_open_issue, may_open_note
from supervision.transitions import interpellation_ballots, question_ballots

# Imported for what it hears when a ballot is announced.
after_ballots = (question_ballots, interpellation_ballots)
register_owner(SessionIssue, may_open_issue)
register_owner(IssueNote, may_open_note)
panels.register(PANEL)
question_clocks.register_all()
interpellations.register_clocks()
for card in CARDS:
    cards.register(card)
tones.register(
    "supervision.questionsession.state",
    {
        "preparing": "neutral",
        "mobilising": "info",
        "sorting": "info",
        "holding": "warn",
        "reviewing": "accent",
        "closed": "ok",
        "cancelled": "muted",
    },
)
tones.register(
    "supervision.sessionissue.state",
    {
        "listed": "neutral",
        "handed": "warn",
        "planned": "info",
        "remedy": "info",
        "reported": "accent",
        "closed": "ok",
        "dropped": "muted",
    },
)
tones.register(
    "supervision.floorquestion.state", {"prepared": "neutral", "asked": "warn", "answered": "ok", "passed": "muted"}
)

tones.register(
    "supervision.interpellation.state",
    {
        "raised": "warn",
        "accepted": "info",
        "answered": "accent",
        "closed": "ok",
        "refused": "muted",
        "withdrawn": "muted",
    },
)


def _reads(user: Any) -> bool:
    return bool(may_list_sessions(user))


navigation.register(
    navigation.NavItem("问政询问", "supervision:question-sessions", "people", allowed=_reads, order=74, section="监督")
)
navigation.register(
    navigation.NavItem(
        "代表问政", "supervision:public-sessions", "people", order=34, section="监督", area=navigation.PUBLIC
    )
)
