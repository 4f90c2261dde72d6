"""Each unit's head and number series: 示交函〔2026〕12号 for replies, 示交会〔2026〕3号 for opinions."""

from collections.abc import Iterable
from datetime import date

from foundation.accounts.models import Organisation
from suggestions.models import DocumentHead
from suggestions.states import PaperUse

WORDS = {PaperUse.REPLY: "函", PaperUse.CO_OPINION: "会"}


def write_heads(units: Iterable[Organisation], since: date) -> None:
    """One row for every unit and use, in force from `since`."""
    DocumentHead.objects.bulk_create(
        DocumentHead(
            organisation=unit,
            use=use,
            pattern=f"示{unit.short_name[1:3]}{word}〔{{年}}〕{{号}}号",
            legal_basis="本单位公文处理办法",
            valid_from=since,
        )
        for unit in units
        for use, word in WORDS.items()
    )
