"""Letters, an opinion box and consultations in the world of the walk, each in the states its steps begin in."""

from datetime import datetime, timedelta
from typing import Any

from liaison_stations.models import Letter
from liaison_stations.states.handling import LetterCheck
from liaison_stations.transitions import box, consultations
from liaison_stations.transitions.answer_letter import answer_letter
from liaison_stations.transitions.ask_writer import ask_writer
from liaison_stations.transitions.give_letter import give_to_deputy
from liaison_stations.transitions.letter_delay import ask_letter_delay
from liaison_stations.transitions.post_letter import Writer, post_letter
from liaison_stations.transitions.publish_letter import answer_of, publish_letter
from liaison_stations.transitions.screen_letter import accept_letter
from liaison_stations.transitions.transfer_letter import reply_letter, transfer_letter
from liaison_stations.transitions.writer import ask_erasure, forget_writer, rate_letter
from tests.walk.cases import Secret, World
from tests.walk.people import OFFICE

# Everybody who reads letters to the station; whoever has one in hand besides.
READ = OFFICE | {"zhao", "qian", "jiang", "wei"}
RUNS = OFFICE | {"jiang", "wei"}
UNIT = frozenset({"feng", "chen"})


def tell(world: World, at: datetime) -> None:
    """A letter in every hand, one asked about, answered, public, to be erased; a box; three consultations."""
    _letters(world, at)
    _box(world, at)
    _consultations(world, at)


def _letters(world: World, at: datetime) -> None:
    rows, clerk = world.rows, {"by": world.cast.he, "at": at}
    lin, transport = world.register.lin.deputy, world.cast.transport

    def accepted(word: str, seen: frozenset[str], **facts: Any) -> Letter:
        return accept_letter(_posted(world, word, seen, at, **facts), **clerk)

    def with_unit(word: str, **facts: Any) -> Letter:
        return transfer_letter(accepted(word, READ | UNIT, **facts), unit=transport, **clerk)

    def answered(word: str, **facts: Any) -> Letter:
        letter = reply_letter(with_unit(word, **facts), reply="已修好。", by=world.cast.feng, at=at)
        return answer_letter(letter, answer_kind="solved", answer="已修好。", **clerk)

    rows["letter-new"] = _posted(world, "甲", READ, at)
    rows["letter-accepted"] = accepted("乙", READ)
    rows["letter-deputy"] = give_to_deputy(accepted("丙", READ | {"lin"}), deputy=lin, **clerk)
    rows["letter-unit"] = with_unit("丁")
    rows["letter-asked"] = ask_writer(with_unit("戊"), question="是哪一盏？", by=world.cast.feng, at=at)
    rows["letter-delay"] = ask_letter_delay(with_unit("寅"), reason="要采购。", by=world.cast.feng, at=at)
    rows["letter-replied"] = reply_letter(with_unit("己"), reply="已修好。", by=world.cast.feng, at=at)
    rows["letter-answered"] = answered("庚", public_wish=True)
    rows["letter-published"] = _published(answered("辛", public_wish=True), clerk)
    closed = rate_letter(answered("壬").pk, rating=5, at=at)
    rows["letter-to-erase"] = forget_writer(ask_erasure(closed.pk, at=at).pk, at=at)


def _posted(world: World, word: str, seen: frozenset[str], at: datetime, **facts: Any) -> Letter:
    mark = f"密来信{word}号"
    words = {"kind": "help", "title": f"路灯{mark}", "text": f"村口的路灯{mark}夜里不亮。", **facts}
    writer = Writer(name="丑某", phone="13911112222")
    letter, _ = post_letter(token=f"walk {word}", to_station=world.rows["station"], writer=writer, at=at, **words)
    world.secrets.append(Secret(mark, seen))
    return letter


def _published(letter: Letter, clerk: dict[str, Any]) -> Letter:
    """Its mark is covered in what everybody reads."""
    words = {"title": "路灯【略】", "text": "村口的路灯【略】夜里不亮。", "answer": answer_of(letter).text}
    return publish_letter(letter, checked=LetterCheck.values, **words, **clerk)


def _box(world: World, at: datetime) -> None:
    cast, rows = world.cast, world.rows

    def opened(hours: int) -> Any:
        facts = {"station": rows["station"], "opened_with": cast.wei, "slips": 3, "note_text": f"密开箱{hours}号"}
        return box.open_box(opened_at=at - timedelta(hours=hours), by=cast.jiang, at=at, **facts)

    rows["box"] = opened(1)
    rows["box-confirmed"] = box.confirm_opening(opened(2), by=cast.wei, at=at)
    world.secrets += [Secret(f"密开箱{hours}号", READ) for hours in (1, 2)]


def _consultations(world: World, at: datetime) -> None:
    cast, rows, clerk = world.cast, world.rows, {"by": world.cast.he, "at": at}
    house = OFFICE | {"zhao", "qian", "fang", "cai"}

    def planned(word: str, months: int) -> Any:
        day = (at - timedelta(days=31 * months)).date()
        meeting = consultations.plan_consultation(held_on=day, letters=[rows["letter-unit"]], **clerk)
        return consultations.add_item(meeting, topic=f"密议题{word}号", **clerk)

    def held(word: str, months: int) -> Any:
        meeting = planned(word, months)
        consultations.hold_consultation(meeting, chair=cast.qian, attendees="各单位", **clerk)
        for item in meeting.items.all():
            decided = {"decision": "unit", "unit": cast.transport, "due_on": at.date() + timedelta(days=9)}
            consultations.decide_item(item, words=f"密要求{word}号", **decided, **clerk)
        return meeting

    rows["consultation"] = planned("甲", 0)
    rows["consultation-held"] = held("乙", 1)
    rows["consultation-minuted"] = consultations.issue_minutes(held("丙", 2), **clerk)
    for name in ("consultation", "consultation-held", "consultation-minuted"):
        rows[f"{name}-item"] = rows[name].items.last()
    world.secrets += [Secret(f"密议题{word}号", house) for word in "甲乙"]
    world.secrets += [Secret("密要求乙号", house), Secret("密要求丙号", house | UNIT)]
    world.secrets.append(Secret("密议题丙号", house | UNIT))
