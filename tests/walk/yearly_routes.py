"""What the addresses of yearly reports, awards and handed-in reports answer to whom."""

from tests.walk import table
from tests.walk.people import CLERKS, DEPUTIES, LEADERS, OFFICE, SIGNED_IN
from tests.walk.table import OPEN, About, Page, RowStep, Step

ANSWERED = frozenset(
    {
        "replied",
        "consulted",
        "rehandling",
        "closed",
        "on-paper",
        "tracking",
        "kept",
        "confirmed",
        "mediation",
        "published",
    }
)
REPORT_READERS = SIGNED_IN - {"shen", "han", "yang", "stranger"}
BEFORE_A_MEETING = OFFICE | LEADERS | {"fang", "cai"}
REPORT = table.named(
    ("report-built", OFFICE), ("report-confirmed", BEFORE_A_MEETING), ("report-frozen", REPORT_READERS)
)
REPORTS = {
    "reports:list": Page(REPORT_READERS, post_shut=405),
    "reports:ask": Page(OFFICE, post=422),
    "reports:report": About(REPORT),
    "reports:progress": About(REPORT),
    "reports:rows": About(
        lambda world: [((world.rows["report-frozen"].pk, "totals", "registered", "count"), REPORT_READERS)]
    ),
    "reports:compare": About(table.named(("report-built", OFFICE))),
    "reports:ask-again": RowStep("report-built", OFFICE, OFFICE, empty=302),
    "reports:confirm": RowStep("report-built", OFFICE - {"he"}, OFFICE, empty=302),
    "reports:send-back": RowStep("report-confirmed", OFFICE, BEFORE_A_MEETING),
    "reports:freeze": RowStep("report-confirmed", OFFICE, BEFORE_A_MEETING),
    "reports:correct": RowStep("report-frozen", OFFICE, REPORT_READERS),
}
HOUSE = OFFICE | LEADERS | {"fang", "cai"}
NEAR_LIN = frozenset({"head", "convener", "wei"})
SITTING = DEPUTIES | {"tao"}
OWN_OPEN, OWN_WRITTEN, OWN_CHECKED = OFFICE | NEAR_LIN | {"lin"}, OFFICE | {"zhou"}, OFFICE | {"tan"}
OWN_CONFIRMED = HOUSE | NEAR_LIN | {"deng"}
OWN = table.named(
    ("own-open", OWN_OPEN),
    ("own-written", OWN_WRITTEN),
    ("own-checked", OWN_CHECKED),
    ("own-confirmed", OWN_CONFIRMED),
)
OWN_REPORTS = {
    "reports:open-words": RowStep("run", OFFICE, OFFICE, get=409, empty=409),
    "reports:mine": Page(SITTING, get=302, post_shut=405),
    "reports:deputy-reports": Page(HOUSE | SITTING | {"wei"}, post_shut=405),
    "reports:deputy-zip": Page(HOUSE | NEAR_LIN, post_shut=405),
    "reports:check-all": Page(HOUSE | NEAR_LIN, post=302),
    "reports:confirm-all": Page(OFFICE, post=302),
    "reports:deputy-report": About(OWN),
    "reports:batch-run": About(table.named(("batch-run", frozenset({"he"})))),
    "reports:batch-progress": About(table.named(("batch-run", frozenset({"he"})))),
    "reports:write-words": RowStep("own-open", frozenset({"lin"}), OWN_OPEN, empty=302),
    "reports:check-own": RowStep("own-written", OFFICE, OWN_WRITTEN, empty=302),
    "reports:send-back-own": RowStep("own-written", OFFICE, OWN_WRITTEN),
    "reports:confirm-own": RowStep("own-checked", OFFICE - {"he"}, OWN_CHECKED, empty=302),
    "reports:correct-own": RowStep("own-confirmed", OFFICE, OWN_CONFIRMED),
    "reports:count-again": RowStep("own-open", OFFICE, OWN_OPEN, empty=302),
}
SCORES = OFFICE | LEADERS
HANDED = OFFICE | LEADERS | frozenset({"fang", "cai", "sun", "feng", "chen"})
AWARDS = {
    "suggestions:awards": Page(OPEN),
    "suggestions:appraisals": Page(),
    "suggestions:open-appraisal": Page(OFFICE, post=422),
    "suggestions:appraisal": About(table.named(("appraisal", SCORES), ("decided-appraisal", SCORES))),
    "suggestions:appraisal-workbook": About(table.named(("appraisal", SCORES))),
    "suggestions:appraisal-rows": About(
        lambda world: [((world.rows["decided-appraisal"].pk, world.rows["chosen"], "cases"), SCORES)]
    ),
    "suggestions:score-again": RowStep("appraisal", OFFICE, SCORES, empty=302),
    "suggestions:decide-awards": RowStep("appraisal", OFFICE, SCORES),
    "suggestions:publish-awards": RowStep("decided-appraisal", OFFICE, SCORES, empty=302),
    "suggestions:mark": Step(lambda case: case.office | (frozenset({"fang"}) & case.sees), ANSWERED),
    "suggestions:handed-reports": Page(),
    "suggestions:hand-in": Page(CLERKS | frozenset({"sun", "feng", "chen", "wu", "zheng", "chu"}), post=422),
    "suggestions:handed-report": About(table.named(("handed-report", HANDED))),
    "suggestions:hear-report": RowStep("handed-report", OFFICE, HANDED),
}
