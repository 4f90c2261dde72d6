"""What the addresses of questionnaires answer to whom; see `routes`."""

from typing import Any

from tests.walk import table
from tests.walk.cases import World
from tests.walk.people import DEPUTIES
from tests.walk.table import OPEN, About, Page, RowStep
from tests.walk.undertaking_routes import DOOR, HOUSE, RUNS, TEAM

# luo is of the house; lin is in the team of the inspection.
INSIDE = HOUSE | {"lin"}


def by_code(world: World) -> Any:
    rows = world.rows
    return [((rows["survey-open"].code,), OPEN), ((rows["survey-draft"].code,), frozenset())]


SURVEYS: dict[str, Any] = {
    "supervision:make-survey": RowStep("inspection", RUNS, TEAM),
    "supervision:surveys-to-answer": Page(DEPUTIES | {"tao"}),
    "supervision:survey": About(table.named(("survey-draft", INSIDE), ("survey-open", INSIDE)), door=DOOR),
    "supervision:add-survey-item": RowStep("survey-draft", RUNS, INSIDE),
    "supervision:drop-survey-item": RowStep("survey-item", RUNS, INSIDE, empty=302),
    "supervision:open-survey": RowStep("survey-draft", RUNS, INSIDE, empty=302),
    "supervision:close-survey": RowStep("survey-open", RUNS, INSIDE),
    "supervision:enter-survey-paper": RowStep("survey-open", RUNS, INSIDE),
    "supervision:survey-words": About(table.named(("survey-open", INSIDE)), door=DOOR),
    "w:page": About(by_code, post=422, anonymous=404),
    "w:sent": About(by_code, anonymous=404),
    "w:poster": About(by_code, anonymous=404),
}
