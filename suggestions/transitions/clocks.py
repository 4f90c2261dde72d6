"""Which clocks run when. Kinds and limits are rows of foundation.deadlines; here they are started and stopped."""

from datetime import date, datetime
from typing import Any

from foundation import deadlines
from foundation.deadlines.models import Deadline
from suggestions.models import Assignment, Commitment, FundProject, KeySupervision, Suggestion, Switch, SwitchKey
from suggestions.models.assignment_facts import REPLY_CLOCKS
from suggestions.states import Channel

OPINION_CLOCKS = ("co_opinion", "co_opinion_redo")


def start_for_unit(assignment: Assignment, *, reply_from: date, by: Any, at: datetime) -> date:
    """Everything a unit has to keep after assignment; answers the due day of its reply or opinion."""
    for kind in ("sign_in", "objection"):
        start_part(kind, assignment, on=assignment.assigned_on, by=by, at=at)
    if not assignment.answers:
        return start_part("co_opinion", assignment, on=assignment.assigned_on, by=by, at=at).due_on
    start_part("first_contact", assignment, on=assignment.assigned_on, by=by, at=at)
    if Switch.objects.is_on(SwitchKey.HANDLING_PLAN, assignment.assigned_on):
        start_part("handling_plan", assignment, on=assignment.assigned_on, by=by, at=at)
    return start_part(reply_kind(assignment.suggestion, reply_from), assignment, on=reply_from, by=by, at=at).due_on


def reply_kind(suggestion: Suggestion, on: date) -> str:
    """Six months for what is wide or difficult, where the local rule says so (代表法 51)."""
    long = suggestion.is_difficult and Switch.objects.is_on(SwitchKey.DIFFICULT_SIX_MONTHS, on)
    return "reply_difficult" if long else "reply"


def start_part(kind: str, assignment: Assignment, *, on: date, by: Any, at: datetime) -> Deadline:
    """A clock that is the unit's duty."""
    return deadlines.start(kind, assignment, on=on, organisation=assignment.unit_id, by=by, at=at)


def start_office(kind: str, subject: Any, suggestion: Suggestion, *, on: date, by: Any, at: datetime) -> Deadline:
    """A clock that is the duty of the office keeping the suggestion; a township's office is named."""
    return deadlines.start(kind, subject, on=on, organisation=suggestion.township_id, by=by, at=at)


def start_assign(suggestion: Suggestion, *, on: date, by: Any, at: datetime) -> Deadline:
    """Session papers are assigned within a month of the session's end, others within days of registration."""
    if suggestion.channel == Channel.RECESS or suggestion.meeting is None:
        return start_office("recess_assign", suggestion, suggestion, on=on, by=by, at=at)
    return start_office("session_assign", suggestion, suggestion, on=suggestion.meeting.closes_on or on, by=by, at=at)


def start_rating(suggestion: Suggestion, *, on: date, by: Any, at: datetime) -> Deadline:
    return deadlines.start("rating", suggestion, on=on, user=suggestion.lead.deputy.user_id, by=by, at=at)


def start_commitment(commitment: Commitment, *, on: date, by: Any, at: datetime) -> Deadline:
    """Runs until the promised day, or until today when that day has already passed; with it the monthly report."""
    until = max(commitment.due_on, on)
    unit = commitment.assignment.unit_id
    start_progress(commitment, on=on, by=by, at=at)
    return deadlines.start("commitment", commitment, on=on, organisation=unit, until=until, by=by, at=at)


def start_progress(commitment: Commitment, *, on: date, by: Any, at: datetime) -> Deadline:
    """The next monthly report on a promise, counted from the last one; while it runs it is not started twice."""
    running = deadlines.clock_of("promise_progress", commitment)
    unit = commitment.assignment.unit_id
    return running or deadlines.start("promise_progress", commitment, on=on, organisation=unit, by=by, at=at)


def start_key(key: KeySupervision, *, on: date, by: Any, at: datetime) -> Deadline:
    """A key item is supervised within its year, by its committee."""
    until = date(key.year, 12, 31)
    return deadlines.start("key_supervision", key, on=on, organisation=key.committee_id, until=until, by=by, at=at)


def start_project_clock(project: FundProject, *, on: date, by: Any, at: datetime) -> Deadline:
    """A project is finished in the year its money is for; what is sent back later is due on the day itself."""
    until = max(date(project.fund.year, 12, 31), on)
    return deadlines.start("fund_project", project, on=on, organisation=project.carrier_id, until=until, by=by, at=at)


def meet_reply(assignment: Assignment, *, at: datetime) -> None:
    for kind in REPLY_CLOCKS:
        deadlines.meet(kind, assignment, at=at)


def meet_opinion(assignment: Assignment, *, at: datetime) -> None:
    for kind in OPINION_CLOCKS:
        deadlines.meet(kind, assignment, at=at)


def stop_promise(commitment: Commitment, *, at: datetime, reason: str) -> None:
    """Nothing is asked about a promise any more, nor about its being carried over."""
    stop(commitment, at=at, reason=reason)
    for carried in commitment.carryover_set.filter(explained_at=None):
        stop(carried, at=at, reason=reason)


def end_words(suggestion: Suggestion, *, at: datetime, reason: str) -> None:
    """Nobody is asked any more what he thinks of the replies of this round."""
    for word in suggestion.words_of_round():
        if word.is_open:
            stop(word, at=at, reason=reason)


def stop(subject: Any, *, at: datetime, reason: str, kinds: tuple[str, ...] = ()) -> None:
    """Cancels what still runs on one object: the named kinds, or all of them."""
    running = Deadline.objects.open().of(subject)
    running = running.filter(kind__in=kinds) if kinds else running
    for kind in list(running.order_by().values_list("kind", flat=True).distinct()):
        deadlines.cancel(kind, subject, at=at, reason=reason)
