"""Letters in the world of the walk: two of one matter to a station, one to lin."""

from datetime import timedelta

from django.utils import timezone

from liaison_stations.models import MatterGroup
from liaison_stations.states import LetterState
from liaison_stations.transitions.group_matters import group_matters
from tests.liaison_stations.mailbox import placed
from tests.walk.cases import World

TEXTS = ("柳河路路灯坏了半个月，晚上漆黑一片。", "柳河路的路灯一直不亮，夜里看不见路，请修复。")


def tell(world: World) -> None:
    """Written yesterday, grouped today."""
    now = timezone.now()
    for text in TEXTS:
        whom = {"to_station": world.rows["station"], "at": now - timedelta(days=1)}
        placed(LetterState.ACCEPTED, title="柳河路路灯", text=text, **whom)
    letter = placed(LetterState.ACCEPTED, to_deputy=world.register.lin.deputy, at=now - timedelta(days=1))
    group_matters(at=now)
    world.rows |= {"matter": MatterGroup.objects.get(), "letter-to-lin": letter}
