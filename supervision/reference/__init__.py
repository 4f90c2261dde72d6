"""The dictionaries this room starts with. Whatever an office has edited is left alone."""

from django.db import transaction

from supervision.reference import (
    advice,
    appointments,
    ballots,
    clues,
    kinds,
    ledger,
    local,
    plan,
    projects,
    questions,
    seats,
    surveys,
)


@transaction.atomic
def load() -> None:
    """Adds what is missing, by key; runs after every migrate and may run as often as one likes."""
    ledger.load()
    ballots.load()
    kinds.load()
    local.load()
    seats.load()
    projects.load()
    questions.load()
    appointments.load()
    plan.load()
    advice.load()
    surveys.load()
    clues.load()
