from datetime import datetime
from typing import Any

from django.db import transaction

from foundation.workflow import Refused
from suggestions import notices
from suggestions.models import CoOpinion
from suggestions.rules import may_bounce_co_opinion
from suggestions.states import ASSIGNMENT_FLOW
from suggestions.transitions.beats import day_of, move, note, open_unit_paper
from suggestions.transitions.clocks import start_part
from suggestions.transitions.following import twins


@transaction.atomic
def bounce_co_opinion(pk: Any, *, by: Any, at: datetime, version: int | None = None, reason: str) -> CoOpinion:
    """The lead unit returns an opinion that does not help; `pk` is the CoOpinion, which stays on file.

    The co-unit hears why and has a new, short clock.
    """
    opinion = open_unit_paper(CoOpinion, pk)
    may_bounce_co_opinion(by, opinion, on=day_of(at)).require()
    if not reason.strip():
        raise Refused("请写明退回理由。", "input")
    _bounce(opinion, reason, by=by, at=at)
    part = opinion.assignment
    note("bounce_co_opinion", part.suggestion, f"退回{part.unit}的会办意见：{reason}", by=by, at=at, opinion=opinion.pk)
    notices.co_opinion_bounced(opinion, by=by, at=at)
    for twin in twins(part):
        copy = twin.opinions.get(bounced_at=None, round=twin.suggestion.current_round())
        copy.assignment = twin
        _bounce(copy, reason, by=by, at=at)
    return opinion


def _bounce(opinion: CoOpinion, reason: str, *, by: Any, at: datetime) -> None:
    opinion.bounced_at, opinion.bounced_by, opinion.bounce_reason = at, by, reason
    opinion.save(update_fields=["bounced_at", "bounced_by", "bounce_reason"])
    move(opinion.assignment, ASSIGNMENT_FLOW, "bounce_co_opinion")
    start_part("co_opinion_redo", opinion.assignment, on=day_of(at), by=by, at=at)
