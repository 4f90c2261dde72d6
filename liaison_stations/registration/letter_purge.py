"""Letters whose time of keeping is over: found for a purge, and erased as if their writers had asked."""

from datetime import date
from typing import Any

from django.db.models import QuerySet

from foundation.privacy.erasing import register_purge
from foundation.privacy.masking import mask_name
from foundation.web.chinese import date_text
from liaison_stations.models import Letter, MailboxRule
from liaison_stations.states.letter import MailboxCode
from liaison_stations.transitions.erase_letter import WORDS, erase_letter

REASON = "来信保存期限届满"


def letters_due(on: date) -> QuerySet[Letter]:
    """Finished letters kept longer than the local rule says; none where the office has ended the rule."""
    days = MailboxRule.amounts_on(on).get(MailboxCode.LETTER_KEEP)
    return Letter.objects.kept_long(on, days) if days else Letter.objects.none()


def _shown(letter: Letter) -> str:
    name = mask_name(letter.writer.name)
    return "，".join([str(letter), f"{date_text(letter.posted_at)}来信", *([f"来信人{name}"] if name else [])])


def _erase(letter: Letter, **facts: Any) -> None:
    erase_letter(letter.pk, **facts)


register_purge(Letter, WORDS, due=letters_due, reason=REASON, shown=_shown, carry_out=_erase)
