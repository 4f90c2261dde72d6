"""A matter of which many write in a short time is brought before the office, which says what it makes of it."""

from collections.abc import Sequence
from datetime import datetime, timedelta
from typing import Any

from django.db import transaction
from django.db.models import Count, Q

from foundation.workflow import Refused
from liaison_stations.models import MailboxRule, MatterGroup
from liaison_stations.notices import matters as notices
from liaison_stations.rules.matters import may_note_matter
from liaison_stations.states.letter import MailboxCode
from liaison_stations.transitions._letter import day_of, filled, note
from liaison_stations.transitions._matter_pins import one_at_a_time

DEFAULT_DAYS = 30


def raise_matters(*, at: datetime) -> Sequence[MatterGroup]:
    """Groups that have reached the local number of letters in the local days: they rise once.

    None while the office has ended the rule. Called inside the grouping's transaction.
    """
    numbers = MailboxRule.amounts_on(day_of(at))
    if not (many := numbers.get(MailboxCode.MATTER_RISES)):
        return []
    since = day_of(at) - timedelta(days=numbers.get(MailboxCode.MATTER_RISES_IN, DEFAULT_DAYS) - 1)
    late = Count("marks", filter=Q(marks__on__gte=since))
    rows = list(MatterGroup.objects.filter(risen_at=None).annotate(late=late).filter(late__gte=max(many, 2)))
    for row in rows:
        row.risen_at = at
        row.save(update_fields=["risen_at"])
        note("raise_matter", row, f"热点事项提请研判：{row}。", by=None, at=at, letters=row.late)
        notices.matter_risen(row, at=at)
    return rows


@transaction.atomic
def note_matter(pk: Any, *, finding: str, by: Any, at: datetime) -> MatterGroup:
    """The office has looked at it and writes what is to follow; the card is done."""
    one_at_a_time()
    row = MatterGroup.objects.visible_to(by).filter(pk=pk).first()
    if row is None:
        raise Refused("这个事项已经并入其他事项或者不再成组，请回到民情热点查看。", "state")
    may_note_matter(by, row, on=day_of(at)).require()
    row.finding = filled(finding, "请写明研判意见，例如“列入本月集中研判”。", "finding")
    row.noted_at, row.noted_by = at, by
    row.save(update_fields=["finding", "noted_at", "noted_by"])
    note("note_matter", row, f"热点事项已研判：{row}。", by=by, at=at)
    return row
