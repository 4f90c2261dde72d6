"""What the addresses of activities answer to whom; see `routes`."""

from typing import Any

from tests.walk import table
from tests.walk.people import CLERKS, LEADERS, OFFICE, SIGNED_IN
from tests.walk.table import OPEN, READERS, About, Page, RowStep, Taken

HOUSE = OFFICE | LEADERS | {"fang", "cai"}
# Asked to it, and who leads the delegation of somebody asked.
ASKED = frozenset({"lin", "zhou", "head"})
FOUND = HOUSE | ASKED
# The activity is held in the name of the committee that cai works in.
HOLDERS = OFFICE | {"cai"}
LIN, ZHOU = frozenset({"lin"}), frozenset({"zhou"})
# Leads lin's delegation.
OF_LIN = HOUSE | {"head"}
# Days lie between the walk and the activity.
UNIT = frozenset({"feng", "chen"})
HOLDING = OFFICE | {"fang", "cai", "wei", "convener"}
NOT_YET = {"get": 409, "empty": 409}

ACTIVITIES: dict[str, Any] = {
    "deputies:activities": Page(READERS),
    "deputies:activity-month": Page(READERS),
    "deputies:activities-to-close": Page(READERS),
    "deputies:my-invitations": Page(READERS),
    "deputies:leaves": Page(READERS),
    "deputies:absences": Page(OFFICE | {"zhao", "qian"}),
    "deputies:handle-absence": RowStep("absence", OFFICE, frozenset({"zhao", "qian", "deng"})),
    "deputies:plans": Page(READERS),
    "deputies:make-plan": Page(HOLDING, post=422),
    "deputies:public-plans": Page(OPEN),
    "deputies:public-plan": About(table.named(("published-plan", OPEN)), anonymous=404),
    "deputies:plan": About(table.named(("plan", HOUSE), ("published-plan", SIGNED_IN))),
    "deputies:add-item": RowStep("plan", HOLDERS, HOUSE),
    "deputies:adopt-plan": RowStep("plan", HOLDERS, HOUSE),
    "deputies:publish-plan": RowStep("plan", HOLDERS, HOUSE, **NOT_YET),
    "deputies:remove-item": RowStep("plan-item", HOLDERS, HOUSE, empty=302),
    "deputies:campaigns": Page(READERS),
    "deputies:campaign": About(table.named(("campaign", READERS)), door=READERS),
    "deputies:public-campaigns": Page(OPEN),
    "deputies:public-campaign": About(table.named(("published-campaign", OPEN)), anonymous=404),
    "deputies:publish-campaign": RowStep("campaign", OFFICE, READERS),
    "deputies:hide-campaign": RowStep("campaign", OFFICE, READERS, **NOT_YET),
    "deputies:forward-result": RowStep("activity", HOLDERS, FOUND, **NOT_YET),
    "deputies:results": Page(),
    # Whoever finds it reads it; the body alone answers (tests/deputies/transitions/test_forward_result.py).
    "deputies:result": Taken(lambda world: [((world.rows["result"].pk,), {200: FOUND | UNIT})]),
    "deputies:budget": Page(OFFICE | {"zhao", "qian"}),
    "deputies:open-line": Page(CLERKS, post=422),
    "deputies:budget-line": About(table.named(("budget-line", OFFICE | {"zhao", "qian"}))),
    "deputies:allot": RowStep("budget-line", CLERKS, OFFICE | {"zhao", "qian"}),
    "deputies:spend": RowStep("budget-line", CLERKS, OFFICE | {"zhao", "qian"}),
    "deputies:plan-activity": Page(HOLDING, post=422),
    "deputies:activity": About(
        table.named(("activity", FOUND), ("township-activity", HOUSE | {"wei", "lin", "head"})), unseen=404
    ),
    "deputies:activity-calendar-file": About(table.named(("activity", FOUND))),
    "deputies:activity-notice": About(table.named(("activity", FOUND))),
    "deputies:invite": RowStep("activity", HOLDERS, FOUND),
    "deputies:change-activity": RowStep("activity", HOLDERS, FOUND),
    "deputies:cancel-activity": RowStep("activity", HOLDERS, FOUND),
    "deputies:attendance": RowStep("activity", HOLDERS, FOUND, **NOT_YET),
    "deputies:add-record": RowStep("activity", HOLDERS, FOUND, **NOT_YET),
    "deputies:close-activity": RowStep("activity", HOLDERS, FOUND, **NOT_YET),
    "deputies:sign-in-sheet": Taken(lambda world: [((world.rows["activity"].pk,), {200: HOLDERS, 403: FOUND})]),
    "deputies:check-in-screen": Taken(lambda world: [((world.rows["activity"].pk,), {409: HOLDERS, 403: FOUND})]),
    "deputies:check-in-code": Taken(lambda world: [((world.rows["activity"].pk,), {409: HOLDERS, 403: FOUND})]),
    # The kind of the walk's activity does not check the place.
    "deputies:mark-spot": RowStep("activity", frozenset(), FOUND),
    "deputies:check-in": RowStep("activity", LIN | ZHOU, SIGNED_IN, **NOT_YET),
    "deputies:answer-invitation": RowStep("lin-invitation", LIN, OF_LIN, empty=302),
    "deputies:ask-leave": RowStep("lin-invitation", LIN | HOLDERS, OF_LIN),
    "deputies:call-deputy": RowStep("lin-invitation", HOLDERS, OF_LIN | LIN),
    "deputies:correct-attendance": RowStep("lin-invitation", HOLDERS, OF_LIN | LIN, **NOT_YET),
    "deputies:decide-leave": RowStep("leave", HOLDERS, ZHOU | {"zhao", "qian"}),
    "deputies:withdraw-leave": RowStep("leave", ZHOU, HOLDERS | {"zhao", "qian"}, empty=302),
}
