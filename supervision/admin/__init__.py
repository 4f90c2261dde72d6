"""The dictionaries of the room in the admin, for secretaries. Nothing official is deleted."""

from supervision.admin import advice, clues, kinds, ledger, local, people, projects, questions, seats

__all__ = [
    "advice",
    "clues",
    "kinds",
    "ledger",
    "local",
    "people",
    "projects",
    "questions",
    "seats",
]
