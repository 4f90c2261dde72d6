"""What the addresses of appointments, appointees and resolutions answer to whom; see `routes`."""

from typing import Any

from tests.walk import table
from tests.walk.people import ANONYMOUS, LEADERS, OFFICE, SIGNED_IN
from tests.walk.table import About, Page, RowStep

HOUSE = OFFICE | LEADERS | {"fang", "cai"}
# Whoever acts for a body; sun's has proposed the bills, feng's has to carry out the resolution.
BODIES = frozenset({"sun", "feng", "chen", "wu", "zheng", "chu", "wei"})
LISTERS = HOUSE | BODIES
PROPOSED = HOUSE | {"sun"}
# chen is to be appointed, and was appointed to another post before.
NOMINEE = PROPOSED | {"chen"}
OWN = HOUSE | {"chen"}
UNIT = frozenset({"feng", "chen"})
CHARGED = HOUSE | UNIT
FOLLOWING = OFFICE | {"fang"}
CHEN = frozenset({"chen"})
OPEN = SIGNED_IN | {ANONYMOUS}


def step(row: str, actors: frozenset[str] = OFFICE, seen: frozenset[str] = PROPOSED, empty: int = 422) -> RowStep:
    return RowStep(row, actors, seen, empty)


APPOINTING: dict[str, Any] = {
    "supervision:appointments": Page(LISTERS),
    "supervision:file-appointment": Page(OFFICE, post=422),
    "supervision:appointment": About(table.named(("bill", PROPOSED), ("bill-voted", PROPOSED)), door=LISTERS),
    "supervision:name-nominee": step("bill"),
    "supervision:table-appointment": step("bill"),
    "supervision:postpone-appointment": step("bill-tabled"),
    "supervision:withdraw-appointment": step("bill"),
    "supervision:plan-appointment-ballot": step("bill-tabled"),
    "supervision:issue-decision": step("bill-voted"),
    "supervision:nominee": About(table.named(("nominee", NOMINEE), ("nominee-new", PROPOSED))),
    "supervision:invite-nominee": step("nominee-new", empty=302),
    "supervision:drop-nominee": step("nominee-dropped", empty=302),
    "supervision:exempt-nominee": step("nominee-new"),
    "supervision:redraw-exam": step("nominee-failed", seen=NOMINEE, empty=302),
    "supervision:enter-exam": step("nominee-new"),
    "supervision:write-statement": RowStep("nominee", OFFICE | CHEN, NOMINEE),
    "supervision:record-pledge": step("nominee-voted", seen=NOMINEE),
    "supervision:exam": About(table.named(("exam", OWN), ("exam-marked", OWN))),
    "supervision:begin-exam": RowStep("exam", CHEN, OWN, 302),
    "supervision:sit-exam": RowStep("exam-sitting", CHEN, OWN, 302),
    "supervision:collect-exam": RowStep("exam-over", OFFICE, OWN, 302),
    "supervision:check-exam": RowStep("exam-entered", OFFICE - {"he"}, HOUSE),
    "supervision:void-exam": RowStep("exam-sitting", OFFICE, OWN),
    "supervision:my-posts": Page(SIGNED_IN),
}
APPOINTEES: dict[str, Any] = {
    "supervision:appointees": Page(HOUSE),
    "supervision:enter-appointee": Page(OFFICE, post=422),
    "supervision:appointee": About(table.named(("appointee", OWN))),
    "supervision:end-appointee": RowStep("appointee", OFFICE, OWN),
    "supervision:duty-rounds": Page(HOUSE),
    "supervision:open-duty-round": Page(OFFICE, post=422),
    "supervision:duty-round": About(table.named(("duty-round", HOUSE)), door=HOUSE),
    "supervision:plan-round-ballot": RowStep("duty-round", OFFICE, HOUSE),
    "supervision:close-duty-round": RowStep("duty-round", OFFICE, HOUSE, get=409, empty=409),
    "supervision:duty-report": About(table.named(("duty-report", OWN), ("duty-report-handed", OWN))),
    "supervision:hand-in-duty-report": RowStep("duty-report", OFFICE | CHEN, OWN),
    "supervision:return-duty-report": RowStep("duty-report-handed", OFFICE, OWN),
    "supervision:accept-duty-report": RowStep("duty-report-handed", OFFICE, OWN, 302),
    "supervision:add-measure": RowStep("duty-report-balloted", OFFICE, OWN),
    "supervision:report-measure": RowStep("measure", OFFICE | CHEN, OWN),
    "supervision:return-measure": RowStep("measure-reported", OFFICE, OWN),
    "supervision:confirm-measure": RowStep("measure-reported", OFFICE, OWN, 302),
}
RESOLUTIONS: dict[str, Any] = {
    "supervision:resolutions": Page(LISTERS),
    "supervision:draft-resolution": Page(OFFICE, post=422),
    "supervision:resolution": About(
        table.named(("resolution", CHARGED), ("resolution-draft", HOUSE), ("resolution-public", LISTERS)), door=LISTERS
    ),
    "supervision:amend-resolution": RowStep("resolution-draft", OFFICE, HOUSE),
    "supervision:plan-resolution-ballot": RowStep("resolution-draft", OFFICE, HOUSE),
    "supervision:publish-resolution": RowStep("resolution", OFFICE, CHARGED),
    "supervision:hand-task": RowStep("resolution", FOLLOWING, CHARGED),
    "supervision:resolution-task": About(table.named(("task", CHARGED), ("task-reported", CHARGED)), door=LISTERS),
    "supervision:report-task": RowStep("task", UNIT, CHARGED),
    "supervision:return-task": RowStep("task-reported", FOLLOWING, CHARGED),
    "supervision:close-task": RowStep("task-reported", FOLLOWING, CHARGED),
    "supervision:decisions": Page(OPEN),
    "supervision:decision": About(table.named(("resolution-public", OPEN), ("resolution", frozenset())), anonymous=404),
}
PEOPLE_ROUTES = APPOINTING | APPOINTEES | RESOLUTIONS
PEOPLE_LISTS = {
    "supervision:appointments": [{"q": "任命"}, {"state": "tabled"}, {"format": "csv"}],
    "supervision:appointees": [{"q": "局长"}, {"who": "all"}, {"format": "csv"}],
    "supervision:resolutions": [{"q": "决议"}, {"kind": "decision", "state": "draft"}, {"format": "csv"}],
    "supervision:decisions": [{"q": "决议"}, {"kind": "appointment"}],
}
