"""Who hears a milestone, what it says, and how one bad row is kept from stopping the others."""

from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass, field
from datetime import date
from typing import Any

import structlog
from django.db import transaction

from foundation.accounts.models import Substitute, User
from foundation.accounts.people import people_with
from foundation.accounts.roles import Role
from foundation.deadlines.milestones import Selection
from foundation.deadlines.models import Deadline
from foundation.deadlines.registry import ClockKind, is_in_person
from foundation.deadlines.units import Level

log = structlog.get_logger(__name__)

Ask = Callable[[Sequence[Deadline]], Mapping[int, Any]]


@dataclass
class Case:
    """One clock on its way through a batch."""

    clock: Deadline
    selection: Selection
    subject: Any = None
    people: set[int] = field(default_factory=set)
    unowned: bool = False
    settled: bool = False
    fault: str = ""

    @property
    def goes_on(self) -> bool:
        """Still to be told about."""
        return self.selection.latest is not None and not self.settled and not self.fault

    @property
    def level(self) -> int:
        return self.selection.latest.mark.level if self.selection.latest else 0


def ask(cases: Sequence[Case], question: Ask) -> dict[int, Any]:
    """The room's answers for all cases at once; where that raises, one by one, so that only the bad row is left out.

    A savepoint around each call keeps a broken query of a room from spoiling the transaction of the batch.
    """
    try:
        with transaction.atomic():
            return dict(question([case.clock for case in cases]))
    except Exception:
        log.warning("deadlines.batch_failed", cases=len(cases), exc_info=True)
    answers: dict[int, Any] = {}
    for case in cases:
        answers |= _ask_one(case, question)
    return answers


def _ask_one(case: Case, question: Ask) -> dict[int, Any]:
    try:
        with transaction.atomic():
            return dict(question([case.clock]))
    except Exception as error:  # noqa: BLE001  (as above)
        case.fault = f"{type(error).__name__}: {error}"
        return {}


def find_subjects(kind: ClockKind, cases: Sequence[Case]) -> None:
    """Fetches the objects, and asks the room whether the fact still holds right before telling (L3)."""
    if kind.still_due is not None:
        check = kind.still_due
        due = ask(cases, lambda clocks: dict.fromkeys(check(clocks), True))
        for case in cases:
            case.settled = not case.fault and case.clock.pk not in due
    living = [case for case in cases if case.goes_on]
    subjects = ask(living, kind.fetch)
    for case in living:
        case.subject = subjects.get(case.clock.pk)
        if case.subject is None:
            case.fault = case.fault or f"找不到期限所属的事项（编号 {case.clock.subject_id}）"


def find_people(kind: ClockKind, cases: Sequence[Case]) -> None:
    """Collects the people of each level up to the milestone's; whom nobody owns goes to those who must assign (L4)."""
    for level in Level.values:
        _add_people(kind, [case for case in cases if case.goes_on and case.level >= level], level)
    for level in Level.values:
        lonely = [case for case in cases if case.goes_on and not case.people]
        for case in lonely:
            case.unowned = True
        _add_people(kind, [case for case in lonely if case.level < level], level)


def _add_people(kind: ClockKind, cases: Sequence[Case], level: int) -> None:
    if not cases:
        return
    found = ask(cases, lambda clocks: kind.recipients(clocks, level))
    named = {person for people in found.values() for person in people}
    # Somebody who has left the house hears nothing; his clock then counts as nobody's.
    here = set(User.objects.filter(pk__in=named, is_active=True).values_list("pk", flat=True))
    for case in cases:
        case.people |= here.intersection(found.get(case.clock.pk, ()))


def fall_back_on_clerks(cases: Sequence[Case], on: date) -> None:
    """Where no room names anybody, the liaison clerks hear it."""
    lonely = [case for case in cases if case.goes_on and not case.people and not is_in_person(case.clock.kind)]
    if lonely:
        clerks = set(people_with(Role.CLERK, on=on).values_list("pk", flat=True))
        for case in lonely:
            case.people = set(clerks)


def add_substitutes(cases: Sequence[Case], on: date) -> None:
    """Whoever stands in for an absent person hears it too (F5)."""
    cases = [case for case in cases if not is_in_person(case.clock.kind)]
    people = {person for case in cases for person in case.people}
    standing: dict[int, set[int]] = {}
    rows = Substitute.objects.active_on(on).filter(principal__in=people)
    for principal, substitute in rows.values_list("principal_id", "substitute_id"):
        standing.setdefault(principal, set()).add(substitute)
    for case in cases if standing else ():
        case.people |= {substitute for person in case.people for substitute in standing.get(person, ())}
