"""Finds out anew which letters are of one matter. A job; the letters themselves are not touched."""

from collections import Counter
from datetime import datetime, timedelta
from typing import Any

from django.db import connection, transaction
from django.utils.timezone import localdate as day_of

from deputies.models import AreaKind
from foundation.privacy.masking import mask_numbers
from liaison_stations.grouping import Group, Text, group
from liaison_stations.models import Letter, MailboxRule, MatterGroup, MatterMark
from liaison_stations.states.letter import LetterState, MailboxCode

# What nobody has looked at yet, and what was no matter of the house.
LEFT_OUT = (LetterState.POSTED, LetterState.DECLINED)
# Time and memory grow with the square of the number.
MOST = 3000
DEFAULT_DAYS = 180


@transaction.atomic
def group_matters(*, at: datetime) -> int:
    """Reads the letters of the last days, marks each with its matter, and answers how many groups there are.

    Letters are opened in memory only. A group keeps its row when most of its letters were together before, so that a
    link to it stays good. One run at a time.
    """
    with connection.cursor() as cursor:
        cursor.execute("SELECT pg_advisory_xact_lock(hashtext('liaison_stations.group_matters'))")
    letters = {letter.pk: letter for letter in _letters(at)}
    found = group([_text(letter) for letter in letters.values()])
    before = dict(MatterMark.objects.exclude(group=None).values_list("letter", "group"))
    rows = _rows_for([one for one in found if len(one.keys) > 1], before, at)
    MatterMark.objects.all().delete()
    MatterMark.objects.bulk_create(_mark(letters[key], one, rows.get(one.keys)) for one in found for key in one.keys)
    MatterGroup.objects.exclude(pk__in=[row.pk for row in rows.values()]).delete()
    return len(rows)


def _letters(at: datetime) -> list[Letter]:
    days = MailboxRule.amounts_on(day_of(at)).get(MailboxCode.MATTER_DAYS, DEFAULT_DAYS)
    rows = Letter.objects.filter(posted_at__gte=at - timedelta(days=days), posted_at__lte=at, erased_at=None)
    rows = rows.exclude(state__in=LEFT_OUT).select_related("key", "area__parent", "to_station__area__parent")
    return list(rows.order_by("-posted_at", "-pk")[:MOST])


def _text(letter: Letter) -> Text:
    """The words without numbers of people; the village or community it is about counts as a place."""
    area, top = _area(letter), _township(letter)
    named = area.name if area is not None and area != top else ""
    body = mask_numbers(f"{letter.text}。{letter.place}。{named}")
    return Text(letter.pk, mask_numbers(letter.title), body, top.name if top else "")


def _area(letter: Letter) -> Any:
    return letter.area or (letter.to_station.area if letter.to_station else None)


def _township(letter: Letter) -> Any:
    """The township or street: a letter to it and one from its village may be of one matter."""
    area = _area(letter)
    return area.parent if area is not None and area.kind in (AreaKind.VILLAGE, AreaKind.COMMUNITY) else area


def _rows_for(found: list[Group], before: dict[int, int], at: datetime) -> dict[tuple[int, ...], MatterGroup]:
    """The row of each group: that of most of its letters, unless a larger group has taken it."""
    known, rows = MatterGroup.objects.in_bulk(), {}
    for one in found:
        earlier = Counter(before[key] for key in one.keys if before.get(key) in known)
        row = known.pop(earlier.most_common(1)[0][0]) if earlier else MatterGroup(found_at=at)
        row.matter, row.place = one.matter or "其他", one.place[:40]
        row.save()
        rows[one.keys] = row
    return rows


def _mark(letter: Letter, one: Group, row: MatterGroup | None) -> MatterMark:
    return MatterMark(letter=letter, group=row, matter=one.matter, area=_township(letter), on=day_of(letter.posted_at))
