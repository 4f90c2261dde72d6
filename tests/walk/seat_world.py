"""Recalls in every state about zhou, head and people who do not walk; by-elections of the township."""

from datetime import datetime
from types import SimpleNamespace

from deputies.models import Constituency
from tests.deputies_cast import add_mandate
from tests.supervision import seat_hand as hand
from tests.walk.cases import Secret, World
from tests.walk.people import LEADERS, OFFICE
from tests.walk.seat_routes import CLOSE, ELECTIONS_DOOR, TOLD


def tell(world: World, at: datetime) -> None:
    _recalls(world, at)
    _by_elections(world, at)


def _recalls(world: World, at: datetime) -> None:
    he, register, rows = world.cast.he, world.register, world.rows
    place = Constituency.objects.create(term=register.term, name="第31选区", area=register.chengguan.area)
    about = SimpleNamespace(constituency=place)
    names = ("passed", "reviewed", "announced", "new")
    seats = {name: add_mandate(register, f"罢{name}", register.chengguan) for name in names}
    hand.placed(about, register.zhou, register.head, *seats.values())
    rows["recall"] = hand.received(seats["new"], he, at=at, reasons="密罢免新号。")
    rows["recall-accepted"] = hand.accepted(register.zhou, he, at=at, reasons="密罢免受号。")
    rows["recall-printed"] = hand.circulated(register.head, he, at=at)
    # The walk has one day; voted on later is said by counting on the next.
    after = at.replace(day=at.day + 1)
    for name in ("passed", "reviewed", "announced"):
        rows[f"recall-{name}"] = row = hand.circulated(seats[name], he, at=at, reasons=f"密罢免{name}号。")
        hand.counted(row, he, at=after)
    for name in ("reviewed", "announced"):
        rows[f"recall-{name}"] = hand.reviewed(rows[f"recall-{name}"], he, at=after)
    rows["recall-announced"] = hand.announced(rows["recall-announced"], he, at=after)
    world.secrets += [Secret("密罢免新号", CLOSE), Secret("密罢免受号", TOLD), Secret("密罢免passed号", CLOSE)]
    world.secrets.append(Secret("密罢免announced号", OFFICE | LEADERS | {"fang", "cai"}))


def _by_elections(world: World, at: datetime) -> None:
    he, rows = world.cast.he, world.rows
    for number, name in enumerate(("", "-listed", "-elected", "-reviewed", "-announced")):
        place = Constituency.objects.create(
            term=world.register.term, name=f"第4{number}选区", seats=1, area=world.register.qingshi.area
        )
        about = SimpleNamespace(constituency=place, qingshi=world.register.qingshi)
        words = {"at": at, "cause": "密补选号" if name != "-announced" else "代表调离"}
        if not name:
            rows["by-election"] = hand.called(about, he, **words)
            rows["seat-candidate"] = hand.put_forward(rows["by-election"], "田冬", he, at=at)
            continue
        rows[f"by-election{name}"] = row = hand.listed(about, he, f"补{number}", **words)
        if name != "-listed":
            hand.voted(row, he, 700, at=at)
        if name in ("-reviewed", "-announced"):
            row = hand.valid(row, he, at=at)
        if name == "-announced":
            hand.told(row, he, at=at)
    world.secrets.append(Secret("密补选号", ELECTIONS_DOOR))
