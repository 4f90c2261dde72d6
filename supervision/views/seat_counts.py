"""Entering the figures of a vote, twice: where they stand, and what the one is told who has just entered them."""

from typing import Any

from django.db import transaction
from django.utils import timezone

from foundation.files.keeping import keep
from supervision.models import ByElection, Recall, SeatReading
from supervision.rules.seats import turn_now
from supervision.states.ballots import ReadingState
from supervision.transitions.seat_readings import differences

WAITS = "已登记。请另一名工作人员按计票记录独立登记，互不查看，两人一致后得出结果。"
DIFFER = "两人登记的票数不一致，两份都已保留。请重新核对计票记录，再由两人分别登记。"


class CountsTwice:
    """A step that enters figures. Papers belong to the case: its vote may still wait for the second person."""

    object: Any
    result: Any
    request: Any

    def arguments(self, form: Any) -> dict[str, Any]:
        return {name: value for name, value in super().arguments(form).items() if name != "files"}

    def call(self, form: Any) -> Any:
        with transaction.atomic():
            made = super().call(form)
            keep(self.object, form.cleaned_data["files"], by=self.request.user, at=timezone.now())
        return made

    def get_success_message(self) -> str:
        if not isinstance(self.result, SeatReading):
            return "两人登记一致，已得出结果。"
        return DIFFER if self.result.state == ReadingState.DIFFERING else WAITS


def standing_of_count(case: Recall | ByElection) -> tuple[str, str, str] | None:
    """Tone, title and sentence of figures that do not count yet; never the figures."""
    readings = list(case.readings.of_turn(turn_now(case)).select_related("counter"))
    if not readings:
        return None
    if readings[-1].state == ReadingState.ENTERED:
        words = f"{readings[-1].counter}已登记本次投票的票数，请另一名工作人员按计票记录独立登记。"
        return "info", "票数待另一人登记", words
    unlike = "、".join(differences(readings[-2], readings[-1]))
    return "warn", "两人登记的票数不一致", f"{unlike}不一致。请重新核对计票记录，再由两人分别登记。"
