"""What the addresses of the issue ledger answer to whom; see `routes`."""

from typing import Any

from tests.walk import table
from tests.walk.people import DEPUTIES, LEADERS, OFFICE
from tests.walk.table import OPEN, About, Page, RowStep

# cai's committee follows neither of them, but committees read the whole ledger.
HOUSE = OFFICE | LEADERS | {"fang", "cai"}
# Who leads the ledger of fang's committee, and who decides on more time.
FOLLOW = OFFICE | {"fang"}
LEAD = frozenset({"zhao", "qian"})
UNIT = frozenset({"feng", "chen"})
ASKED = frozenset({"zhou"})
LISTERS = HOUSE | DEPUTIES | UNIT | {"tao", "wu", "zheng", "chu", "sun", "wei"}
PROBLEMS: dict[str, Any] = {
    "supervision:problems": Page(LISTERS),
    "supervision:problem": About(
        table.named(("problem", HOUSE), ("problem-mending", HOUSE | UNIT), ("problem-claimed", HOUSE | UNIT | ASKED)),
        door=LISTERS,
    ),
    "supervision:problems-to-mend": Page(LISTERS),
    "supervision:problems-to-follow": Page(LISTERS),
    "supervision:problems-to-rate": Page(LISTERS),
    "supervision:problems-to-decide": Page(LISTERS),
    "supervision:problem-units": Page(HOUSE),
    "supervision:find-problem": Page(OFFICE | {"fang", "cai"}, post=422),
    "supervision:hand-problem": RowStep("problem", FOLLOW, HOUSE),
    "supervision:move-problem": RowStep("problem-mending", FOLLOW, HOUSE | UNIT),
    "supervision:withdraw-problem": RowStep("problem", FOLLOW, HOUSE),
    "supervision:plan-problem": RowStep("problem-mending", UNIT, HOUSE | UNIT),
    "supervision:report-problem-progress": RowStep("problem-mending", UNIT, HOUSE | UNIT),
    "supervision:claim-problem": RowStep("problem-mending", UNIT, HOUSE | UNIT),
    "supervision:ask-problem-delay": RowStep("problem-mending", UNIT, HOUSE | UNIT),
    "supervision:ask-voices": RowStep("problem-claimed", FOLLOW, HOUSE | UNIT | ASKED),
    # Those concerned have not spoken.
    "supervision:strike-problem": RowStep("problem-claimed", FOLLOW, HOUSE | UNIT | ASKED, get=409, empty=409),
    "supervision:return-problem": RowStep("problem-claimed", FOLLOW, HOUSE | UNIT | ASKED),
    "supervision:reopen-problem": RowStep("problem-struck", FOLLOW, HOUSE | UNIT),
    "supervision:hold-to-account": RowStep("problem-mending", FOLLOW, HOUSE | UNIT),
    "supervision:publish-problem": RowStep("problem-mending", OFFICE, HOUSE | UNIT, empty=302),
    "supervision:unpublish-problem": RowStep("problem-public", OFFICE, HOUSE | UNIT),
    "supervision:give-voice": RowStep("voice", ASKED, HOUSE | UNIT | ASKED),
    "supervision:grant-delay": RowStep("delay", LEAD, HOUSE | UNIT, empty=302),
    "supervision:refuse-delay": RowStep("delay", LEAD, HOUSE | UNIT),
    "supervision:public-problems": Page(OPEN),
    "supervision:public-problem": About(table.named(("problem-public", OPEN)), anonymous=200),
}
PROBLEM_LISTS = {
    "supervision:problem-units": [{"year": "2026"}, {"format": "csv"}],
    "supervision:public-problems": [{"q": "坡道"}, {"stands": "struck"}],
    "supervision:problems": [{"q": "坡道"}, {"situation": "overdue"}, {"situation": "back"}, {"format": "csv"}],
}
