"""What the addresses of supervision carried out answer to whom; see `routes`."""

from typing import Any

from tests.walk import table
from tests.walk.people import DEPUTIES, LEADERS, OFFICE
from tests.walk.table import OPEN, About, Page, RowStep

HOUSE = OFFICE | LEADERS | {"fang", "cai"}
RUNS = OFFICE | {"fang"}
BODY = frozenset({"feng", "chen"})
DOOR = HOUSE | DEPUTIES | BODY | {"tao", "wu", "zheng", "chu", "sun", "wei"}
# The first is only planned, the second has begun, the third is kept from the body.
BEGUN = HOUSE | BODY
TEAM = BEGUN | {"lin"}
UNDERTAKINGS: dict[str, Any] = {
    "supervision:undertakings": Page(DOOR),
    "supervision:undertaking-steps": Page(DOOR),
    "supervision:undertaking-calendar": Page(HOUSE),
    "supervision:public-undertakings": Page(OPEN),
    "supervision:public-undertaking": About(
        table.named(("undertaking-public", OPEN), ("undertaking-concluded", frozenset())), anonymous=404
    ),
    "supervision:plan-undertaking": Page(OFFICE | {"fang", "cai"}, post=422),
    "supervision:undertaking": About(
        table.named(
            ("undertaking-planned", HOUSE),
            ("undertaking", BEGUN),
            ("undertaking-hidden", HOUSE),
            ("inspection", TEAM),
            ("joint-meeting", BEGUN),
        ),
        door=DOOR,
    ),
    "supervision:set-undertaking-meeting": RowStep("undertaking", RUNS, BEGUN),
    "supervision:begin-undertaking": RowStep("undertaking-planned", RUNS, HOUSE, empty=302),
    "supervision:conclude-undertaking": RowStep("undertaking-settled", RUNS, BEGUN),
    "supervision:cancel-undertaking": RowStep("undertaking", RUNS, BEGUN),
    "supervision:publish-undertaking": RowStep("undertaking-concluded", RUNS, BEGUN, empty=302),
    "supervision:step": About(
        table.named(("step-body", BEGUN), ("step-own", HOUSE), ("step-shared", BEGUN), ("step-hidden", HOUSE)),
        door=DOOR,
    ),
    "supervision:finish-step": RowStep("step-body", RUNS | BODY, BEGUN),
    "supervision:skip-step": RowStep("step-shared", RUNS, BEGUN),
    "supervision:move-step": RowStep("step-own", RUNS, HOUSE),
    "supervision:reopen-step": RowStep("step-done", RUNS, BEGUN),
    # lin and luo are in the team of the inspection.
    "supervision:join-team": RowStep("inspection", RUNS, TEAM),
    "supervision:leave-team": RowStep("team-member", RUNS, TEAM, empty=302),
    "supervision:record-visit": RowStep("inspection", RUNS | {"lin", "luo"}, TEAM),
    "supervision:record-survey": RowStep("inspection", RUNS, TEAM),
    "supervision:list-article": RowStep("inspection", RUNS, TEAM),
    "supervision:assess-article": RowStep("law-article", RUNS | {"lin", "luo"}, HOUSE | {"lin"}),
    "supervision:collect-opinion": RowStep("undertaking", RUNS, BEGUN),
    "supervision:send-opinions": RowStep("undertaking", RUNS, BEGUN, empty=302),
    "supervision:answer-collected": RowStep("opinion-sent", RUNS | BODY, BEGUN),
    "supervision:record-decision": RowStep("joint-meeting", RUNS, BEGUN),
    "supervision:plan-its-ballot": RowStep("undertaking", RUNS, BEGUN),
}
UNDERTAKING_LISTS = {
    "supervision:undertakings": [{"q": "公共交通"}, {"state": "under_way"}, {"format": "csv"}],
    "supervision:public-undertakings": [{"q": "公共交通"}],
    "supervision:undertaking-calendar": [{"year": "2026"}, {"month": "2026-03"}, {"month": "x"}, {"mine": "1"}],
}
