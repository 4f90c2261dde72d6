"""What the office's addresses of letters, the opinion box and consultations answer to whom; see `routes`."""

from typing import Any

from tests.walk import table
from tests.walk.letter_world import READ, RUNS, UNIT
from tests.walk.people import DEPUTIES, OFFICE
from tests.walk.table import OPEN, About, Page, RowStep

UNITS = frozenset({"feng", "chen", "wu", "zheng", "chu", "sun", "wei"})
DESKS = READ | DEPUTIES | UNITS | {"tao"}
WITH_LIN, WITH_UNIT = READ | {"lin"}, READ | UNIT
BOXES = OFFICE | {"zhao", "qian", "wei", "jiang"}
HOUSE = OFFICE | {"zhao", "qian", "fang", "cai"}


def public_letter(world: Any) -> list[Any]:
    """By the key of its letter; one that is not public is nobody's."""
    rows = (("letter-published", OPEN), ("letter-answered", frozenset()))
    return [((world.rows[name].pk,), seen) for name, seen in rows]


OFFICE_LETTERS: dict[str, Any] = {
    "stations:letters": Page(DESKS),
    "stations:enter-letter": Page(RUNS, post=422),
    "stations:letter": About(
        table.named(
            ("letter-new", READ),
            ("letter-deputy", WITH_LIN),
            ("letter-unit", WITH_UNIT),
            ("letter-published", WITH_UNIT),
            ("letter-to-erase", WITH_UNIT),
        )
    ),
    "stations:accept-letter": RowStep("letter-new", RUNS, READ, empty=302),
    "stations:decline-letter": RowStep("letter-new", RUNS, READ),
    "stations:redirect-letter": RowStep("letter-new", RUNS, READ),
    "stations:give-letter": RowStep("letter-accepted", RUNS, READ),
    "stations:transfer-letter": RowStep("letter-accepted", RUNS, READ),
    "stations:hand-back-letter": RowStep("letter-deputy", RUNS | {"lin"}, WITH_LIN),
    "stations:answer-letter": RowStep("letter-deputy", frozenset({"lin"}), WITH_LIN),
    "stations:ask-writer": RowStep("letter-deputy", frozenset({"lin"}), WITH_LIN),
    "stations:return-letter": RowStep("letter-unit", RUNS | UNIT, WITH_UNIT),
    "stations:reply-letter": RowStep("letter-unit", UNIT, WITH_UNIT),
    "stations:ask-letter-delay": RowStep("letter-unit", UNIT, WITH_UNIT),
    "stations:refuse-letter-delay": RowStep("letter-delay", RUNS, WITH_UNIT),
    "stations:extend-letter": RowStep("letter-unit", RUNS, WITH_UNIT),
    "stations:letter-goes-on": RowStep("letter-asked", RUNS, WITH_UNIT, empty=302),
    "stations:bounce-reply": RowStep("letter-replied", RUNS, WITH_UNIT),
    "stations:note-letter": RowStep("letter-unit", RUNS | UNIT, WITH_UNIT),
    "stations:publish-letter": RowStep("letter-answered", OFFICE, WITH_UNIT),
    "stations:unpublish-letter": RowStep("letter-published", OFFICE, WITH_UNIT),
    "stations:erase-letter": RowStep("letter-to-erase", OFFICE, WITH_UNIT),
    "stations:answered-letters": Page(OPEN),
    "stations:answered-letter": About(public_letter, anonymous=404),
    "stations:boxes": Page(BOXES),
    "stations:open-box": Page(RUNS, post=422),
    "stations:box-opening": About(table.named(("box", BOXES), ("box-confirmed", BOXES))),
    "stations:recount-box": RowStep("box", frozenset({"jiang"}), BOXES),
    "stations:confirm-opening": RowStep("box", frozenset({"wei"}), BOXES, empty=302),
    "stations:enter-slip": RowStep("box-confirmed", RUNS, BOXES),
    "stations:set-slip-aside": RowStep("box-confirmed", RUNS, BOXES),
    "stations:consultations": Page(HOUSE),
    "stations:plan-consultation": Page(OFFICE, post=422),
    "stations:consultation": About(table.named(("consultation", HOUSE), ("consultation-minuted", HOUSE))),
    "stations:change-consultation": RowStep("consultation", OFFICE, HOUSE),
    "stations:add-consultation-item": RowStep("consultation", OFFICE, HOUSE),
    "stations:hold-consultation": RowStep("consultation", OFFICE, HOUSE),
    "stations:issue-minutes": RowStep("consultation-held", OFFICE, HOUSE, empty=302),
    "stations:consultation-items": Page(HOUSE | UNITS),
    "stations:consultation-item": About(
        table.named(("consultation-held-item", HOUSE), ("consultation-minuted-item", HOUSE | UNIT))
    ),
    "stations:drop-item": RowStep("consultation-item", OFFICE, HOUSE, empty=302),
    "stations:decide-item": RowStep("consultation-held-item", OFFICE, HOUSE),
    "stations:settle-item": RowStep("consultation-minuted-item", OFFICE | UNIT, HOUSE | UNIT),
}
LETTER_LISTS = {
    "stations:letters": [{"state": "all"}, {"state": "answered", "kind": "help"}, {"number": "信〔2026〕000001"}],
    "stations:answered-letters": [{"page": "2"}],
}
