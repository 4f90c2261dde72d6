"""Which rows: questions an official would ask. Dates are arguments."""

from deputies.querysets.absences import SessionAbsenceQuerySet
from deputies.querysets.activities import ActivityQuerySet, InvitationQuerySet, LeaveQuerySet, OfActivityQuerySet
from deputies.querysets.bulletins import BulletinQuerySet
from deputies.querysets.dated import DatedQuerySet
from deputies.querysets.duty import (
    DutyEntryQuerySet,
    DutyKindQuerySet,
    DutyObjectionQuerySet,
)
from deputies.querysets.evaluations import (
    EvaluationFollowUpQuerySet,
    EvaluationQuerySet,
    EvaluationRoundQuerySet,
)
from deputies.querysets.feelings import FeelingQuerySet
from deputies.querysets.plans import ActivityPlanQuerySet
from deputies.querysets.points import (
    PointSchemeQuerySet,
    PointSnapshotQuerySet,
    PointStandingQuerySet,
)
from deputies.querysets.public import PublicPageQuerySet, successors
from deputies.querysets.register import (
    DelegationQuerySet,
    DeputyQuerySet,
    MandateQuerySet,
    MeetingQuerySet,
    TermQuerySet,
)
from deputies.querysets.requests import ServiceRequestQuerySet
from deputies.querysets.results import BudgetLineQuerySet, ForwardedResultQuerySet
from deputies.querysets.training import (
    BatchQuerySet,
    CourseQuerySet,
    MaterialQuerySet,
    StaffStudyQuerySet,
    TrainingPlanQuerySet,
    gaps,
    with_training,
)
from deputies.querysets.voter_reports import (
    VoterReportQuerySet,
)

__all__ = [
    "ActivityPlanQuerySet",
    "ActivityQuerySet",
    "BatchQuerySet",
    "BudgetLineQuerySet",
    "BulletinQuerySet",
    "CourseQuerySet",
    "DatedQuerySet",
    "DelegationQuerySet",
    "DeputyQuerySet",
    "DutyEntryQuerySet",
    "DutyKindQuerySet",
    "DutyObjectionQuerySet",
    "EvaluationFollowUpQuerySet",
    "EvaluationQuerySet",
    "EvaluationRoundQuerySet",
    "FeelingQuerySet",
    "ForwardedResultQuerySet",
    "InvitationQuerySet",
    "LeaveQuerySet",
    "MandateQuerySet",
    "MaterialQuerySet",
    "MeetingQuerySet",
    "OfActivityQuerySet",
    "PointSchemeQuerySet",
    "PointSnapshotQuerySet",
    "PointStandingQuerySet",
    "PublicPageQuerySet",
    "ServiceRequestQuerySet",
    "SessionAbsenceQuerySet",
    "StaffStudyQuerySet",
    "TermQuerySet",
    "TrainingPlanQuerySet",
    "VoterReportQuerySet",
    "gaps",
    "successors",
    "with_training",
]
