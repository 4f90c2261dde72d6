"""The dictionaries this room starts with. Whatever an office has edited is left alone."""

from django.db import transaction

from liaison_stations.reference import (
    consultation,
    letter_grounds,
    letters,
    matter_words,
    scoring,
    stations,
    street,
    wall,
)


@transaction.atomic
def load() -> None:
    """Adds what is missing, by key; runs after every migrate and may run as often as one likes."""
    scoring.load()
    stations.load()
    street.load()
    letters.load()
    matter_words.load()
    wall.load()
    letter_grounds.load()
    consultation.load()
