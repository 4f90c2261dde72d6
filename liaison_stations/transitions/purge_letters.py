"""Letters whose time is over are erased as if their writers had asked: key, words, writer, files."""

from datetime import datetime, timedelta

from django.db.models import QuerySet
from django.db.models.functions import Coalesce

from liaison_stations.models import Letter, MailboxRule
from liaison_stations.states.letter import FINISHED, MailboxCode
from liaison_stations.transitions._letter import day_of
from liaison_stations.transitions.erase_letter import erase_letter

REASON = "来信保存期限届满"
BATCH = 500


def over(at: datetime) -> QuerySet[Letter]:
    """Finished letters kept longer than the local rule says; none where the office has ended the rule."""
    ended = Letter.objects.annotate(ended_at=Coalesce("closed_at", "answered_at"))
    days = MailboxRule.amounts_on(day_of(at)).get(MailboxCode.LETTER_KEEP)
    if not days:
        return ended.none()
    return ended.filter(state__in=FINISHED, erased_at=None, ended_at__lt=at - timedelta(days=days))


def purge_letters(*, at: datetime) -> int:
    """Erases what is over at the moment, each letter in a transaction of its own; answers how many."""
    keys = list(over(at).order_by("ended_at", "pk").values_list("pk", flat=True)[:BATCH])
    for pk in keys:
        erase_letter(pk, reason=REASON, by=None, at=at)
    return len(keys)
