"""The yearly evaluations of the world of the walk: lin has yet to mark herself in one and may object in another."""

from datetime import datetime, timedelta

from deputies.models import EvaluationFollowUp
from tests.deputies import evaluating
from tests.walk.cases import World


def tell(world: World, at: datetime) -> None:
    """A round of last year, and one of the year before in which lin's grade is shown."""
    cast, seat, year = world.cast, world.register.lin, at.year - 1
    world.rows["evaluation-round"] = evaluating.opened(cast, year=year, at=at)
    evaluating.opened(cast, year=year - 1, at=at)
    world.rows["evaluation"] = evaluating.of(seat, year)
    shown = evaluating.shown(cast, seat, year=year - 1, at=at)
    # However long ago the world was told, she may still object.
    shown.objection_ends_on = at.date() + timedelta(days=3650)
    shown.save(update_fields=["objection_ends_on"])
    world.rows["evaluation-shown"] = shown
    world.rows["evaluation-reminder"] = EvaluationFollowUp.objects.create(
        evaluation=shown, what="约谈", ground="不称职"
    )
