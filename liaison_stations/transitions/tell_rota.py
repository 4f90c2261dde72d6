"""The days of notice before a reception day: deputies are told, a keeper hears where one is missing."""

from datetime import datetime

from django.db import transaction
from django.utils import timezone

from liaison_stations.models import ReceptionSlot
from liaison_stations.notices import rota as notices
from liaison_stations.states.rota import TurnState


def tell_rota(*, at: datetime) -> int:
    """Tells of every day whose notice has come; answers how many. However late or often it runs, each is told once."""
    waiting = ReceptionSlot.objects.to_tell(timezone.localdate(at)).order_by("starts_at", "pk")
    return sum(_tell(pk, at) for pk in waiting.values_list("pk", flat=True))


@transaction.atomic
def _tell(pk: int, at: datetime) -> bool:
    rows = ReceptionSlot.objects.filter(told_at__isnull=True).with_people()
    slot = rows.select_for_update(of=("self",), skip_locked=True).filter(pk=pk).first()
    if slot is None:
        return False
    slot.told_at = at
    slot.bump("told_at")
    turns = [turn for turn in slot.turns.all() if turn.state == TurnState.ON]
    notices.turn_ahead(slot, turns, at=at)
    if len(turns) < slot.seats:
        notices.slot_short(slot, at=at)
    return True
