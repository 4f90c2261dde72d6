"""Which rows: questions an official would ask. Dates are arguments."""

from deputies.querysets.register import (
    DelegationQuerySet,
    DeputyQuerySet,
    MandateQuerySet,
    MeetingQuerySet,
    TermQuerySet,
)

__all__ = [
    "DelegationQuerySet",
    "DeputyQuerySet",
    "MandateQuerySet",
    "MeetingQuerySet",
    "TermQuerySet",
]
