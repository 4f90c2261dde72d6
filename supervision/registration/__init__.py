"""What this room shows elsewhere. Every part keeps its own file beside this one; each is imported for its effect."""

from supervision.registration import (
    advice,
    ballots,
    local,
    messages,
    opinions,
    people,
    plan,
    problems,
    projects,
    questions,
    undertakings,
)

__all__ = [
    "advice",
    "ballots",
    "local",
    "messages",
    "opinions",
    "people",
    "plan",
    "problems",
    "projects",
    "questions",
    "undertakings",
]
