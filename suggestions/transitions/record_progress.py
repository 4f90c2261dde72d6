from datetime import datetime
from typing import Any

from django.db import transaction

from foundation import deadlines
from foundation.workflow import Refused
from suggestions import notices
from suggestions.models import Commitment, CommitmentProgress, ProgressColour
from suggestions.rules import may_record_progress
from suggestions.transitions.beats import day_of, note, open_unit_paper
from suggestions.transitions.clocks import start_progress


@transaction.atomic
def record_progress(
    pk: Any,
    *,
    by: Any,
    at: datetime,
    version: int | None = None,
    colour: ProgressColour,
    text: str,
    obstacle: str = "",
) -> CommitmentProgress:
    """A unit grades a promise by colour and says what was done; `pk` is the Commitment.

    The next report is due a month later. Refused for the colour that says "done", which follows from the confirmation
    alone, and without the difficulty where the colour asks for it. Deputy, office and committee hear of it.
    """
    commitment = open_unit_paper(Commitment, pk)
    may_record_progress(by, commitment, on=day_of(at)).require()
    _check(colour, text, obstacle)
    entry = add_progress(commitment, colour, text, obstacle=obstacle, by=by, at=at)
    deadlines.meet("promise_progress", commitment, at=at)
    start_progress(commitment, on=day_of(at), by=by, at=at)
    summary = f"{commitment.assignment.unit}填报承诺进展（{colour.name}）：{text}"
    note("record_progress", commitment.suggestion, summary, by=by, at=at, commitment=commitment.pk, progress=entry.pk)
    notices.progress_recorded(entry, by=by, at=at)
    return entry


def add_progress(
    commitment: Commitment, colour: ProgressColour, text: str, *, obstacle: str = "", by: Any, at: datetime
) -> CommitmentProgress:
    """Writes one more entry and shows its colour in the ledger; the caller has asked the rule."""
    entry = CommitmentProgress.objects.create(
        suggestion=commitment.suggestion,
        commitment=commitment,
        colour=colour,
        text=text,
        obstacle=obstacle,
        entered_by=by,
        entered_at=at,
    )
    commitment.colour = colour
    commitment.save(update_fields=["colour"])
    return entry


def _check(colour: ProgressColour, text: str, obstacle: str) -> None:
    if colour.is_done:
        raise Refused(f"“{colour.name}”表示已经完成，请改为办理“报告承诺兑现”，经确认后自动标注。", "input")
    if not text.strip():
        raise Refused("请写明进展情况。", "input")
    if colour.needs_reason and not obstacle.strip():
        raise Refused(f"选择“{colour.name}”的，请写明困难和需要协调的事项。", "input")
