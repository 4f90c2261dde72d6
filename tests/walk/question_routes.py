"""What the addresses of questioning and its issues answer to whom; see `routes`."""

from typing import Any

from tests.walk import table
from tests.walk.people import DEPUTIES, LEADERS, OFFICE
from tests.walk.table import OPEN, About, Page, RowStep

HOUSE = OFFICE | LEADERS | {"fang", "cai"}
# The urban committee organises; lin and zhou ask the transport bureau.
RUNS = OFFICE | {"fang"}
ASKS = frozenset({"lin", "zhou"})
BUREAU = frozenset({"feng", "chen"})
DOOR = HOUSE | DEPUTIES | BUREAU | {"tao", "wei", "wu", "zheng", "chu", "sun"}
AROUND, ALL = HOUSE | ASKS, HOUSE | ASKS | BUREAU
NOBODY: frozenset[str] = frozenset()
QUESTIONS: dict[str, Any] = {
    "supervision:question-sessions": Page(DOOR),
    "supervision:session-issues": Page(DOOR),
    "supervision:plan-session": Page(RUNS | {"cai", "wei"}, post=422),
    "supervision:question-session": About(
        table.named(("q-reported", HOUSE), ("q-sorting", AROUND), ("q-live", ALL), ("q-held", ALL)), door=DOOR
    ),
    "supervision:floor": About(table.named(("q-live", ALL), ("q-sorting", NOBODY)), door=DOOR),
    "supervision:floor-rows": About(table.named(("q-live", ALL)), door=DOOR),
    "supervision:report-session": RowStep("q-reported", RUNS, HOUSE),
    "supervision:mobilise-session": RowStep("q-reported", RUNS, HOUSE, empty=302),
    "supervision:sort-session": RowStep("q-reported", RUNS, HOUSE, get=409, empty=409),
    "supervision:arrange-session": RowStep("q-reported", RUNS, HOUSE, empty=302),
    "supervision:call-session": RowStep("q-sorting", RUNS, AROUND, empty=302),
    "supervision:cancel-session": RowStep("q-sorting", RUNS, AROUND),
    "supervision:list-issue": RowStep("q-sorting", RUNS | ASKS, AROUND),
    "supervision:ask-question": RowStep("q-sorting", RUNS | ASKS, AROUND),
    "supervision:hand-issues": RowStep("q-sorting", RUNS, AROUND, empty=302),
    "supervision:open-floor": RowStep("q-called", RUNS, ALL, empty=302),
    "supervision:shut-floor": RowStep("q-live", RUNS, ALL),
    "supervision:review-session": RowStep("q-live", RUNS, ALL, get=409, empty=409),
    "supervision:publish-session": RowStep("q-live", RUNS, ALL, empty=302),
    "supervision:withdraw-session": RowStep("q-held", RUNS, ALL),
    "supervision:close-session": RowStep("q-held", RUNS, ALL),
    "supervision:call-up": RowStep("question-prepared", RUNS, HOUSE | {"lin"}, empty=302),
    "supervision:pass-over": RowStep("question-prepared", RUNS, HOUSE | {"lin"}, empty=302),
    "supervision:answer-question": RowStep("question-asked", RUNS | BUREAU, ALL),
    "supervision:session-issue": About(
        table.named(("issue-listed", AROUND), ("issue-handed", ALL), ("issue-closed", ALL)), door=DOOR
    ),
    "supervision:change-issue": RowStep("issue-listed", RUNS, AROUND),
    "supervision:drop-issue": RowStep("issue-listed", RUNS, AROUND),
    "supervision:recall-issue": RowStep("issue-handed", RUNS, ALL),
    "supervision:plan-remedy": RowStep("issue-handed", BUREAU, ALL),
    "supervision:note-issue": RowStep("issue-handed", RUNS | BUREAU, ALL),
    "supervision:return-plan": RowStep("issue-planned", RUNS, ALL),
    "supervision:agree-plan": RowStep("issue-planned", RUNS, ALL),
    "supervision:report-result": RowStep("issue-remedy", BUREAU, ALL),
    "supervision:return-result": RowStep("issue-reported", RUNS, ALL),
    "supervision:plan-issue-ballot": RowStep("q-held", RUNS, ALL),
    "supervision:plan-answer-ballot": RowStep("q-inquiry", RUNS, ALL),
    "supervision:enter-review": RowStep("issue-reported", RUNS, ALL),
    # he entered it himself.
    "supervision:check-review": RowStep("issue-counted", RUNS - {"he"}, ALL),
    "supervision:ledger-issue": RowStep("issue-handed", RUNS, ALL),
    "supervision:reopen-issue": RowStep("issue-closed", RUNS, ALL),
    "supervision:public-sessions": Page(OPEN),
    "supervision:public-session": About(table.named(("q-held", OPEN), ("q-live", NOBODY)), anonymous=404),
    "supervision:public-issue": About(table.named(("issue-closed", OPEN), ("issue-withheld", NOBODY)), anonymous=404),
}
QUESTION_LISTS: dict[str, Any] = {
    "supervision:question-sessions": [{"q": "小区"}, {"format": "csv"}],
    "supervision:session-issues": [{"second": "on"}, {"format": "csv"}],
    "supervision:public-sessions": [{"page": "2"}],
}
