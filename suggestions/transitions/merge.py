from collections.abc import Iterable
from datetime import datetime
from typing import Any

from django.db import connection, transaction

from foundation.workflow import Refused
from suggestions import notices
from suggestions.models import Assignment, Merge, Suggestion
from suggestions.rules import may_end_merge, may_join, may_merge
from suggestions.states import AssignmentState, SuggestionState, UnitRole
from suggestions.transitions.acknowledge import sign_for
from suggestions.transitions.assign import give
from suggestions.transitions.beats import day_of, note, open_suggestion
from suggestions.transitions.following import copy_opinion, extend_along, leave


@transaction.atomic
def merge(
    pk: Any, *, by: Any, at: datetime, version: int | None = None, members: Iterable[Any], reason: str
) -> Suggestion:
    """The office lets several papers on one matter be handled together under `pk`, the main one (并案, F15).

    Members keep number and proposers; from here on the units act on the main paper and every step is taken for the
    members too, to the same day. After the reply each goes its own way. Refused for papers that are assigned already,
    merged already, or of another congress. All proposers hear of it, and the units that are at work.
    """
    _one_at_a_time()
    main = open_suggestion(pk, version)
    may_merge(by, main, on=day_of(at)).require()
    if not reason.strip():
        raise Refused("请写明并案理由。", "input")
    papers = [open_suggestion(key) for key in sorted({getattr(member, "pk", member) for member in members})]
    if not papers:
        raise Refused("请至少选择一件并入的建议。", "input")
    for member in papers:
        may_join(main, member).require()
    links = [_join(main, member, reason, by=by, at=at) for member in papers]
    main.__dict__.pop("standing_merges", None)
    main.bump()
    names = "、".join(member.number_text for member in papers)
    note("merge", main, f"并案：{names}并入本件一并办理。{reason}", by=by, at=at, members=[row.pk for row in papers])
    notices.merged(main, links, by=by, at=at)
    return main


@transaction.atomic
def end_merge(pk: Any, *, by: Any, at: datetime, version: int | None = None, reason: str) -> Merge:
    """A member goes its own way again; `pk` is its Suggestion. The link and its reason stay on file.

    It keeps units, T0 and clocks, and is handled by itself from here. Proposers and units hear of it.
    """
    member = open_suggestion(pk, version)
    may_end_merge(by, member, on=day_of(at)).require()
    if not reason.strip():
        raise Refused("请写明解除并案的理由。", "input")
    link = leave(member, reason, by=by, at=at)
    member.bump()
    tell_of_parting(link, reason, by=by, at=at)
    return link


def tell_of_parting(link: Merge, reason: str, *, by: Any, at: datetime) -> None:
    """The line on both timelines and the messages of a link that has just ended."""
    main, member = link.main, link.member
    note("end_merge", member, f"解除与{main.number_text}的并案，单独办理。{reason}", by=by, at=at, main=main.pk)
    note("end_merge", main, f"{member.number_text}解除并案，单独办理。{reason}", by=by, at=at, member=member.pk)
    notices.merge_ended(link, by=by, at=at)


def _one_at_a_time() -> None:
    """Two merges in opposite directions would wait for each other for ever."""
    with connection.cursor() as cursor:
        cursor.execute("SELECT pg_advisory_xact_lock(hashtext('suggestions.merge'))")


def _join(main: Suggestion, member: Suggestion, reason: str, *, by: Any, at: datetime) -> Merge:
    link = Merge.objects.create(main=main, member=member, reason=reason.strip()[:300], merged_by=by, merged_at=at)
    member.__dict__.pop("standing_merges", None)
    member.bump()
    note("merge", member, f"并入{main.number_text}一并办理。{reason}", by=by, at=at, main=main.pk)
    if main.state != SuggestionState.REGISTERED:
        _catch_up(main, member, by=by, at=at)
    return link


def _catch_up(main: Suggestion, member: Suggestion, *, by: Any, at: datetime) -> None:
    """A paper that comes later gets the units of the main one, as far as they are, and its day."""
    parts = list(main.assignments.exclude(state=AssignmentState.RELEASED).select_related("unit").order_by("pk"))
    give(
        member,
        [(part.unit, part.role) for part in parts],
        t0=day_of(at),
        reply_from=main.first_assigned_on or day_of(at),
        is_difficult=main.is_difficult,
        is_key=main.is_key,
        by=by,
        at=at,
    )
    for part in parts:
        twin = member.assignments.select_related("unit").get(unit=part.unit, role=part.role)
        twin.suggestion = member
        _as_far_as(part, twin, by=by, at=at)


def _as_far_as(part: Assignment, twin: Assignment, *, by: Any, at: datetime) -> None:
    if part.acknowledged_at:
        sign_for(twin, part.person_in_charge, part.contact_phone, by=part.acknowledged_by, at=at)
    if part.state == AssignmentState.OPINION_GIVEN:
        copy_opinion(part.opinions.get(bounced_at=None, round=part.suggestion.current_round()), twin, at=at)
    due = part.reply_due_on() if part.role != UnitRole.CO else None
    if due:
        extend_along(twin, due, "与主件一并办理", by=by, at=at)
