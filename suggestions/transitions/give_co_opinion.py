from datetime import datetime
from typing import Any

from django.db import transaction

from foundation.workflow import Refused
from suggestions import notices
from suggestions.letters.issuing import issue_opinion
from suggestions.models import CoOpinion
from suggestions.rules import may_give_co_opinion
from suggestions.states import ASSIGNMENT_FLOW, PaperUse
from suggestions.transitions.beats import day_of, move, note, open_assignment
from suggestions.transitions.clocks import meet_opinion
from suggestions.transitions.following import copy_opinion, own_number, twins
from suggestions.transitions.numbering import take_document_number


@transaction.atomic
def give_co_opinion(
    pk: Any, *, by: Any, at: datetime, version: int | None = None, text: str, doc_number: str = ""
) -> CoOpinion:
    """A co-unit tells the lead unit what it can contribute; `pk` is its Assignment. Refused when empty (CQ17).

    The letter (会办意见函) is written and kept with it.
    """
    assignment = open_assignment(pk, version)
    may_give_co_opinion(by, assignment, on=day_of(at)).require()
    if not text.strip():
        raise Refused("会办意见不能为空。", "input")
    move(assignment, ASSIGNMENT_FLOW, "give_co_opinion")
    number = doc_number.strip() or take_document_number(assignment.unit_id, PaperUse.CO_OPINION, day_of(at))
    facts = {"text": text, "doc_number": number, "given_by": by, "given_at": at}
    turn = assignment.suggestion.current_round()
    opinion = CoOpinion.objects.create(assignment=assignment, round=turn, **facts)
    issue_opinion(opinion, by=by, at=at)
    meet_opinion(assignment, at=at)
    summary = f"{assignment.unit}提出会办意见。"
    note("give_co_opinion", assignment.suggestion, summary, by=by, at=at, opinion=opinion.pk)
    notices.co_opinion_given(opinion, by=by, at=at)
    for twin in twins(assignment):
        own = own_number(twin, PaperUse.CO_OPINION, day_of(at))
        issue_opinion(copy_opinion(opinion, twin, at=at, number=own), by=by, at=at)
    return opinion
