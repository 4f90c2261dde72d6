"""Which rows: questions an official would ask. Dates are arguments."""

from deputies.querysets.dated import DatedQuerySet
from deputies.querysets.duty import DutyEntryQuerySet, DutyKindQuerySet
from deputies.querysets.register import (
    DelegationQuerySet,
    DeputyQuerySet,
    MandateQuerySet,
    MeetingQuerySet,
    TermQuerySet,
)

__all__ = [
    "DatedQuerySet",
    "DelegationQuerySet",
    "DeputyQuerySet",
    "DutyEntryQuerySet",
    "DutyKindQuerySet",
    "MandateQuerySet",
    "MeetingQuerySet",
    "TermQuerySet",
]
