from datetime import date, datetime
from typing import Any

from django.db import transaction

from foundation.workflow import Refused
from suggestions import notices
from suggestions.models import Assignment
from suggestions.rules import may_sign_reply
from suggestions.states import ASSIGNMENT_FLOW, PaperUse
from suggestions.transitions.beats import day_of, move, note, open_assignment
from suggestions.transitions.draft_reply import reply_in_hand
from suggestions.transitions.numbering import take_document_number

SIGNED = ("signed_by", "signed_at", "signatory", "signatory_post", "sealed_on", "seal_note", "doc_number")


@transaction.atomic
def sign_reply(
    pk: Any,
    *,
    by: Any,
    at: datetime,
    version: int | None = None,
    signatory: str = "",
    signatory_post: str = "",
    sealed_on: date | None = None,
    seal_note: str = "",
) -> Assignment:
    """The head of the unit signs the reply, which goes to the checking office at once; `pk` is the Assignment.

    A reply without a number takes the next one of the unit's series; one that was returned keeps its own. Refused to
    everybody else, before one contact with the deputy, while co-units are silent without a word about it, for an
    incomplete reply and for a promise whose day has passed (F30, F38).
    """
    assignment = open_assignment(pk, version)
    may_sign_reply(by, assignment, on=day_of(at)).require()
    reply = reply_in_hand(assignment)
    if reply.commitment_due and reply.commitment_due < day_of(at):
        raise Refused("承诺完成日期已过，请改写后再签发。", "input")
    if sealed_on and sealed_on > day_of(at):
        raise Refused("用印日期不能晚于今天。", "input")
    reply.signed_by, reply.signed_at, reply.signatory = by, at, signatory or by.name
    reply.signatory_post, reply.sealed_on, reply.seal_note = signatory_post, sealed_on, seal_note
    reply.doc_number = reply.doc_number.strip() or take_document_number(assignment.unit_id, PaperUse.REPLY, day_of(at))
    reply.save(update_fields=SIGNED)
    move(assignment, ASSIGNMENT_FLOW, "sign_reply")
    move(assignment, ASSIGNMENT_FLOW, "send_to_check")
    summary = f"{assignment.unit}签发答复，{reply.result_class}，送审。"
    note("sign_reply", assignment.suggestion, summary, by=by, at=at, reply=reply.pk)
    notices.reply_signed(assignment, by=by, at=at)
    return assignment
