"""What the addresses of the yearly plan of supervision, of calls and ideas answer to whom; see `routes`."""

from typing import Any

from tests.walk import table
from tests.walk.cases import World
from tests.walk.people import DEPUTIES, LEADERS, OFFICE, SIGNED_IN
from tests.walk.table import OPEN, About, Page, RowStep

HOUSE = OFFICE | LEADERS | {"fang", "cai"}
DOOR = HOUSE | DEPUTIES | {"tao"}
# Who may open the paper of the first family that has been answered.
PAPER = OFFICE | LEADERS | DEPUTIES | {"fang", "feng", "chen", "sun"}
READ = OFFICE | {"zhao", "qian", "jiang", "wei"}
MINE = HOUSE | {"lin"}


def sent(world: World) -> Any:
    return [((world.rows["call-open"].pk, world.rows["topic-idea-sent"].number), OPEN)]


PLANS: dict[str, Any] = {
    "supervision:plans": Page(DOOR),
    "supervision:make-plan": Page(OFFICE, post=422),
    "supervision:plan": About(table.named(("plan-draft", HOUSE), ("plan-published", DOOR)), door=DOOR),
    "supervision:change-plan": RowStep("plan-draft", OFFICE, HOUSE),
    "supervision:add-topic": RowStep("plan-draft", OFFICE, HOUSE),
    "supervision:adopt-plan": RowStep("plan-draft", OFFICE, HOUSE),
    "supervision:publish-plan": RowStep("plan-adopted", OFFICE, HOUSE, empty=302),
    "supervision:adjust-add": RowStep("plan-adopted", OFFICE, HOUSE),
    "supervision:topic": About(table.named(("topic-draft", HOUSE), ("topic-published", DOOR)), door=DOOR),
    "supervision:change-topic": RowStep("topic-draft", OFFICE, HOUSE),
    "supervision:remove-topic": RowStep("topic-draft", OFFICE, HOUSE, empty=302),
    "supervision:adjust-topic": RowStep("topic-published", OFFICE, SIGNED_IN),
    "supervision:drop-topic": RowStep("topic-published", OFFICE, SIGNED_IN),
    "supervision:topics-to-start": Page(OFFICE | {"fang", "cai"}),
    "supervision:start-topic": RowStep("topic-adopted", OFFICE | {"fang"}, HOUSE),
    "supervision:public-plans": Page(OPEN),
    "supervision:public-plan": About(table.named(("plan-draft", frozenset()), ("plan-published", OPEN)), anonymous=404),
    "supervision:solicitations": Page(HOUSE),
    "supervision:solicitations-to-do": Page(HOUSE),
    "supervision:make-solicitation": Page(OFFICE, post=422),
    "supervision:solicitation": About(table.named(("call-draft", HOUSE), ("call-open", HOUSE)), door=HOUSE),
    "supervision:change-solicitation": RowStep("call-draft", OFFICE, HOUSE),
    "supervision:open-solicitation": RowStep("call-draft", OFFICE, HOUSE, empty=302),
    "supervision:close-solicitation": RowStep("call-open", OFFICE, SIGNED_IN),
    "supervision:answer-solicitation": RowStep("call-closed", OFFICE, SIGNED_IN),
    "supervision:enter-topic-idea": RowStep("call-open", OFFICE, SIGNED_IN),
    "supervision:topic-ideas": Page(DOOR),
    "supervision:topic-ideas-waiting": Page(HOUSE),
    "supervision:put-topic-idea": Page(DOOR, post=422),
    "supervision:put-topic-idea-suggestion": RowStep("topic-paper", HOUSE - {"cai"}, PAPER),
    "supervision:put-topic-idea-letter": RowStep("letter-new", OFFICE | {"zhao", "qian"}, READ),
    "supervision:topic-idea": About(table.named(("topic-idea", MINE), ("topic-idea-sent", HOUSE)), door=DOOR),
    "supervision:take-as-topic": RowStep("topic-idea", OFFICE, MINE),
    "supervision:take-topic-idea": RowStep("topic-idea", OFFICE, MINE),
    "supervision:decline-topic-idea": RowStep("topic-idea", OFFICE, MINE),
    "supervision:forward-topic-idea": RowStep("topic-idea", OFFICE, MINE),
    "supervision:reconsider-topic-idea": RowStep("topic-idea-declined", OFFICE, MINE),
    "supervision:public-solicitation": About(
        table.named(("call-draft", frozenset()), ("call-open", OPEN)), anonymous=404
    ),
    "supervision:send-topic-idea": About(table.named(("call-open", OPEN)), post=422),
    "supervision:topic-idea-sent": About(sent),
}
PLAN_LISTS = {
    "supervision:plans": [{"format": "csv"}],
    "supervision:topic-ideas": [{"q": "电梯"}, {"state": "received"}, {"format": "csv"}],
}
