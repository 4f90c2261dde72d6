"""What the rules ask about one unit's part of a suggestion."""

from datetime import date
from typing import TYPE_CHECKING

from django.db import models

from foundation.deadlines.models import Deadline
from foundation.deadlines.querysets import DeadlineQuerySet
from foundation.workdays.arithmetic import add_months
from suggestions.models.clock_facts import running_clock
from suggestions.models.threshold import FUND_WINDOW, Switch, SwitchKey, Threshold
from suggestions.states import ANSWERING, AssignmentState, UnitRole

if TYPE_CHECKING:
    from suggestions.models.extension import Extension
    from suggestions.models.reply import Reply

REPLY_CLOCKS = ("reply", "reply_difficult", "re_reply")
# They stand on a part and wait for the office: no unit is pressed for them.
DECISION_CLOCKS = ("objection_decision", "extension_decision")


def late_clocks_of_units(on: date) -> DeadlineQuerySet:
    """What units themselves are late with on a day."""
    return Deadline.objects.late_on(on).exclude(kind__in=DECISION_CLOCKS)


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
        return running_clock(self, *REPLY_CLOCKS)

    def reply_due_on(self) -> date | None:
        clock = self.reply_clock()
        return clock.due_on if clock else None

    def objection_closes_on(self) -> date | None:
        """The last day of the window for asking to be relieved; None once it was used or closed."""
        clock = running_clock(self, "objection")
        return clock.due_on if clock else None

    def extension_asked(self) -> "Extension | None":
        """The one extension, granted or being decided; after a refusal a better reason may be given."""
        return next((row for row in self.extensions.all() if row.accepted is not False), None)

    def lead_is_answering(self) -> bool:
        """Whether the lead unit of the same suggestion still works on its reply."""
        lead = self.suggestion.lead_part()
        return lead is not None and lead.state in ANSWERING

    def fund_applications_on(self, on: date) -> bool:
        """Whether units apply for money of the handling fund here."""
        return Switch.objects.is_on(SwitchKey.FUND_APPLICATION, on)

    def has_fund_application(self) -> bool:
        """Whether one is being screened or was passed."""
        return self.fund_applications.exclude(passed=False).exists()

    def fund_window_closes_on(self, on: date) -> date:
        """The last day for it, counted in months from the assignment."""
        return add_months(self.first_assigned_on, Threshold.objects.amount(FUND_WINDOW, on, default=1))

    def current_reply(self) -> "Reply | None":
        """The reply, draft or delivered, of the present round."""
        last = self.suggestion.current_round()
        rows = self.replies.all() if last else ()
        return next((row for row in rows if row.round_id == last.pk), None)

    def missing_in_reply(self, on: date) -> list[str]:
        """Chinese names of what the present draft still lacks before it can be signed."""
        reply = self.current_reply()
        return reply.missing(on) if reply else ["答复正文"]

    def contact_suffices(self, on: date) -> bool:
        """Whether the deputy was contacted in this round, and confirmed it where the local rule asks so."""
        last = self.suggestion.current_round()
        words = {row.confirmed for row in self.contacts.all() if last and row.round_id == last.pk}
        return True in words or (None in words and not self._is_on(SwitchKey.CONTACT_CONFIRMED, on))

    def latest_clock(self, on: date) -> Deadline | None:
        """The clock of this unit that is overdue longest on `on`, or None."""
        late = late_clocks_of_units(on).of(self).select_related("limit")
        return late.order_by("due_on").first()

    def was_pressed_on(self, day: date) -> bool:
        """Whether the office pressed the unit on that day already."""
        return self.presses.filter(pressed_at__date=day).exists()

    def followers_without_contact(self, on: date) -> list[str]:
        """Numbers of merged papers whose proposer this unit has not contacted (代表法 51: each is heard)."""
        if not self.suggestion.followers:
            return []
        parts = self.suggestion.assignments.model.objects.of_followers(self)
        return [part.suggestion.number_text for part in parts if not part.contact_suffices(on)]

    def co_opinions_missing(self, on: date) -> list[str]:
        """Names of co-units whose opinion the lead must wait for; overdue ones do not count once the note says so."""
        waiting = self._silent_co_units() if self.role == UnitRole.LEAD else []
        if not waiting or not self._is_on(SwitchKey.CO_OPINION_BEFORE_REPLY, on):
            return []
        reply = self.current_reply()
        if reply and reply.co_opinion_note.strip():
            waiting = [row for row in waiting if not row.opinion_overdue(on)]
        return [str(row.unit) for row in waiting]

    def opinion_overdue(self, on: date) -> bool:
        """Whether this co-unit let its day pass."""
        clock = running_clock(self, "co_opinion", "co_opinion_redo")
        return clock is not None and clock.due_on < on

    def _silent_co_units(self) -> list:
        done = (AssignmentState.OPINION_GIVEN, AssignmentState.RELEASED)
        return [row for row in self.suggestion.assignments.all() if row.role == UnitRole.CO and row.state not in done]

    def _is_on(self, key: str, on: date) -> bool:
        """Whether a switch is on; one query however many are asked for."""
        known = vars(self).setdefault("_switches", {})
        if on not in known:
            known[on] = Switch.objects.keys_on(on)
        return key in known[on]
