"""A matter that was brought to a circle becomes a draft of the deputy who asked."""

from datetime import datetime
from typing import Any

from django.db import transaction

from deputies.models import CircleMatter
from deputies.states import Level
from foundation.workflow import lock
from suggestions.models import Suggestion
from suggestions.rules.proposer import may_draft_from_circle, seats_to_write_under
from suggestions.transitions.beats import day_of
from suggestions.transitions.create_draft import create_draft


@transaction.atomic
def draft_from_circle(matter: Any, *, by: Any, at: datetime, version: int | None = None) -> Suggestion:
    """Begins a draft with the matter as its facts and the answers as its grounds; the deputy rewords it.

    Refused: somebody else's matter, without an answer, twice. Nobody else hears of a draft.
    """
    asked = lock(CircleMatter, matter)
    may_draft_from_circle(by, asked, on=day_of(at)).require()
    seats = seats_to_write_under(by, day_of(at))
    # The district's seat first: circles are the district's.
    lead = next((seat for seat in seats if seat.level == Level.DISTRICT), seats[0])
    answers = "\n".join(answer.text for answer in asked.answers.order_by("answered_at", "pk"))
    paper = create_draft(lead, by=by, at=at, title=asked.title, facts=asked.text, grounds=answers)
    paper.from_circle = asked
    paper.save(update_fields=["from_circle"])
    return paper
