"""What each row means for the portal: a new suggestion, a change of an imported one, nothing, or a contradiction."""

from collections.abc import Iterable
from dataclasses import dataclass, field
from datetime import date, datetime
from typing import Any

from deputies.models import Mandate, Meeting, Term
from foundation.deadlines.bulk import ClockBatch
from foundation.deadlines.models import TimeLimit
from foundation.documents.reading.report import CHANGED, NEW
from foundation.web.chinese import date_text
from suggestions.importing.bodies import Bodies, handles
from suggestions.importing.case import Case, known_cases
from suggestions.importing.compare import compare
from suggestions.importing.parse import Entry
from suggestions.importing.people import Register
from suggestions.models import ResultClass, Suggestion
from suggestions.states import UnitRole
from suggestions.transitions.clocks import reply_kind

WAIT, ASSIGN, ACKNOWLEDGE, ANSWER, RATE, WITHDRAW = "wait", "assign", "acknowledge", "answer", "rate", "withdraw"
FROM_ASSIGNMENT = ("sign_in", "objection", "first_contact", "co_opinion", "reply", "reply_difficult")
# In which column a unit of this role stands.
COLUMNS: dict[str, str] = {UnitRole.LEAD: "lead_unit", UnitRole.CO: "co_units", UnitRole.SEPARATE: "separate_units"}


@dataclass
class Line:
    """One row with its people, the case it belongs to (None: a new one) and the steps that are still to be told.

    `lead` is there unless the row is refused.
    """

    entry: Entry
    lead: Any = None
    cosigners: list[Mandate] = field(default_factory=list)
    case: Case | None = None
    result_class: ResultClass | None = None
    fields: dict[str, Any] = field(default_factory=dict)
    signed: list[Mandate] = field(default_factory=list)
    steps: list[str] = field(default_factory=list)
    # Its number is that of another paper.
    is_taken: bool = False

    @property
    def changed(self) -> bool:
        return bool(self.fields or self.signed or self.steps)


@dataclass
class Frame:
    """What holds for all rows: term and session, the register, the bodies, the clocks, the moment."""

    term: Term
    meeting: Meeting
    register: Register
    bodies: Bodies
    clocks: ClockBatch
    by: Any
    at: datetime
    created: dict[str, list[str]]


def plan(entries: list[Entry], frame: Frame) -> list[Line]:
    """A line for every row; rows that contradict each other or the portal are refused in their reports."""
    _refuse_repetitions(entries)
    cases = known_cases(frame.meeting, (entry.identity for entry in entries))
    classes = _Classes(frame.term)
    return [_line(entry, frame, cases.get(entry.identity), classes) for entry in entries]


def _line(entry: Entry, frame: Frame, case: Case | None, classes: "_Classes") -> Line:
    line = Line(entry, case=case)
    if entry.lead.name:
        line.lead = frame.register.lead_of(entry)
        line.cosigners = frame.register.cosigners_of(entry, line.lead)
    line.result_class = classes.find(entry)
    _check_units(entry, frame.bodies)
    _check_limits(entry, frame.clocks)
    if entry.report.refused:
        return line
    if case is None:
        entry.report.outcome = NEW
        line.steps = _steps(entry)
    else:
        compare(line, frame.bodies)
        if line.changed and not entry.report.refused:
            entry.report.outcome = CHANGED
    return line


def _steps(entry: Entry) -> list[str]:
    told = {
        WAIT: not entry.units and not entry.remark.withdrawn,
        ASSIGN: bool(entry.units),
        ACKNOWLEDGE: "acknowledged" in entry.days,
        ANSWER: "replied" in entry.days,
        RATE: entry.is_rated,
        WITHDRAW: entry.remark.withdrawn,
    }
    return [step for step, happened in told.items() if happened]


def _refuse_repetitions(entries: Iterable[Entry]) -> None:
    first: dict[tuple[str, int], Entry] = {}
    for entry in entries:
        earlier = first.setdefault(entry.identity, entry) if entry.number else entry
        if earlier is not entry:
            place = f"第{earlier.report.row}行"
            if earlier.report.sheet != entry.report.sheet:
                place = f"工作表“{earlier.report.sheet}”{place}"
            entry.error("number", f"编号{entry.number}与{place}相同，请改正其中一个，重复的请删去一行。")


def _check_units(entry: Entry, bodies: Bodies) -> None:
    seen: dict[int, str] = {}
    for name, role in entry.units:
        unit = bodies.unit(name)
        if unit is None:
            continue
        column = COLUMNS[role]
        if not handles(unit):
            entry.error(column, f"“{name}”是{unit.get_kind_display()}，不能作为承办单位，请核对。")
        elif unit.pk in seen and seen[unit.pk] != name:
            entry.error(column, f"“{name}”与“{seen[unit.pk]}”是同一个单位，请删去一处。")
        elif not unit.is_active:
            entry.warn(column, f"“{name}”已停用，请核对是否改由承接单位办理。")
        seen[unit.pk] = name


def _check_limits(entry: Entry, clocks: ClockBatch) -> None:
    """A day before any limit was in force is a slip of the pen, or a rule that is still to be entered."""
    start = entry.days.get("assigned")
    try:
        if start is not None:
            for kind in FROM_ASSIGNMENT:
                clocks.due_on(kind, start)
            _compare_due(entry, start, clocks)
    except TimeLimit.DoesNotExist:
        told = f"{date_text(start)}没有施行的办理期限规则"
        entry.error("assigned", f"{told}，请核对日期；确是当年交办的，请先在“期限规则”中补录当时的规定。")


def _compare_due(entry: Entry, start: date, clocks: ClockBatch) -> None:
    """Our own date rules the lights; where the office counted differently both dates are told."""
    told = entry.days.get("due")
    due = clocks.due_on(reply_kind(Suggestion(is_difficult=entry.remark.difficult), start), start)
    if told and due != told:
        entry.warn(
            "due",
            f"台账所列办理期限为{date_text(told)}，自{date_text(start)}交办起按规则计算为{date_text(due)}；"
            "提醒以计算日期为准，台账日期已留存。",
        )


class _Classes:
    """The classes of results of a term, looked up once for each day."""

    def __init__(self, term: Term) -> None:
        self.term = term
        self._by_day: dict[date, dict[str, ResultClass]] = {}

    def find(self, entry: Entry) -> ResultClass | None:
        """The class in force on the day of the reply; told at the cell when there is no such class."""
        day = entry.days.get("replied")
        if not entry.result or day is None:
            return None
        if day not in self._by_day:
            self._by_day[day] = {row.code: row for row in ResultClass.objects.of_term(self.term.pk, day)}
        known = self._by_day[day]
        named = {row.name: row for row in known.values()}
        found = known.get(entry.result) or named.get(entry.result)
        if found is None:
            words = "、".join(map(str, known.values()))
            entry.error("result", f"“{entry.result}”不是办理结果分类，请填：{words}。")
        return found
