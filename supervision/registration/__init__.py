"""What this room shows elsewhere. Every part keeps its own file beside this one; each is imported for its effect."""

from supervision.registration import (
    advice,
    ballots,
    clues,
    handed,
    local,
    messages,
    opinions,
    people,
    plan,
    problems,
    projects,
    questions,
    seats,
    surveys,
    undertakings,
)

__all__ = [
    "advice",
    "ballots",
    "clues",
    "handed",
    "local",
    "messages",
    "opinions",
    "people",
    "plan",
    "problems",
    "projects",
    "questions",
    "seats",
    "surveys",
    "undertakings",
]
