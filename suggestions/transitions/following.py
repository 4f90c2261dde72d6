"""What is done for a main paper is done for the papers merged into it, until all are answered. Called by verbs only.

Lock order: the main paper, its parts, then the members by key.
"""

from datetime import date, datetime
from typing import Any

from foundation import deadlines
from foundation.files.store import share
from suggestions.models import Assignment, CoOpinion, Merge, Reply, Suggestion
from suggestions.states import ASSIGNMENT_FLOW, PaperUse
from suggestions.states import AssignmentState as A
from suggestions.transitions.beats import day_of, move
from suggestions.transitions.clocks import meet_opinion
from suggestions.transitions.numbering import take_document_number


def followers(main: Suggestion) -> list[Suggestion]:
    """The papers that go along with `main`, locked, by key."""
    return list(Suggestion.objects.followers_of(main).select_for_update(of=("self",), no_key=True))


def twins(part: Assignment) -> list[Assignment]:
    """The same unit's parts of those papers, locked with their suggestions."""
    papers = {paper.pk: paper for paper in followers(part.suggestion)}
    if not papers:
        return []
    rows = list(Assignment.objects.of_followers(part).select_for_update(of=("self",), no_key=True))
    for row in rows:
        row.suggestion = papers[row.suggestion_id]
    return rows


def leave(member: Suggestion, reason: str, *, by: Any, at: datetime) -> Merge:
    """Ends the link of a member that goes its own way from here; the caller has seen that there is one."""
    link = Merge.objects.standing().select_related("main").get(member=member)
    link.member = member
    link.ended_at, link.ended_by, link.end_reason = at, by, reason[:300]
    link.save(update_fields=["ended_at", "ended_by", "end_reason"])
    member.__dict__.pop("standing_merges", None)
    return link


def copy_opinion(opinion: CoOpinion, twin: Assignment, *, at: datetime, number: str = "") -> CoOpinion:
    """A co-unit's opinion on the main paper stands in the file of each merged one too; `number` for its own letter."""
    move(twin, ASSIGNMENT_FLOW, "give_co_opinion")
    meet_opinion(twin, at=at)
    return _copied(opinion, twin, number)


def copy_reply(reply: Reply, twin: Assignment) -> Reply:
    """Every proposer gets a reply of his own (ZJ16 18): the delivered text with its files, about his own paper."""
    move(twin, ASSIGNMENT_FLOW, "answer_along", to=A.DELIVERED)
    copy = _copied(reply, twin, own_number(twin, PaperUse.REPLY, day_of(reply.signed_at)))
    share(reply, copy)
    return copy


def own_number(twin: Assignment, use: str, on: date) -> str:
    """A letter about another paper to another deputy is another document and has a number of its own (domain 2.9).

    Of the unit's series; empty where it numbers by hand: then the letter bears the number the unit wrote.
    """
    return take_document_number(twin.unit_id, use, on)


def extend_along(twin: Assignment, until: Any, reason: str, *, by: Any, at: datetime) -> None:
    """The day of a merged paper is that of its main one."""
    clock = twin.reply_clock()
    if clock and clock.due_on < until:
        deadlines.extend(clock, until=until, reason=reason, by=by, at=at)


def _copied(paper: Any, twin: Assignment, number: str) -> Any:
    copy: Any = type(paper)._base_manager.get(pk=paper.pk)
    copy.pk, copy._state.adding = None, True
    copy.assignment, copy.round = twin, twin.suggestion.current_round()
    copy.doc_number = number or paper.doc_number
    copy.save(force_insert=True)
    return copy
