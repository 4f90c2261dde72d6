"""Telling the history of one row: the facts and clocks the road leaves behind, without its guards and notices."""

from datetime import date, datetime, time
from typing import Any

from django.utils import timezone

from foundation import deadlines
from foundation.accounts.models import Organisation
from foundation.audit.models import Visibility
from foundation.web.chinese import date_text
from suggestions.importing.batch import Batch
from suggestions.importing.case import Case, Turn
from suggestions.importing.parse import Entry
from suggestions.importing.plan import Frame, Line
from suggestions.models import Assignment, Commitment, Rating, Reply, Round
from suggestions.models.assignment_facts import REPLY_CLOCKS
from suggestions.states import AssignmentState as A
from suggestions.states import Channel, Ending, Grade, UnitRole
from suggestions.states import SuggestionState as S
from suggestions.transitions.assign import through_of
from suggestions.transitions.clocks import OPINION_CLOCKS, reply_kind, stop

EARLY_CLOCKS = ("sign_in", "objection", "first_contact", *OPINION_CLOCKS)
# A list has no column for them: once their day has passed nobody knows whether they were kept.
UNRECORDED = ("sign_in", "first_contact")
OFFICE_CLOCKS = ("session_assign", "recess_assign")
ANSWERED_IN_FILE = "台账已登记答复"


def moment(day: date) -> datetime:
    """The beginning of a day of which no hour is recorded."""
    return timezone.make_aware(datetime.combine(day, time.min))


class Teller:
    """Tells what the file knows beyond what the portal knows; `frame` holds for the file, `batch` collects the rows."""

    def __init__(self, frame: Frame, batch: Batch) -> None:
        self.frame, self.batch, self.clocks = frame, batch, frame.clocks
        self._through: dict[int, Organisation | None] = {}

    def tell(self, line: Line, case: Case) -> None:
        """Every step of the line in order of life."""
        for step in line.steps:
            getattr(self, step)(line, case)

    def wait(self, line: Line, case: Case) -> None:
        """Registered and not yet given to anybody: the office has its own days for that."""
        suggestion, day = case.suggestion, timezone.localdate(case.suggestion.registered_at)
        if suggestion.channel == Channel.RECESS:
            self.clocks.start("recess_assign", suggestion, on=day)
        else:
            self.clocks.start("session_assign", suggestion, on=suggestion.meeting.closes_on or day)

    def assign(self, line: Line, case: Case) -> None:
        """Units, one T0, round 1, and every clock a unit has to keep."""
        start = line.entry.days["assigned"]
        self._settle(case.suggestion, OFFICE_CLOCKS, moment(start))
        self.batch.change(case.suggestion, state=S.ASSIGNED, first_assigned_on=start)
        case.turns.append(Turn(self.batch.add(self._round(case, moment(start)))))
        for name, role in line.entry.units:
            part = self.batch.add(self._part(case, name, role, start))
            case.parts.append(part)
            self._start_for_unit(part, start)
        names = "，".join(f"{part.get_role_display()}{part.unit}" for part in case.parts)
        self._note("assign", case, f"据台账登记：{date_text(start)}交办，{names}。", moment(start))

    def acknowledge(self, line: Line, case: Case) -> None:
        """The units have signed for their parts."""
        at = moment(line.entry.days["acknowledged"])
        self.batch.change(case.suggestion, state=S.HANDLING)
        for part in case.parts:
            self.batch.change(part, state=A.ACKNOWLEDGED, acknowledged_at=at)
            self._settle(part, ("sign_in",), at)
            self._drop(part, ("objection",), "已签收")
        self._note("acknowledge", case, f"据台账登记：承办单位{date_text(timezone.localdate(at))}签收。", at)

    def answer(self, line: Line, case: Case) -> None:
        """A reply in the open round, or in a new one where the last is already answered."""
        at = moment(line.entry.days["replied"])
        turn = self._turn_to_answer(case, at)
        for part in case.parts:
            self._drop(part, EARLY_CLOCKS, ANSWERED_IN_FILE)
            self.batch.change(part, state=A.OPINION_GIVEN if part.role == UnitRole.CO else A.DELIVERED)
        for part in case.answering:
            self._settle(part, REPLY_CLOCKS, at)
            turn.replies.append(self.batch.add(self._reply(line, part, turn, at)))
        self._promise(line.entry, case, turn, at)
        self.batch.change(turn.round, replied_at=at)
        self.batch.change(case.suggestion, state=S.REPLIED, closed_at=None, ending="")
        self._ask_for_rating(line, case, at)
        klass = f"，{line.result_class}" if line.result_class else ""
        units = "、".join(str(part.unit) for part in case.answering)
        self._note("deliver_reply", case, f"据台账登记：{units}答复代表{klass}。", at)

    def rate(self, line: Line, case: Case) -> None:
        """The deputy's word, and what follows from it: another round, the tracking of a promise, or the end."""
        entry, turn = line.entry, case.turns[-1]
        day = entry.days.get("rated")
        at = moment(day) if day else self.frame.at
        rating = self.batch.add(self._rating(entry, case, turn, at))
        turn.rating = rating
        self.batch.change(turn.round, closed_at=at)
        self._settle(case.suggestion, ("rating",), at)
        self._note(
            "rate", case, f"据台账登记：代表评价，{rating}。{_because(rating)}", at, visibility=Visibility.OFFICE
        )
        if rating.is_dissatisfied:
            self._rehandle(case, rating, at)
        elif self._has_promise(case):
            self.batch.change(case.suggestion, state=S.TRACKING)
        else:
            self.batch.change(case.suggestion, state=S.CLOSED, closed_at=at, ending=Ending.RATED)

    def withdraw(self, line: Line, case: Case) -> None:
        """The paper was taken back: nobody owes anything any more."""
        self.batch.change(
            case.suggestion, state=S.WITHDRAWN, withdrawn_at=self.frame.at, withdrawal_reason="台账登记为撤回。"
        )
        for part in case.parts:
            self.batch.change(part, state=A.RELEASED, released_at=self.frame.at)
            self._drop(part, (*EARLY_CLOCKS, *REPLY_CLOCKS), "已撤回")

    def _rehandle(self, case: Case, rating: Rating, at: datetime) -> None:
        day = timezone.localdate(at)
        because = f"代表评价：{rating}。{_because(rating)}"[:200]
        turn = Round(suggestion=case.suggestion, number=case.turns[-1].round.number + 1, opened_at=at, because=because)
        case.turns.append(Turn(self.batch.add(turn)))
        self.batch.change(case.suggestion, state=S.REHANDLING, closed_at=None, ending="")
        for part in case.parts:
            self.batch.change(part, state=A.ACKNOWLEDGED)
            kind = "co_opinion_redo" if part.role == UnitRole.CO else "re_reply"
            self.clocks.start(kind, part, on=day, organisation=part.unit_id)
        self._note("rehandle", case, f"{turn}。{because}", at)

    def _turn_to_answer(self, case: Case, at: datetime) -> Turn:
        last = case.turns[-1]
        if last.reply is None and last.rating is None:
            return last
        if last.round.closed_at is None:
            self.batch.change(last.round, closed_at=self.frame.at)
        self._drop(case.suggestion, ("rating",), "台账更正答复")
        fresh = self._round(case, max(at, last.round.opened_at), because="据台账更正答复或评价")
        case.turns.append(Turn(self.batch.add(fresh)))
        return case.turns[-1]

    def _round(self, case: Case, at: datetime, because: str = "") -> Round:
        return Round(suggestion=case.suggestion, number=len(case.turns) + 1, opened_at=at, because=because)

    def _part(self, case: Case, name: str, role: str, start: date) -> Assignment:
        unit: Any = self.frame.bodies.unit(name)
        return Assignment(
            suggestion=case.suggestion,
            unit=unit,
            role=role,
            through=self._via(case, unit),
            first_assigned_on=start,
            assigned_on=start,
            assigned_at=moment(start),
            imported_at=self.frame.at,
        )

    def _via(self, case: Case, unit: Organisation) -> Organisation | None:
        """The government office in between; asked once for each unit, since all rows are of one congress."""
        if unit.pk not in self._through:
            self._through[unit.pk] = through_of(case.suggestion, unit)
        return self._through[unit.pk]

    def _start_for_unit(self, part: Assignment, start: date) -> None:
        kinds = ["sign_in", "objection"]
        kinds += ["first_contact", reply_kind(part.suggestion, start)] if part.answers else ["co_opinion"]
        today = timezone.localdate(self.frame.at)
        for kind in kinds:
            if kind not in UNRECORDED or self.clocks.due_on(kind, start) >= today:
                self.clocks.start(kind, part, on=start, organisation=part.unit_id)

    def _reply(self, line: Line, part: Assignment, turn: Turn, at: datetime) -> Reply:
        return Reply(
            assignment=part,
            round=turn.round,
            result_class=line.result_class,
            doc_number=line.entry.doc_number,
            publish=line.entry.publish,
            drafted_at=at,
            saved_at=at,
            delivered_at=at,
            imported_at=self.frame.at,
        )

    def _rating(self, entry: Entry, case: Case, turn: Turn, at: datetime) -> Rating:
        return Rating(
            suggestion=case.suggestion,
            round=turn.round,
            attitude=entry.attitude,
            result=entry.effect,
            reason=entry.remark.reason if Grade.DISSATISFIED in (entry.attitude, entry.effect) else "",
            rated_by=case.suggestion.lead,
            rated_at=at,
            imported_at=self.frame.at,
        )

    def _ask_for_rating(self, line: Line, case: Case, at: datetime) -> None:
        """A clock for what is asked now, or was kept on a recorded day; nobody was late on a day nobody recorded."""
        if not line.entry.is_rated or "rated" in line.entry.days:
            person = case.suggestion.lead.deputy.user_id
            self.clocks.start("rating", case.suggestion, on=timezone.localdate(at), user=person)

    def _promise(self, entry: Entry, case: Case, turn: Turn, at: datetime) -> None:
        if not entry.promise or "promised" not in entry.days:
            return
        part = case.answering[0]
        promise = self.batch.add(
            Commitment(
                suggestion=case.suggestion,
                assignment=part,
                reply=turn.replies[0],
                text=entry.promise,
                due_on=entry.days["promised"],
                made_at=at,
            )
        )
        day = timezone.localdate(at)
        until = max(promise.due_on, day)
        self.clocks.start("commitment", promise, on=day, organisation=part.unit_id, until=until)

    def _has_promise(self, case: Case) -> bool:
        if any(owner.suggestion is case.suggestion for _, owner in self.clocks.rows if isinstance(owner, Commitment)):
            return True
        return bool(case.suggestion.pk) and case.suggestion.commitments.running().exists()

    def _settle(self, subject: Any, kinds: tuple[str, ...], at: datetime) -> None:
        """Clocks that were kept on a day of the past, those of this import and those on record."""
        self.clocks.meet(subject, *kinds, at=at)
        for kind in kinds if subject.pk else ():
            deadlines.meet(kind, subject, at=at)

    def _drop(self, subject: Any, kinds: tuple[str, ...], reason: str) -> None:
        """Clocks of which nobody recorded whether they were kept."""
        self.clocks.forget(subject, *kinds)
        if subject.pk:
            stop(subject, at=self.frame.at, reason=reason, kinds=kinds)

    def _note(self, verb: str, case: Case, summary: str, at: datetime, **facts: object) -> None:
        data = {"imported": True}
        self.batch.note(f"suggestions.{verb}", case.suggestion, summary, by=None, at=at, data=data, **facts)


def _because(rating: Rating) -> str:
    return f"原因：{rating.reason}。" if rating.reason else ""
