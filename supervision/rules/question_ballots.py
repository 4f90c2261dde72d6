"""Who puts the review of issues, and the answers of an inquiry, on a ballot."""

from datetime import date
from typing import Any

from foundation.accounts.roles import OrganisationKind
from foundation.workflow import Verdict, when
from supervision.rules.house import leads
from supervision.rules.questions import runs
from supervision.states.questions import SeatDuty, SessionKind, SessionState
from supervision.states.session_issues import IssueState

ANSWERED_BY_VOTE = (SessionKind.THEMATIC, SessionKind.INQUIRY)
AFTERWARDS = (SessionState.HOLDING, SessionState.REVIEWING)


def committee_id(session: Any) -> int | None:
    """The committee whose business it is; None where it is the office's."""
    organiser = session.organiser
    return organiser.pk if organiser.kind == OrganisationKind.SC_COMMITTEE else None


def may_ballot_issues(user: Any, session: Any, *, on: date) -> Verdict:
    """Once a body has reported that an issue is put right."""
    verdict = runs(user, session, on) & leads(user, committee_id(session), on)
    if not verdict:
        return verdict
    waiting = session.issues.filter(state=IssueState.REPORTED)
    return when(waiting.exists(), "还没有报送整改结果、等待评议的问题。")


def may_ballot_answers(user: Any, session: Any, *, on: date) -> Verdict:
    """Of an inquiry, once it was answered on the floor, each body once."""
    kind = when(session.kind in ANSWERED_BY_VOTE, "代表问政按问题评议整改结果。")
    held = when(session.shut_at is not None and session.state in AFTERWARDS, "问答结束以后、办结以前安排测评。")
    verdict = runs(user, session, on) & leads(user, committee_id(session), on) & kind & held
    if not verdict:
        return verdict
    seats = session.seats.filter(duty=SeatDuty.ANSWERS, line=None)
    return when(seats.exists(), "各应答单位的答复都已测评。")
