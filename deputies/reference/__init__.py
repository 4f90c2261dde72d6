"""The dictionaries and rules this room starts with. Whatever an office has edited is left alone."""

from django.db import transaction

from deputies.reference import activities, ballots, contact, duty, evaluations, points, structure


@transaction.atomic
def load() -> None:
    """Adds what is missing, by key; runs after every migrate and may run as often as one likes."""
    activities.load()
    ballots.load()
    duty.load()
    evaluations.load()
    points.load()
    contact.load()
    structure.load()
