"""What can be: levels, statuses and their grounds, and the flows as rows of (verb, from, to)."""

from deputies.states.activity import (
    ACTIVITY_FLOW,
    CAME,
    LEAVE_FLOW,
    RUNNING,
    TOLD,
    UPCOMING,
    ActivityState,
    Answer,
    AttendanceStatus,
    CheckInMethod,
    LeaveApprover,
    LeaveState,
)
from deputies.states.duty import (
    DUTY_FLOW,
    IN_FORCE,
    NEEDS_REASON,
    Approver,
    DutyBlock,
    DutyState,
    DutyUnit,
)
from deputies.states.plan import PLAN_FLOW, PlanState
from deputies.states.points import (
    MONTHS,
    CountedBy,
    PeriodKind,
    TargetSpan,
)
from deputies.states.public_page import PAGE_FLOW, Consent, PageState
from deputies.states.register import (
    MANDATE_FLOW,
    REASON_LABELS,
    REASONS,
    EndReason,
    Level,
    MandateStatus,
    SuspensionReason,
)
from deputies.states.structure import Dimension, Standing
from deputies.states.training import CourseAudience, CourseForm, StudyForm

__all__ = [
    "ACTIVITY_FLOW",
    "CAME",
    "DUTY_FLOW",
    "IN_FORCE",
    "LEAVE_FLOW",
    "MANDATE_FLOW",
    "MONTHS",
    "NEEDS_REASON",
    "PAGE_FLOW",
    "PLAN_FLOW",
    "REASONS",
    "REASON_LABELS",
    "RUNNING",
    "TOLD",
    "UPCOMING",
    "ActivityState",
    "Answer",
    "Approver",
    "AttendanceStatus",
    "CheckInMethod",
    "Consent",
    "CountedBy",
    "CourseAudience",
    "CourseForm",
    "Dimension",
    "DutyBlock",
    "DutyState",
    "DutyUnit",
    "EndReason",
    "LeaveApprover",
    "LeaveState",
    "Level",
    "MandateStatus",
    "PageState",
    "PeriodKind",
    "PlanState",
    "Standing",
    "StudyForm",
    "SuspensionReason",
    "TargetSpan",
]
