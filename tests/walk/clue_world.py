"""Clues in every state; fang and xu handle, luo reads, zhao is the chair."""

from datetime import datetime

from supervision.transitions import clue_handing, clues
from tests.supervision import clue_hand as hand
from tests.walk.cases import Secret, World
from tests.walk.clue_routes import READ


def tell(world: World, at: datetime) -> None:
    cast, rows = world.cast, world.rows
    rows["clue-reader"] = hand.named(cast, cast.fang, at=at)
    hand.named(cast, cast.xu, at=at)
    hand.named(cast, cast.luo, "read", at=at)
    rows["clue"] = hand.registered(cast, at=at)
    for name in ("clue-examined", "clue-examined-too"):
        rows[name] = _examined(world, at)
    rows["clue-approved"] = clues.approve_clue(_examined(world, at).pk, by=cast.zhao, at=at)
    for number, name in enumerate(("clue-handed", "clue-received", "clue-accepted", "clue-answered"), 1):
        approved = clues.approve_clue(_examined(world, at).pk, by=cast.zhao, at=at)
        letter = {"recipient": hand.commission(), "document_number": f"函{number}号", "handed_on": at.date()}
        rows[name] = clue_handing.hand_clue(approved.pk, by=cast.fang, at=at, **letter)
    receipt = {"received_on": at.date(), "receipt_number": "1号", "receiver": "辛签"}
    for name in ("clue-received", "clue-accepted", "clue-answered"):
        clue_handing.receive_clue(rows[name].pk, by=cast.fang, at=at, **receipt)
    clue_handing.accept_clue(rows["clue-accepted"].pk, text="受理。", by=cast.xu, at=at)
    clue_handing.decline_clue(rows["clue-answered"].pk, reason="不属于管辖。", by=cast.xu, at=at)
    world.secrets += [Secret(word, READ) for word in ("密线索号", "贾甲", "辛签")]


def _examined(world: World, at: datetime) -> object:
    row = hand.registered(world.cast, at=at)
    return clues.examine_clue(row.pk, proposes_handing=True, text="密线索号。", by=world.cast.xu, at=at)
