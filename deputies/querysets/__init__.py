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
from deputies.querysets.training import (
    BatchQuerySet,
    CourseQuerySet,
    MaterialQuerySet,
    StaffStudyQuerySet,
    TrainingPlanQuerySet,
    gaps,
    with_training,
)

__all__ = [
    "ActivityQuerySet",
    "BatchQuerySet",
    "CourseQuerySet",
    "DatedQuerySet",
    "DelegationQuerySet",
    "DeputyQuerySet",
    "DutyEntryQuerySet",
    "DutyKindQuerySet",
    "DutyObjectionQuerySet",
    "InvitationQuerySet",
    "LeaveQuerySet",
    "MandateQuerySet",
    "MaterialQuerySet",
    "MeetingQuerySet",
    "OfActivityQuerySet",
    "PointSchemeQuerySet",
    "PublicPageQuerySet",
    "StaffStudyQuerySet",
    "TermQuerySet",
    "TrainingPlanQuerySet",
    "gaps",
    "successors",
    "with_training",
]
