"""Taking a paper of several matters apart (拆分): proposed by the office, agreed to by the deputy."""

from collections.abc import Mapping, Sequence
from datetime import datetime
from typing import Any

from django.db import transaction

from foundation.files.store import share
from foundation.workflow import Refused
from suggestions import notices
from suggestions.models import Cosigner, Split, SplitPart, Suggestion
from suggestions.rules import may_answer_split, may_propose_split
from suggestions.states import ANSWERED, FINAL, SUGGESTION_FLOW, CosignerState, Ending, SuggestionState
from suggestions.transitions.beats import day_of, move, note, open_paper, open_suggestion
from suggestions.transitions.clocks import start_assign, stop
from suggestions.transitions.close import finish
from suggestions.transitions.duties import enter_proposed, take_out_proposed
from suggestions.transitions.numbering import series_of, take_number
from suggestions.transitions.wording import keep_text

WORDING = ("title", "facts", "proposals")
SHARED = (
    *("kind", "origin", "level", "term_id", "meeting_id", "channel", "lead_id", "delegation_id", "township_id"),
    *("agree_to_publish", "wants_interview", "category_id", "supervising_committee_id", "submitted_at", "created_at"),
    *("motion_number", "motion_number_text", "wished_category_id", "wished_unit_id", "raised_before"),
    *("from_survey", "from_reception", "from_inspection", "raised_before_as_id", "from_circle_id"),
)


@transaction.atomic
def propose_split(
    pk: Any,
    *,
    by: Any,
    at: datetime,
    version: int | None = None,
    reason: str,
    parts: Sequence[Mapping[str, str]],
) -> Split:
    """The office asks the deputy to let his paper be taken apart; `parts` have title, facts and proposals each.

    Refused with fewer than two complete parts, and once the paper is assigned. The lead deputy hears of it.
    """
    suggestion = open_suggestion(pk, version)
    may_propose_split(by, suggestion, on=day_of(at)).require()
    _check(reason, parts)
    split = Split.objects.create(suggestion=suggestion, reason=reason.strip()[:300], proposed_by=by, proposed_at=at)
    rows = [SplitPart(split=split, **{name: part[name].strip() for name in WORDING}) for part in parts]
    SplitPart.objects.bulk_create(rows)
    suggestion.bump()
    note("propose_split", suggestion, f"提出拆为{len(parts)}件，征求领衔代表意见。{reason}", by=by, at=at)
    notices.split_proposed(split, by=by, at=at)
    return split


@transaction.atomic
def answer_split(pk: Any, *, by: Any, at: datetime, version: int | None = None, agree: bool, words: str = "") -> Split:
    """The lead deputy agrees, or not; `pk` is the Split. Agreed to, every part is registered with a number of its own.

    Parts have the same proposers, files and day of registration, and their own units, clocks and replies. The office
    hears the answer.
    """
    split = open_paper(Split, pk)
    origin = split.suggestion
    may_answer_split(by, split, on=day_of(at)).require()
    if not agree and not words.strip():
        raise Refused("不同意拆分的，请写明理由。", "input")
    split.accepted, split.decided_at, split.decided_by, split.decision_note = agree, at, by, words.strip()
    split.save(update_fields=["accepted", "decided_at", "decided_by", "decision_note"])
    numbers = [_register(part, origin, by=by, at=at).number_text for part in split.parts.all()] if agree else []
    if agree:
        move(origin, SUGGESTION_FLOW, "split")
        take_out_proposed(origin, "已拆分，按拆分后的各件记入", by=by, at=at)
        stop(origin, at=at, reason="已拆分")
    said = f"同意拆分为{'、'.join(numbers)}，分别办理。" if agree else f"不同意拆分。{words}"
    note("answer_split", origin, f"领衔代表{said}", by=by, at=at, split=split.pk)
    notices.split_answered(split, said, by=by, at=at)
    return split


def close_origin(part: Suggestion, *, at: datetime) -> None:
    """With the answer to its last part the paper they were taken from is at its end; follows from a reply."""
    row = SplitPart.objects.filter(suggestion=part).select_related("split").first()
    if row is None:
        return
    origin = open_suggestion(row.split.suggestion_id)
    parts = Suggestion.objects.filter(split_part__split=row.split)
    waiting = parts.exclude(state__in=(*ANSWERED, *FINAL)).exists()
    if origin.state == SuggestionState.SPLIT and not waiting:
        finish(origin, Ending.SPLIT, by=None, at=at)
        # A part may have been taken apart in its turn.
        close_origin(origin, at=at)


def _register(part: SplitPart, origin: Suggestion, *, by: Any, at: datetime) -> Suggestion:
    paper = Suggestion(**{name: getattr(origin, name) for name in SHARED})
    for name in WORDING:
        setattr(paper, name, getattr(part, name))
    # The matter was registered with the paper it came in; it stays in the count of that year.
    paper.state, paper.saved_at, paper.registered_at = SuggestionState.REGISTERED, at, origin.registered_at
    paper.series, paper.number, paper.number_text = take_number(paper, series_of(paper), day_of(at))
    paper.save(force_insert=True)
    share(origin, paper)
    signed = origin.cosigners.filter(state=CosignerState.CONFIRMED)
    Cosigner.objects.bulk_create([_also(row, paper) for row in signed])
    part.suggestion = paper
    part.save(update_fields=["suggestion"])
    keep_text(paper, by=by, at=at)
    start_assign(paper, on=day_of(at), by=by, at=at)
    enter_proposed(paper, by=by, at=at)
    note("register", paper, f"由{origin.number_text}拆分，编号{paper.number_text}。", by=by, at=at, origin=origin.pk)
    notices.registered(paper, by=by, at=at)
    return paper


def _also(row: Cosigner, paper: Suggestion) -> Cosigner:
    """A co-signature holds for what it was given to, hence for every part of it."""
    return Cosigner(
        suggestion=paper,
        mandate_id=row.mandate_id,
        state=row.state,
        invited_at=row.invited_at,
        answered_at=row.answered_at,
        text_hash=row.text_hash,
    )


def _check(reason: str, parts: Sequence[Mapping[str, str]]) -> None:
    if not reason.strip():
        raise Refused("请写明拆分理由。", "input")
    if len(parts) < 2:
        raise Refused("请至少拆为两件。", "input")
    if any(not part[name].strip() for part in parts for name in WORDING):
        raise Refused("请为每一件填写标题、案由和具体建议。", "input")
