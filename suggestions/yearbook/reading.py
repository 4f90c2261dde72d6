"""Reads the facts of a period: a fixed number of queries, however many suggestions the year has."""

from collections import defaultdict
from collections.abc import Iterable
from datetime import date
from typing import Any

from django.db.models import QuerySet
from django.utils import timezone

from foundation.deadlines.models import Deadline
from suggestions.models import (
    Assignment,
    Commitment,
    ContactRecord,
    Extension,
    KeySupervision,
    Rating,
    Reply,
    ResultClass,
    Round,
    Suggestion,
    Threshold,
)
from suggestions.models.threshold import SMALL_SAMPLE
from suggestions.states import KeyState, Origin
from suggestions.yearbook.facts import CaseFacts, Label, PartFacts, PromiseFacts, Talk, Turn, Yearbook
from suggestions.yearbook.period import Period

Grouped = dict[int, list[Any]]
NOBODY = Label("none", "未分代表团", (99999,))
UNSORTED = Label("none", "未分类", (99999,))
READ = (
    *("number_text", "title", "channel", "origin", "is_key", "state", "published_at", "registered_at"),
    *("lead__deputy__name", "delegation__name", "delegation__order", "category__name", "category__order"),
    "supervising_committee__name",
)
FIRST_REPLY = ("reply", "reply_difficult")


def read(period: Period, on: date) -> Yearbook:
    """The facts about what was registered in `period`, as they stand now; `on` decides what is overdue."""
    cases = Suggestion.objects.registered_between(*period.bounds())
    parts = _parts(cases)
    turns, leaders = _turns(cases), _leaders(cases, period.year)
    gone = Suggestion.objects.withdrawn_after_registration(*period.bounds())
    return Yearbook(
        on=on,
        cases=[_case(row, parts, turns, leaders) for row in _rows(cases)],
        withdrawn=[_case(row, {}, {}, {}) for row in _rows(gone)],
        promises=promises_made(period),
        classes=_classes(on, parts),
        least=Threshold.objects.amount(SMALL_SAMPLE, on),
    )


def promises_made(period: Period) -> list[PromiseFacts]:
    """The promises of replies delivered in `period`, whichever year the suggestion is of (CQ17 34)."""
    rows = Commitment.objects.filter(made_at__range=period.bounds(), suggestion__in=Suggestion.objects.of_district())
    return [
        PromiseFacts(
            pk=row.pk,
            case_pk=row.suggestion_id,
            part_pk=row.assignment_id,
            unit=unit_label(row.assignment.unit),
            state=row.state,
            due_on=row.due_on,
            made_on=timezone.localdate(row.made_at),
            text=row.text,
            raised=row.upgraded_to_id is not None,
        )
        for row in rows.select_related("assignment__unit").order_by("due_on", "pk")
    ]


def unit_label(unit: Any) -> Label:
    """The heading of a unit's row."""
    return Label(str(unit.pk), unit.name, (unit.pinyin_key, unit.pk))


def class_label(row: ResultClass) -> Label:
    """The heading of a class; of two dictionaries of one year each keeps its own."""
    return Label(str(row.pk), str(row), (row.order, row.code, row.pk))


def _rows(cases: QuerySet) -> QuerySet:
    names = ("lead__deputy", "delegation", "category", "supervising_committee")
    return cases.select_related(*names).only(*READ).order_by("registered_at", "pk")


def _case(row: Suggestion, parts: Grouped, turns: Grouped, leaders: dict[int, tuple[str, str]]) -> CaseFacts:
    delegation, category = row.delegation, row.category
    return CaseFacts(
        pk=row.pk,
        number=row.number_text,
        title=row.title,
        channel=row.channel,
        is_converted=row.origin == Origin.CONVERTED_MOTION,
        is_key=row.is_key,
        state=row.state,
        category=Label(str(category.pk), category.name, (category.order, category.pk)) if category else UNSORTED,
        delegation=Label(str(delegation.pk), delegation.name, (delegation.order, delegation.pk))
        if delegation
        else NOBODY,
        lead=row.lead.deputy.name,
        committee=str(row.supervising_committee or ""),
        is_public=row.published_at is not None,
        leaders=leaders.get(row.pk, ("", "")),
        parts=parts.get(row.pk, ()),
        turns=turns.get(row.pk, ()),
    )


def _leaders(cases: QuerySet, year: int) -> dict[int, tuple[str, str]]:
    """Who leads the key supervision of the year, on both sides; what was taken off the list is left out."""
    rows = KeySupervision.objects.filter(suggestion__in=cases.values("pk"), year=year).exclude(state=KeyState.REMOVED)
    found = rows.values_list("suggestion", "leader__name", "government_leader")
    return {pk: (ours, theirs) for pk, ours, theirs in found}


def _turns(cases: QuerySet) -> Grouped:
    grades = {row.round_id: row for row in Rating.objects.filter(suggestion__in=cases.values("pk"))}
    found: Grouped = defaultdict(list)
    for row in Round.objects.filter(suggestion__in=cases.values("pk")).order_by("suggestion", "number"):
        said = grades.get(row.pk)
        words = {"attitude": said.attitude, "result": said.result} if said else {}
        turn = Turn(row.number, replied=row.replied_at is not None, not_stated=row.not_stated, **words)
        found[row.suggestion_id].append(turn)
    return found


def _parts(cases: QuerySet) -> Grouped:
    rows = Assignment.objects.active().filter(suggestion__in=cases.values("pk"))
    replies, talks, extensions = _replies(rows), _talks(rows), _extensions(rows)
    due, signing = _clocks(rows, *FIRST_REPLY), _clocks(rows, "sign_in")
    found: Grouped = defaultdict(list)
    for row in rows.select_related("unit").order_by("suggestion", "pk"):
        said = replies.get(row.pk, [])
        signed_due = signing.get(row.pk)
        part = PartFacts(
            pk=row.pk,
            case_pk=row.suggestion_id,
            unit=unit_label(row.unit),
            kind=row.unit.kind,
            role=row.role,
            due_on=due.get(row.pk),
            replied_on=min((timezone.localdate(reply.delivered_at) for reply in said), default=None),
            signing_due_on=signed_due,
            signed_on=timezone.localdate(row.acknowledged_at) if row.acknowledged_at else None,
            result=_last_class(said),
            talks=talks.get(row.pk, ()),
            extensions=extensions.get(row.pk, ()),
            is_public=any(reply.publish for reply in said[-1:]),
        )
        found[row.suggestion_id].append(part)
    return found


def _last_class(replies: list[Reply]) -> Label | None:
    last = replies[-1].result_class if replies else None
    return class_label(last) if last else None


def _replies(parts: QuerySet) -> Grouped:
    """Delivered replies, the last round last."""
    rows = Reply.objects.delivered().filter(assignment__in=parts.values("pk")).select_related("result_class")
    rows = rows.defer("body", "points", "contact_phone", "commitment_text")
    return _by_part(rows.order_by("round__number"), lambda row: row)


def _talks(parts: QuerySet) -> Grouped:
    rows = ContactRecord.objects.filter(assignment__in=parts.values("pk"), round__number=1).exclude(confirmed=False)
    return _by_part(rows.only("assignment", "phase", "method"), lambda row: Talk(row.phase, row.method))


def _extensions(parts: QuerySet) -> Grouped:
    rows = Extension.objects.filter(assignment__in=parts.values("pk")).only("assignment", "accepted")
    return _by_part(rows, lambda row: row.accepted)


def _by_part(rows: Iterable[Any], fact: Any) -> Grouped:
    found: Grouped = defaultdict(list)
    for row in rows:
        found[row.assignment_id].append(fact(row))
    return found


def _clocks(parts: QuerySet, *kinds: str) -> dict[int, date]:
    """The due day of the last clock of these kinds that was not cancelled."""
    rows = Deadline.objects.of(parts).filter(kind__in=kinds, cancelled_at=None).order_by("pk")
    return dict(rows.values_list("subject_id", "due_on"))


def _classes(on: date, parts: Grouped) -> list[Label]:
    """The classes of the dictionary in force, and those the replies were given under."""
    used = {part.result for group in parts.values() for part in group if part.result}
    known = {class_label(row) for row in ResultClass.objects.of_term(None, on)}
    return sorted(used | known, key=lambda label: label.order)
