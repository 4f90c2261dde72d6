"""The reminder job: state-driven ("what is due and not done?"), so that it may run twice, late, or be killed (L7)."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date, datetime, time

import structlog
from django.db import transaction
from django.utils import timezone

from foundation.deadlines import addressing, ledger, registry
from foundation.deadlines.addressing import Case
from foundation.deadlines.lights import light
from foundation.deadlines.milestones import Mark, select
from foundation.deadlines.models import Deadline, TimeLimit
from foundation.deadlines.schedule import marks as all_marks
from foundation.notices import Message, tell_many
from foundation.notices.models import OutboxMail
from foundation.workdays.calendar import current_calendar

log = structlog.get_logger(__name__)

KIND = "deadlines.reminder"
BATCH = 1000
UNOWNED = "该事项尚未明确责任人，请先确定承办单位或经办人。"


@dataclass
class RemindReport:
    """What one run did, counted in clocks; `messages` counts people told."""

    clocks: int = 0
    messages: int = 0
    superseded: int = 0
    nobody: int = 0
    faults: int = 0

    def __str__(self) -> str:
        return (
            f"到提醒日的期限 {self.clocks} 个，发出提醒 {self.messages} 条，由其后提醒取代 {self.superseded} 条，"
            f"无人可提醒 {self.nobody} 个，出错 {self.faults} 个"
        )


def remind_due(on: date | None = None, *, at: datetime | None = None, batch: int = BATCH) -> RemindReport:
    """Tells whoever has to be told by the day `on` (today), and writes it into the ledger.

    Every batch is one transaction: its clocks are locked (clocks locked by another worker are left to that one), the
    ledger rows are written first, the notices after them. Killed in the middle, the batch is as if it had never begun.
    """
    at = at or (timezone.now() if on in (None, timezone.localdate()) else _morning(on))
    on = on or timezone.localdate(at)
    report, plan, last = RemindReport(), all_marks(), 0
    while True:
        with transaction.atomic():
            cases = _claim(plan, on, last, batch)
            if not cases:
                return report
            _remind(cases, on, at, report)
        last = cases[-1].clock.pk


def _morning(day: date) -> datetime:
    return timezone.make_aware(datetime.combine(day, time(9)))


def _claim(plan: dict[str, list[Mark]], on: date, after: int, batch: int) -> list[Case]:
    owing = Deadline.objects.owing(on).filter(pk__gt=after).defer("derivation").order_by("pk")
    clocks = list(owing.select_for_update(skip_locked=True, no_key=True)[:batch])
    # A handful of limits serve thousands of clocks; a join would build each limit as often.
    limits = TimeLimit.objects.in_bulk({clock.limit_id for clock in clocks})
    for clock in clocks:
        clock.limit = limits[clock.limit_id]
    calendar = current_calendar()
    return [
        Case(clock, select(calendar, plan.get(clock.kind, []), clock.due_on, through=clock.reminded_through, on=on))
        for clock in clocks
    ]


def _remind(cases: list[Case], on: date, at: datetime, report: RemindReport) -> None:
    by_kind: dict[str, list[Case]] = {}
    for case in cases:
        by_kind.setdefault(case.clock.kind, []).append(case)
    for key, group in by_kind.items():
        _address(key, group)
    addressing.fall_back_on_clerks(cases, on)
    addressing.add_substitutes(cases, on)
    texts = {case.clock.pk: text for case in cases if case.goes_on and (text := _text(case, on))}
    fresh = ledger.write(cases, at)
    told = tell_many([_message(case, texts[case.clock.pk], key) for case in cases for key in _keys(case, fresh)], at=at)
    ledger.advance(cases, on)
    _count(report, cases, len(told), ledger.note_faults(cases, at))


def _address(key: str, cases: Sequence[Case]) -> None:
    if not registry.known(key):
        for case in cases:
            case.fault = f"期限种类 {key} 没有登记，无法确定提醒对象"
        return
    kind = registry.kind_of(key)
    living = [case for case in cases if case.goes_on]
    addressing.find_subjects(kind, living)
    addressing.find_people(kind, living)


def _text(case: Case, on: date) -> tuple[str, str, str] | None:
    """Title, body and address, the body ending with what happens next (F79)."""
    try:
        kind = registry.kind_of(case.clock.kind)
        title, body, url = kind.message(case.clock, case.subject, light(case.clock, on))
    except Exception as error:  # noqa: BLE001  (a room's text for one odd case must not silence the others)
        case.fault = f"{type(error).__name__}: {error}"
        return None
    mark = case.selection.latest.mark if case.selection.latest else None
    lines = [body, UNOWNED if case.unowned else "", mark.consequence if mark else ""]
    return title, "\n".join(line for line in lines if line), url


def _keys(case: Case, fresh: set[ledger.Key]) -> list[ledger.Key]:
    latest = case.selection.latest
    if latest is None or case.fault:
        return []
    mine = ((case.clock.pk, latest.mark.pk, latest.day, person) for person in sorted(case.people))
    return [key for key in mine if key in fresh]


def cause_of(clock: Deadline, milestone: int, day: date) -> str:
    """Names a reminder in the inbox and the outbox; the due date is part of it, so that a moved one speaks anew."""
    return f"deadline:{clock.pk}:{clock.due_on}:{milestone}:{day}"


def _message(case: Case, text: tuple[str, str, str], key: ledger.Key) -> Message:
    title, body, url = text
    _, milestone, day, person = key
    about = (case.clock.subject_type_id, str(case.clock.subject_id))
    return Message(person or 0, KIND, title, cause_of(case.clock, milestone, day), body, url, about)


def _count(report: RemindReport, cases: Sequence[Case], told: int, faults: int) -> None:
    report.clocks += len(cases)
    report.messages += told
    report.superseded += sum(len(case.selection.superseded) for case in cases if not case.fault)
    report.nobody += sum(case.goes_on and not case.people for case in cases)
    report.faults += faults
    for case in cases:
        if case.fault:
            log.error("deadlines.reminder_failed", deadline=case.clock.pk, kind=case.clock.kind, error=case.fault)


def unwanted(mails: Sequence[OutboxMail]) -> set[int]:
    """Keys of reminder mails that are out of date: the clock is closed, stands, has moved, or a later one was told."""
    keys = {mail.pk: mail.cause.split(":") for mail in mails}
    clocks = Deadline.objects.open().defer("derivation").in_bulk([int(parts[1]) for parts in keys.values()])
    return {mail.pk for mail in mails if not _still_speaks(mail, keys[mail.pk], clocks)}


def _still_speaks(mail: OutboxMail, parts: list[str], clocks: dict[int, Deadline]) -> bool:
    _, pk, due, _, day = parts
    clock = clocks.get(int(pk))
    if clock is None or clock.paused_on or clock.due_on.isoformat() != due:
        return False
    return not clock.reminders.filter(person=mail.recipient_id, outcome=ledger.SENT, occurrence__gt=day).exists()
