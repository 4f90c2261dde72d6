from datetime import datetime
from typing import Any

from django.db import transaction

from suggestions.models import Assignment, Reply, ReplyVersion
from suggestions.rules import may_draft_reply
from suggestions.states import ASSIGNMENT_FLOW
from suggestions.transitions.beats import day_of, move, note, open_assignment

CONTENT = (
    "result_class",
    "doc_number",
    "points",
    "body",
    "publish",
    "contact_person",
    "contact_phone",
    "copy_to",
    "co_opinion_note",
    "commitment_text",
    "commitment_due",
)


@transaction.atomic
def draft_reply(
    pk: Any, *, by: Any, at: datetime, version: int | None = None, autosave: bool = False, **content: Any
) -> Reply:
    """A unit writes its reply of the present round; `pk` is its Assignment, `content` the fields of the form.

    Every text that differs from the last one is kept as a version; an autosave writes no event. StaleVersion when a
    colleague saved meanwhile. Nobody outside the unit hears of a draft.
    """
    assignment = open_assignment(pk, version)
    may_draft_reply(by, assignment, on=day_of(at)).require()
    unknown = set(content) - set(CONTENT)
    if unknown:
        raise TypeError(f"no part of a reply: {sorted(unknown)}")
    reply = assignment.current_reply() or Reply(
        assignment=assignment, round=assignment.suggestion.current_round(), drafted_by=by, drafted_at=at
    )
    for name, value in content.items():
        setattr(reply, name, value)
    reply.saved_at = at
    reply.save()
    _keep(reply, by=by, at=at)
    move(assignment, ASSIGNMENT_FLOW, "draft_reply")
    if not autosave:
        note("draft_reply", assignment.suggestion, f"{assignment.unit}保存答复稿。", by=by, at=at, visibility="office")
    return reply


def content_of(reply: Reply) -> dict[str, Any]:
    """The draft as plain values; the telephone stays in its encrypted column."""
    return {
        "result_class": reply.result_class.code if reply.result_class else "",
        "commitment_due": reply.commitment_due.isoformat() if reply.commitment_due else "",
        **{
            name: getattr(reply, name)
            for name in CONTENT
            if name not in ("result_class", "commitment_due", "contact_phone")
        },
    }


def _keep(reply: Reply, *, by: Any, at: datetime) -> None:
    last = reply.versions.order_by("-number").first()
    content = content_of(reply)
    if last and last.content == content:
        return
    number = last.number + 1 if last else 1
    ReplyVersion.objects.create(reply=reply, number=number, content=content, saved_by=by, saved_at=at)


def reply_in_hand(assignment: Assignment) -> Reply:
    """The draft of the present round of an assignment whose rule has been asked."""
    reply = assignment.replies.select_related("result_class").get(round=assignment.suggestion.current_round())
    reply.assignment = assignment
    return reply
