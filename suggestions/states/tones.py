"""In which tone each state is shown; one map, so that every badge agrees."""

from suggestions.states.appraisal import AppraisalState
from suggestions.states.assignment import AssignmentState as A
from suggestions.states.choices import CommitmentState, CosignerState, KeyState, RowState
from suggestions.states.fund import ProjectState
from suggestions.states.handed_report import HandedState
from suggestions.states.suggestion import SuggestionState as S

TONES: dict[str, dict[str, str]] = {
    "suggestions.suggestion.state": {
        S.DRAFT: "muted",
        S.COSIGNING: "info",
        S.SUBMITTED: "warn",
        S.SENT_BACK: "warn",
        S.NOT_FILED: "muted",
        S.REGISTERED: "info",
        S.ASSIGNED: "warn",
        S.HANDLING: "info",
        S.REPLIED: "warn",
        S.RATED: "info",
        S.REHANDLING: "late",
        S.MEDIATION: "late",
        S.TRACKING: "info",
        S.SPLIT: "info",
        S.CLOSED: "ok",
        S.WITHDRAWN: "muted",
    },
    "suggestions.assignment.state": {
        A.ASSIGNED: "warn",
        A.ACKNOWLEDGED: "info",
        A.OBJECTED: "warn",
        A.RELEASED: "muted",
        A.OPINION_GIVEN: "ok",
        A.BOUNCED: "late",
        A.DRAFTED: "info",
        A.SIGNED: "info",
        A.UNDER_CHECK: "warn",
        A.DELIVERED: "ok",
        A.RETURNED: "late",
    },
    "suggestions.cosigner.state": {
        CosignerState.INVITED: "warn",
        CosignerState.CONFIRMED: "ok",
        CosignerState.DECLINED: "muted",
        CosignerState.DROPPED: "muted",
        CosignerState.LEFT: "muted",
    },
    "suggestions.meetingrow.state": {
        RowState.CONFIRMED: "info",
        RowState.WAITING: "warn",
        RowState.DONE: "ok",
        RowState.FAILED: "late",
    },
    "suggestions.fundproject.state": {
        ProjectState.APPROVED: "warn",
        ProjectState.UNDER_WAY: "info",
        ProjectState.COMPLETED: "warn",
        ProjectState.ACCEPTED: "ok",
        ProjectState.CANCELLED: "muted",
    },
    "suggestions.keysupervision.state": {
        KeyState.ACTIVE: "accent",
        KeyState.ENDED: "ok",
        KeyState.REMOVED: "muted",
    },
    "suggestions.appraisal.state": {
        AppraisalState.SCORED: "info",
        AppraisalState.DECIDED: "warn",
        AppraisalState.PUBLISHED: "ok",
    },
    "suggestions.handedreport.state": {
        HandedState.HANDED_IN: "warn",
        HandedState.HEARD: "ok",
    },
    "suggestions.commitment.state": {
        CommitmentState.OPEN: "info",
        CommitmentState.REPORTED: "warn",
        CommitmentState.CONFIRMED: "warn",
        CommitmentState.FULFILLED: "ok",
        CommitmentState.DROPPED: "muted",
    },
}
