"""Tasks handed down: to the township of wei and to the deputies committee, in every state."""

from datetime import datetime, timedelta

from supervision.transitions import handed
from tests.supervision import handed_hand as hand
from tests.walk.cases import Secret, World
from tests.walk.handed_routes import HOUSE, SEES


def tell(world: World, at: datetime) -> None:
    cast, rows = world.cast, world.rows
    days = {"at": at, "due_on": at.date() + timedelta(days=60)}
    (rows["handed"],) = hand.given(cast, **days, title="密交办号事项")
    for number, name in enumerate(("handed-taken", "handed-reported"), 1):
        (rows[name],) = hand.given(cast, **days, number=f"密{number}号")
        hand.taken(rows[name], cast.wei, at=at)
    hand.reported(rows["handed-reported"], cast.wei, at=at)
    for number, name in enumerate(("handed-above", "handed-above-reported", "handed-sent-up")):
        rows[name] = task = hand.from_above(cast, **days, number=f"密上{number}号", title="密上级号事项")
        hand.taken(task, cast.he, at=at)
        if number:
            hand.reported(task, cast.he, at=at)
    task = rows["handed-sent-up"]
    handed.send_handed_up(task.pk, up_number="示人常1号", sent_up_on=at.date(), by=cast.he, at=at)
    world.secrets += [Secret("密交办号", SEES), Secret("密上级号", HOUSE)]
