from datetime import datetime
from typing import Any

from django.db import transaction

from foundation.audit.models import Visibility
from foundation.workflow import Refused
from suggestions import notices
from suggestions.models import PaperRating
from suggestions.rules import may_confirm_paper_rating
from suggestions.states import PaperState
from suggestions.transitions.beats import day_of, open_paper
from suggestions.transitions.beats import note as write
from suggestions.transitions.rate import give


@transaction.atomic
def confirm_paper_rating(
    pk: Any, *, by: Any, at: datetime, version: int | None = None, agrees: bool, note: str = ""
) -> PaperRating:
    """A second clerk compares entry and scan; `pk` is the PaperRating. Only his yes makes a Rating of it.

    Refused to the clerk who entered it. A no needs its reason and leaves the round unrated.
    """
    paper = open_paper(PaperRating, pk)
    may_confirm_paper_rating(by, paper, on=day_of(at)).require()
    if not agrees and not note.strip():
        raise Refused("核对不符的，请说明哪里不符。", "input")
    paper.state = PaperState.CONFIRMED if agrees else PaperState.REJECTED
    paper.checked_by, paper.checked_at, paper.check_note = by, at, note
    paper.save(update_fields=["state", "checked_by", "checked_at", "check_note"])
    summary = f"核对纸质评价：{paper.get_state_display()}。{note}"
    write("confirm_paper_rating", paper.suggestion, summary, by=by, at=at, visibility=Visibility.OFFICE)
    if agrees:
        give(paper.suggestion, paper.attitude, paper.result, paper.reason, by=by, at=at)
    else:
        notices.paper_rejected(paper, by=by, at=at)
    return paper
