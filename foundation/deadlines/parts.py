"""The files that each keep the limits of one part of the portal, for `reference`."""

from foundation.deadlines import (
    appointee_limits,
    clue_limits,
    handed_limits,
    ledger_limits,
    letter_limits,
    local_limits,
    opinion_limits,
    plan_limits,
    project_limits,
    question_limits,
    seat_limits,
    undertaking_limits,
)

PARTS = (
    appointee_limits,
    clue_limits,
    handed_limits,
    ledger_limits,
    letter_limits,
    local_limits,
    opinion_limits,
    plan_limits,
    project_limits,
    question_limits,
    seat_limits,
    undertaking_limits,
)
