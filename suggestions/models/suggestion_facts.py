"""What the rules ask about a suggestion. Facts only: who may do what with them stands in `rules`."""

from datetime import date
from functools import cached_property
from typing import TYPE_CHECKING, Any

from django.db import models

from deputies.models import Meeting
from deputies.states import Level
from foundation.accounts.models import Membership
from foundation.deadlines.models import Reminder
from suggestions.models.clock_facts import running_clock
from suggestions.models.threshold import MOTION_COSIGNERS, RATING_REMINDERS, Switch, SwitchKey, Threshold
from suggestions.rules.relations import UNIT
from suggestions.states import (
    FOLLOWING,
    AssignmentState,
    CosignerState,
    Ending,
    Kind,
    PaperState,
    SuggestionState,
    UnitRole,
)

if TYPE_CHECKING:
    from suggestions.models.assignment import Assignment
    from suggestions.models.cosigner_word import CosignerWord
    from suggestions.models.hand_over import HandOver
    from suggestions.models.merge import Merge
    from suggestions.models.reply import Reply
    from suggestions.models.round import Round
    from suggestions.models.suggestion import Suggestion


class SuggestionFacts(models.Model):
    """Mixed into Suggestion."""

    class Meta:
        abstract = True

    @property
    def is_joint(self) -> bool:
        """Whether anybody signed beside the lead deputy."""
        return self.cosigners.filter(state=CosignerState.CONFIRMED).exists()

    def proposers_short(self, on: date) -> int:
        """How many proposers a motion still lacks on `on`; zero for a suggestion (地方组织法 22)."""
        if self.kind != Kind.MOTION:
            return 0
        needed = Threshold.objects.amount(MOTION_COSIGNERS, on, self.level)
        return max(0, needed - 1 - self.cosigners.filter(state=CosignerState.CONFIRMED).count())

    def still_to_agree_to_withdraw(self) -> bool:
        """Whether a co-signer has not yet agreed that the paper be withdrawn."""
        signed = self.cosigners.filter(state=CosignerState.CONFIRMED)
        return signed.filter(agreed_to_withdraw_at__isnull=True).exists()

    def may_be_withdrawn_late(self, on: date) -> bool:
        """Whether the local rule lets a paper be withdrawn after its assignment."""
        return Switch.objects.is_on(SwitchKey.WITHDRAW_AFTER_ASSIGNMENT, on)

    def is_key_in(self, year: int) -> bool:
        """Whether the council of chairpersons has it on its list of that year."""
        return self.is_key and self.key_supervisions.standing().filter(year=year).exists()

    @property
    def is_listed(self) -> bool:
        """Whether it is under key supervision or has money of the handling fund."""
        return self.is_key or (self.registered_at is not None and self.fund_projects.standing().exists())

    def open_replies(self) -> "list[Reply]":
        """Delivered replies their units marked as open, in the order in which the public reads them."""
        parts = self.assignments.active().select_related("unit").prefetch_related("replies__round")
        found = [(part, reply) for part in parts.order_by("pk") for reply in part.replies.all()]
        shown = [(part, reply) for part, reply in found if reply.is_delivered and reply.publish]
        for part, reply in shown:
            reply.assignment = part
        return [reply for _, reply in sorted(shown, key=lambda row: (row[0].pk, row[1].round.number))]

    def current_round(self) -> "Round | None":
        """The latest turn of handling, or None before assignment."""
        return max(self.rounds.all(), key=lambda turn: turn.number, default=None)

    def current_round_is_open(self) -> bool:
        last = self.current_round()
        return last is not None and last.closed_at is None

    def answering_assignments(self) -> models.QuerySet:
        """Assignments whose unit delivers a reply of its own: lead or separate, not released."""
        return self.assignments.exclude(state=AssignmentState.RELEASED).exclude(role=UnitRole.CO)

    def lead_part(self) -> "Assignment | None":
        """The part of the lead unit, or None before assignment and where units answer separately."""
        parts = (row for row in self.assignments.all() if row.role == UnitRole.LEAD)
        return next((row for row in parts if row.state != AssignmentState.RELEASED), None)

    @cached_property
    def standing_merges(self) -> "list[Merge]":
        """Links to other papers, with both ends; one query, or what a page has fetched already."""
        links = self._meta.get_field("merged_into").related_model.objects
        return list(links.of(self).standing().with_ends())

    @property
    def merged_in(self) -> "Suggestion | None":
        """The main paper it is merged into, also after both were answered."""
        return next((link.main for link in self.standing_merges if link.member_id == self.pk), None)

    @property
    def follows(self) -> "Suggestion | None":
        """The main paper under which it is handled now; None once it was answered and goes its own way."""
        return self.merged_in if self.state in FOLLOWING else None

    @property
    def members(self) -> "list[Suggestion]":
        """The papers merged into this one, by number."""
        found = [link.member for link in self.standing_merges if link.main_id == self.pk]
        return sorted(found, key=lambda paper: (paper.number or 0, paper.pk))

    @property
    def followers(self) -> "list[Suggestion]":
        """Of these, the ones that have not been answered yet."""
        return [paper for paper in self.members if paper.state in FOLLOWING]

    @property
    def is_taken_apart(self) -> bool:
        """Whether its matters are handled as papers of their own, which count in its place."""
        return self.state == SuggestionState.SPLIT or self.ending == Ending.SPLIT

    @cached_property
    def open_hand_over(self) -> "HandOver | None":
        """The hand-over to the government office that waits for its distribution."""
        return self.hand_overs.filter(distributed_at=None, returned_at=None).select_related("office").first()

    def two_steps(self, on: date) -> bool:
        """Whether matters of the government go through its office first (domain 2.7)."""
        return self.level == Level.DISTRICT and Switch.objects.is_on(SwitchKey.TWO_STEPS, on)

    def has_paper_rating_open(self) -> bool:
        return any(paper.state == PaperState.ENTERED for paper in self.paper_ratings.all())

    def words_of_round(self) -> "list[CosignerWord]":
        """What the co-signers were asked about the replies of this round; empty before they were."""
        turn = self.current_round()
        return [row for row in self.cosigner_words.all() if turn and row.round_id == turn.pk]

    def cosigners_to_ask(self, on: date) -> models.QuerySet:
        """Who signed along and can be asked in the portal: with an account, and not at work in a handling unit."""
        handlers = Membership.objects.active_on(on).filter(
            role__in=UNIT, organisation__in=self.assignments.order_by().values("unit")
        )
        signed = self.cosigners.filter(state=CosignerState.CONFIRMED, mandate__deputy__user__is_active=True)
        return signed.exclude(mandate__deputy__user__in=handlers.values("user")).select_related("mandate__deputy")

    def may_ask_cosigners(self, on: date) -> bool:
        """Whether there is anybody to ask."""
        return bool(self._asking(on))

    def must_ask_cosigners(self, on: date) -> bool:
        """Whether there is, and the local rule has the lead do so before he rates (SD17 23, CQ17 26)."""
        return self._asking(on) == [True]

    def _asking(self, on: date) -> list[bool | None]:
        """Empty without anybody to ask, else whether the rule is on. A page asks for both; one query for the two."""
        known = vars(self).setdefault("_asking_on", {})
        if on not in known:
            signed = any(row.state == CosignerState.CONFIRMED for row in self.cosigners.all())
            rows = self.cosigners_to_ask(on).annotate(rule=Switch.objects.enabled(SwitchKey.ASK_COSIGNERS, on))
            known[on] = list(rows.values_list("rule", flat=True)[:1]) if signed else []
        return known[on]

    def rating_due_on(self) -> date | None:
        """The day by which the deputy is asked to rate, or None when nobody asks him."""
        clock = running_clock(self, "rating")
        return clock.due_on if clock else None

    def rating_reminders_left(self, on: date) -> int:
        """How often the deputy must still be asked before silence may be noted (L12)."""
        wanted = Threshold.objects.amount(RATING_REMINDERS, on, self.level)
        return max(0, wanted - self._times_asked())

    def _times_asked(self) -> int:
        clock = running_clock(self, "rating")
        sent = Reminder.objects.filter(deadline=clock, person=self.lead.deputy.user_id).count() if clock else 0
        last: Any = self.current_round()
        return sent + (last.times_urged if last else 0)

    def motion_session(self, on: date) -> Any:
        """The session a motion handed in on `on` is for: the one that sits, or the next one called; None in recess."""
        sessions = Meeting.objects.sessions().filter(term=self.term_id, closes_on__gte=on)
        return sessions.order_by("opens_on").first()
