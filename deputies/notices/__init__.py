"""Who hears what, one function per event; called on a transition's last line."""

from deputies.notices.absences import session_missed
from deputies.notices.activities import (
    absent,
    cancelled,
    corrected,
    invited,
    leave_asked,
    leave_decided,
    leave_withdrawn,
    moved,
)
from deputies.notices.duty import (
    duty_confirmed,
    duty_corrected,
    duty_declined,
    duty_objected,
    duty_reported,
    duty_struck,
    objection_answered,
)
from deputies.notices.plans import plan_published
from deputies.notices.points import points_failed, points_fixed
from deputies.notices.public_page import consent_said, page_hidden, page_published
from deputies.notices.results import feedback_given, result_forwarded
from deputies.notices.terms import term_changed
from deputies.notices.training import material_issued, staff_study_dropped, staff_study_planned, training_plan_adopted
from deputies.notices.voter_reports import (
    ballot_entered,
    ballot_published,
    ballot_returned,
    ballot_void,
    rectification_in,
    rectification_judged,
    report_cancelled,
    report_planned,
    report_waits_again,
    statement_in,
    statement_read,
)

__all__ = [
    "absent",
    "ballot_entered",
    "ballot_published",
    "ballot_returned",
    "ballot_void",
    "cancelled",
    "consent_said",
    "corrected",
    "duty_confirmed",
    "duty_corrected",
    "duty_declined",
    "duty_objected",
    "duty_reported",
    "duty_struck",
    "feedback_given",
    "invited",
    "leave_asked",
    "leave_decided",
    "leave_withdrawn",
    "material_issued",
    "moved",
    "objection_answered",
    "page_hidden",
    "page_published",
    "plan_published",
    "points_failed",
    "points_fixed",
    "rectification_in",
    "rectification_judged",
    "report_cancelled",
    "report_planned",
    "report_waits_again",
    "result_forwarded",
    "session_missed",
    "staff_study_dropped",
    "staff_study_planned",
    "statement_in",
    "statement_read",
    "term_changed",
    "training_plan_adopted",
]
