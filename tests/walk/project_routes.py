"""What the addresses of livelihood projects answer to whom; see `routes`."""

from typing import Any

from tests.walk import table
from tests.walk.people import DEPUTIES, LEADERS, OFFICE, SIGNED_IN
from tests.walk.table import OPEN, About, Page, RowStep

HOUSE = OFFICE | LEADERS | {"fang", "cai"}
UNIT = frozenset({"feng", "chen"})
BODIES = UNIT | {"wu", "zheng", "chu", "sun", "wei"}
DOOR = HOUSE | DEPUTIES | {"tao"} | BODIES
DRAFT = HOUSE | UNIT
ON_LIST = DRAFT | DEPUTIES | {"tao"}
QUEUES = (
    "projects-to-report",
    "projects-to-steer",
    "adopted-projects",
    "project-checks",
    "project-troubles",
    "ideas-to-screen",
    "project-votes-to-check",
)
NOT_NOW = {"get": 409, "empty": 409}


def by_code(world: Any) -> Any:
    return [((world.rows["project-under-way"].code,), OPEN), ((world.rows["project-draft"].code,), frozenset())]


def by_code_and_size(world: Any) -> Any:
    return [((*key, "a4"), who) for key, who in by_code(world)]


PROJECTS: dict[str, Any] = {
    "supervision:project-years": Page(DOOR),
    "supervision:open-project-year": Page(OFFICE | {"wei"}, post=422),
    **{f"supervision:{name}": Page(DOOR) for name in QUEUES},
    "supervision:project-year": About(
        table.named(("project-year", DOOR), ("project-year-listed", DOOR), ("project-year-announced", DOOR)), door=DOOR
    ),
    "supervision:amend-project-year": RowStep("project-year", OFFICE, DOOR),
    "supervision:close-collection": RowStep("project-year", OFFICE, DOOR, **NOT_NOW),
    "supervision:add-project": RowStep("project-year", OFFICE, DOOR),
    "supervision:list-candidates": RowStep("project-year", OFFICE, DOOR, **NOT_NOW),
    "supervision:reopen-screening": RowStep("project-year-listed", OFFICE, DOOR),
    "supervision:plan-project-choice": RowStep("project-year-listed", OFFICE, DOOR),
    "supervision:announce-projects": RowStep("project-year-listed", OFFICE, DOOR, **NOT_NOW),
    "supervision:plan-project-end": RowStep("project-year-announced", OFFICE, DOOR),
    "supervision:close-project-year": RowStep("project-year-announced", OFFICE, DOOR, get=409, empty=409),
    "supervision:ideas": About(table.named(("project-year", DOOR)), door=DOOR),
    "supervision:enter-idea": RowStep("project-year", OFFICE | DEPUTIES | {"tao"} | BODIES, DOOR),
    "supervision:idea": About(
        table.named(("project-idea", HOUSE), ("project-idea-declined", HOUSE | {"lin"})), door=DOOR
    ),
    "supervision:adopt-idea": RowStep("project-idea", OFFICE, HOUSE),
    "supervision:decline-idea": RowStep("project-idea", OFFICE, HOUSE),
    "supervision:reopen-idea": RowStep("project-idea-declined", OFFICE, HOUSE | {"lin"}, empty=302),
    "supervision:project": About(
        table.named(("project-draft", DRAFT), ("project-candidate", ON_LIST), ("project-under-way", DOOR)), door=DOOR
    ),
    "supervision:amend-project": RowStep("project-draft", OFFICE, DRAFT),
    "supervision:ask-project-check": RowStep("project-draft", OFFICE, DRAFT),
    "supervision:drop-project": RowStep("project-draft", OFFICE, DRAFT),
    "supervision:restore-project": RowStep("project-dropped", OFFICE, DRAFT, empty=302),
    "supervision:remark-project": RowStep("project-candidate", OFFICE | DEPUTIES, ON_LIST),
    "supervision:answer-project-check": RowStep("project-check", UNIT, DRAFT),
    "supervision:report-project": RowStep("project-under-way", UNIT, SIGNED_IN),
    "supervision:return-project": RowStep("project-reported", OFFICE, SIGNED_IN),
    "supervision:accept-project": RowStep("project-reported", OFFICE, SIGNED_IN),
    "supervision:adopt-project": RowStep("project-under-way", OFFICE | DEPUTIES, SIGNED_IN),
    "supervision:visit-project": RowStep("project-under-way", OFFICE | {"lin"}, SIGNED_IN),
    "supervision:ask-project-change": RowStep("project-under-way", OFFICE | UNIT, SIGNED_IN),
    "supervision:decide-project-change": RowStep("project-change", OFFICE, SIGNED_IN),
    "supervision:end-adoption": RowStep("project-deputy", OFFICE, SIGNED_IN, empty=302),
    "supervision:answer-project-visit": RowStep("project-visit", UNIT, SIGNED_IN),
    "supervision:ledger-project-visit": RowStep("project-visit", OFFICE, SIGNED_IN),
    "supervision:project-vote": About(
        table.named(("project-vote", DOOR), ("project-vote-entered", DOOR), ("project-vote-settled", DOOR)), door=DOOR
    ),
    "supervision:enter-project-vote": RowStep("project-vote", OFFICE, DOOR),
    # he entered the figures.
    "supervision:check-project-vote": RowStep("project-vote-entered", OFFICE - {"he"}, DOOR),
    "supervision:board": Page(OPEN),
    "supervision:idea-outcomes": Page(OPEN),
    "supervision:propose-idea": About(table.named(("project-year", OPEN)), post=422, anonymous=404),
    "supervision:idea-receipt": Page(OPEN, get=302),
    "supervision:idea-look-up": Page(OPEN, post=422),
    "supervision:idea-follow": Page(OPEN, get=302, post=302),
    "p:page": About(by_code, anonymous=404),
    "p:poster": About(by_code, anonymous=404),
    "p:poster-file": About(by_code_and_size, anonymous=404),
}
PROJECT_LISTS = {
    "supervision:project-years": [{"format": "csv"}],
    "supervision:board": [{"q": "电梯"}, {"state": "under_way"}],
}
