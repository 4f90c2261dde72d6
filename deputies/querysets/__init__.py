"""Which rows: questions an official would ask. Dates are arguments."""

from deputies.querysets.activities import ActivityQuerySet, InvitationQuerySet, LeaveQuerySet, OfActivityQuerySet
from deputies.querysets.dated import DatedQuerySet
from deputies.querysets.duty import (
    DutyEntryQuerySet,
    DutyKindQuerySet,
    DutyObjectionQuerySet,
)
from deputies.querysets.points import (
    PointSchemeQuerySet,
)
from deputies.querysets.public import PublicPageQuerySet, successors
from deputies.querysets.register import (
    DelegationQuerySet,
    DeputyQuerySet,
    MandateQuerySet,
    MeetingQuerySet,
    TermQuerySet,
)

__all__ = [
    "ActivityQuerySet",
    "DatedQuerySet",
    "DelegationQuerySet",
    "DeputyQuerySet",
    "DutyEntryQuerySet",
    "DutyKindQuerySet",
    "DutyObjectionQuerySet",
    "InvitationQuerySet",
    "LeaveQuerySet",
    "MandateQuerySet",
    "MeetingQuerySet",
    "OfActivityQuerySet",
    "PointSchemeQuerySet",
    "PublicPageQuerySet",
    "TermQuerySet",
    "successors",
]
