"""Finds out anew which letters and visits are of one matter. A job; they themselves are not touched."""

from collections import Counter
from collections.abc import Iterable, Mapping
from datetime import datetime, timedelta
from typing import Any

from django.db import transaction
from django.utils.timezone import localdate as day_of

from deputies.models import AreaKind
from foundation.privacy.masking import mask_numbers
from liaison_stations.grouping import Group, Text, Words, group
from liaison_stations.models import (
    Letter,
    MailboxRule,
    MatterCorrection,
    MatterGroup,
    MatterMark,
    MatterWord,
    ReceptionRecord,
)
from liaison_stations.states.letter import LetterState, MailboxCode
from liaison_stations.states.matter import CorrectionKind
from liaison_stations.transitions._matter_pins import followed, one_at_a_time, standing
from liaison_stations.transitions.raise_matters import raise_matters

# What nobody has looked at yet, and what was no matter of the house.
LEFT_OUT = (LetterState.POSTED, LetterState.DECLINED)
# Time and memory grow with the square of the number.
MOST = 3000
DEFAULT_DAYS = 180
UNNAMED = "其他"

Paper = Letter | ReceptionRecord


@transaction.atomic
def group_matters(*, at: datetime) -> int:
    """Reads the letters and visits of the last days, marks each with its matter, answers how many groups there are.

    They are opened in memory only. A group keeps its row when most of its papers were together before, so that a
    link to it stays good. What the office corrected stays corrected; a group that is left with one paper is none
    until there are two of it again. One run at a time.
    """
    one_at_a_time()
    read: list[Paper] = [*_letters(at), *_records(at)]
    papers = dict(enumerate(read))
    found = group([_text(key, paper) for key, paper in papers.items()], Words(MatterWord.in_force(day_of(at))))
    known = {(mark.letter_id, mark.record_id): mark.group_id or 0 for mark in MatterMark.objects.exclude(group=None)}
    before = {key: known[_keys(paper)] for key, paper in papers.items() if _keys(paper) in known}
    said = standing()
    pins = {key: said[_keys(paper)] for key, paper in papers.items() if _keys(paper) in said}
    rows = _rows_for(found, pins, before, at)
    MatterMark.objects.all().delete()
    MatterMark.objects.bulk_create(_mark(papers[key], one, rows.get(key)) for one in found for key in one.keys)
    used = {row.pk for row in rows.values()}
    MatterGroup.objects.filter(corrections_away=None, corrections_to=None).exclude(pk__in=used).delete()
    raise_matters(at=at)
    return len(used)


def _since(at: datetime) -> datetime:
    days = MailboxRule.amounts_on(day_of(at)).get(MailboxCode.MATTER_DAYS, DEFAULT_DAYS)
    return at - timedelta(days=days)


def _letters(at: datetime) -> list[Letter]:
    rows = Letter.objects.filter(posted_at__range=(_since(at), at), erased_at=None).exclude(state__in=LEFT_OUT)
    rows = rows.select_related("key", "area__parent", "to_station__area__parent")
    return list(rows.order_by("-posted_at", "-pk")[:MOST])


def _records(at: datetime) -> list[ReceptionRecord]:
    """Visits settled on the spot; the others are letters."""
    rows = ReceptionRecord.objects.filter(received_at__range=(_since(at), at), letter=None, erased_at=None)
    return list(rows.select_related("station__area__parent").order_by("-received_at", "-pk")[:MOST])


def _keys(paper: Paper) -> tuple[int | None, int | None]:
    return (paper.pk, None) if isinstance(paper, Letter) else (None, paper.pk)


def _text(key: int, paper: Paper) -> Text:
    """The words without numbers of people; the village or community it is about counts as a place."""
    area, top = _area(paper), _township(paper)
    named = area.name if area is not None and area != top else ""
    place = paper.place if isinstance(paper, Letter) else ""
    body = mask_numbers(f"{paper.text}。{place}。{named}")
    return Text(key, mask_numbers(paper.title), body, top.name if top else "")


def _area(paper: Paper) -> Any:
    if isinstance(paper, ReceptionRecord):
        return paper.station.area
    return paper.area or (paper.to_station.area if paper.to_station else None)


def _township(paper: Paper) -> Any:
    """The township or street: a letter to it and one from its village may be of one matter."""
    area = _area(paper)
    return area.parent if area is not None and area.kind in (AreaKind.VILLAGE, AreaKind.COMMUNITY) else area


def _rows_for(
    found: list[Group], pins: Mapping[int, MatterCorrection], before: dict[int, int], at: datetime
) -> dict[int, MatterGroup]:
    """The row of each paper that has one: where the office put it, else that of its group."""
    known = MatterGroup.objects.in_bulk()
    free, rows = dict(known), {key: known[pin.target_id] for key, pin in pins.items() if pin.target_id}
    joins = {key: pin for key, pin in pins.items() if pin.kind == CorrectionKind.JOIN}
    for one in found:
        keys = [key for key in one.keys if key not in pins]
        together = followed([key for key in one.keys if key in joins or key not in pins], joins, before)
        if together:
            rows |= dict.fromkeys(keys, known[together])
        elif len(keys) > 1:
            rows |= dict.fromkeys(keys, _row_of(one, free, _were_in(one.keys, pins, before), at))
    many = Counter(row.pk for row in rows.values())
    return {key: row for key, row in rows.items() if many[row.pk] > 1}


def _were_in(keys: Iterable[int], pins: Mapping[int, MatterCorrection], before: Mapping[int, int]) -> list[int]:
    """The groups these papers were in, or those of which the office took some out: what was written of one is kept."""
    away = [pins[key].source_id for key in keys if key in pins and pins[key].kind != CorrectionKind.JOIN]
    return [before[key] for key in keys if key in before and key not in pins] or away


def _row_of(one: Group, free: dict[int, MatterGroup], were_in: Iterable[int], at: datetime) -> MatterGroup:
    """The row of most of its letters, unless a larger group has taken it."""
    earlier = Counter(pk for pk in were_in if pk in free)
    row = free.pop(earlier.most_common(1)[0][0]) if earlier else MatterGroup(found_at=at)
    row.matter, row.place = one.matter or UNNAMED, one.place[:40]
    row.save()
    return row


def _mark(paper: Paper, one: Group, row: MatterGroup | None) -> MatterMark:
    letter, record = _keys(paper)
    on = day_of(paper.posted_at if isinstance(paper, Letter) else paper.received_at)
    matter = row.matter if row and row.matter != UNNAMED else one.matter
    return MatterMark(letter_id=letter, record_id=record, group=row, matter=matter, area=_township(paper), on=on)
