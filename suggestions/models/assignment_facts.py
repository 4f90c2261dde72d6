"""What the rules ask about one unit's part of a suggestion."""

from datetime import date
from typing import TYPE_CHECKING

from django.db import models

from foundation import deadlines
from foundation.deadlines.models import Deadline
from suggestions.models.threshold import Switch, SwitchKey
from suggestions.states import ANSWERING, AssignmentState, UnitRole

if TYPE_CHECKING:
    from suggestions.models.reply import Reply

REPLY_CLOCKS = ("reply", "reply_difficult", "re_reply")


class AssignmentFacts(models.Model):
    """Mixed into Assignment."""

    class Meta:
        abstract = True

    @property
    def answers(self) -> bool:
        """Whether this unit delivers a reply of its own."""
        return self.role != UnitRole.CO

    @property
    def was_reassigned(self) -> bool:
        return self.replaces_id is not None

    def reply_clock(self) -> Deadline | None:
        """The running clock of the reply, whichever kind it is."""
        rows = Deadline.objects.open().of(self).filter(kind__in=REPLY_CLOCKS)
        return rows.select_related("limit").first()

    def reply_due_on(self) -> date | None:
        clock = self.reply_clock()
        return clock.due_on if clock else None

    def objection_closes_on(self) -> date | None:
        """The last day of the window for asking to be relieved; None once it was used or closed."""
        clock = deadlines.clock_of("objection", self)
        return clock.due_on if clock else None

    def extension_requested(self) -> bool:
        """Whether the one extension was granted or is being decided; after a refusal a better reason may be given."""
        return self.extensions.exclude(accepted=False).exists()

    def lead_is_answering(self) -> bool:
        """Whether the lead unit of the same suggestion still works on its reply."""
        lead = self.suggestion.answering_assignments().filter(role=UnitRole.LEAD).first()
        return lead is not None and lead.state in ANSWERING

    def current_reply(self) -> "Reply | None":
        """The reply, draft or delivered, of the present round."""
        last = self.suggestion.current_round()
        return self.replies.filter(round=last).select_related("result_class").first() if last else None

    def missing_in_reply(self) -> list[str]:
        """Chinese names of what the present draft still lacks before it can be signed."""
        reply = self.current_reply()
        return reply.missing() if reply else ["答复正文"]

    def contact_suffices(self, on: date) -> bool:
        """Whether the deputy was contacted in this round, and confirmed it where the local rule asks so."""
        records = self.contacts.filter(round=self.suggestion.current_round()).exclude(confirmed=False)
        if Switch.objects.is_on(SwitchKey.CONTACT_CONFIRMED, on):
            records = records.filter(confirmed=True)
        return records.exists()

    def co_opinions_missing(self, on: date) -> list[str]:
        """Names of co-units whose opinion the lead must wait for; overdue ones do not count once the note says so."""
        if self.role != UnitRole.LEAD or not Switch.objects.is_on(SwitchKey.CO_OPINION_BEFORE_REPLY, on):
            return []
        waiting = self._silent_co_units()
        reply = self.current_reply()
        if reply and reply.co_opinion_note.strip():
            waiting = [row for row in waiting if not row.opinion_overdue(on)]
        return [str(row.unit) for row in waiting]

    def opinion_overdue(self, on: date) -> bool:
        """Whether this co-unit let its day pass."""
        clocks = Deadline.objects.of(self).filter(kind__in=("co_opinion", "co_opinion_redo"))
        return clocks.overdue_on(on).filter(met_at__isnull=True).exists()

    def _silent_co_units(self) -> list:
        done = (AssignmentState.OPINION_GIVEN, AssignmentState.RELEASED)
        rows = self.suggestion.assignments.filter(role=UnitRole.CO).exclude(state__in=done)
        return list(rows.select_related("unit"))
