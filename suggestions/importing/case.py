"""One suggestion with what the portal already holds about it: parts, rounds, replies, ratings, co-signers."""

from collections.abc import Iterable
from dataclasses import dataclass, field
from datetime import date

from django.db.models import Prefetch
from django.utils import timezone

from deputies.models import Meeting
from suggestions.models import Assignment, Cosigner, Rating, Reply, Round, Suggestion
from suggestions.states import AssignmentState, Channel, CosignerState, SeriesKind, UnitRole

KINDS: dict[str, SeriesKind] = {Channel.SESSION: SeriesKind.SESSION, Channel.RECESS: SeriesKind.RECESS}


@dataclass
class Turn:
    """One round with what was delivered in it."""

    round: Round
    replies: list[Reply] = field(default_factory=list)
    rating: Rating | None = None

    @property
    def reply(self) -> Reply | None:
        """The reply that speaks for the round: the last one delivered."""
        delivered = [(reply.delivered_at, reply.pk or 0, reply) for reply in self.replies if reply.delivered_at]
        return max(delivered, key=lambda row: row[:2])[2] if delivered else None

    @property
    def is_native(self) -> bool:
        """Whether somebody has worked on this round in the portal itself; that is never overruled by a file."""
        return any(reply.imported_at is None for reply in self.replies) or bool(
            self.rating and self.rating.imported_at is None
        )

    def has_reply(self, replied: date | None, code: str) -> bool:
        """Whether the round was answered on this day with this class; what the file leaves blank is not compared."""
        if self.reply is None:
            return False
        same_day = replied in (None, timezone.localdate(self.reply.delivered_at))
        return same_day and code in ("", self.reply.result_class.code if self.reply.result_class else None)

    def has_grades(self, attitude: str, effect: str) -> bool:
        return self.rating is not None and (self.rating.attitude, self.rating.result) == (attitude, effect)


@dataclass
class Case:
    """A suggestion with its papers; `turns` in order. A new one has none of them yet."""

    suggestion: Suggestion
    parts: list[Assignment] = field(default_factory=list)
    turns: list[Turn] = field(default_factory=list)
    cosigners: list[Cosigner] = field(default_factory=list)

    @property
    def answering(self) -> list[Assignment]:
        return [part for part in self.parts if part.role != UnitRole.CO]

    @property
    def helping(self) -> list[Assignment]:
        return [part for part in self.parts if part.role == UnitRole.CO]

    @property
    def last(self) -> Turn | None:
        return self.turns[-1] if self.turns else None


def known_cases(meeting: Meeting, identities: Iterable[tuple[str, int]]) -> dict[tuple[str, int], Case]:
    """The suggestions of a session (and of the recess after it) that have one of these numbers; six queries."""
    wanted = set(identities)
    rows = Suggestion.objects.filter(
        series__meeting=meeting, series__kind__in=KINDS.values(), number__in={number for _, number in wanted}
    ).select_related("series", "lead__deputy", "delegation", "category")
    replies = Prefetch("replies", Reply.objects.select_related("result_class"))
    rows = rows.prefetch_related(
        Prefetch("assignments", Assignment.objects.exclude(state=AssignmentState.RELEASED).select_related("unit")),
        Prefetch("rounds", Round.objects.order_by("number").prefetch_related(replies)),
        "ratings",
        Prefetch("cosigners", Cosigner.objects.filter(state=CosignerState.CONFIRMED).select_related("mandate__deputy")),
    )
    channels = {kind.value: channel for channel, kind in KINDS.items()}
    return {(channels[row.series.kind], row.number): _case(row) for row in rows}


def _case(suggestion: Suggestion) -> Case:
    ratings = {rating.round_id: rating for rating in suggestion.ratings.all()}
    turns = [Turn(turn, list(turn.replies.all()), ratings.get(turn.pk)) for turn in suggestion.rounds.all()]
    parts = list(suggestion.assignments.all())
    for part in parts:
        part.suggestion = suggestion
    return Case(suggestion, parts, turns, list(suggestion.cosigners.all()))
