"""The dictionaries of the room in the admin, for secretaries. Nothing official is deleted."""

from supervision.admin import advice, kinds, ledger, local, people, projects, questions

__all__ = [
    "advice",
    "kinds",
    "ledger",
    "local",
    "people",
    "projects",
    "questions",
]
