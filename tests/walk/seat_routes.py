"""What the addresses of recalls and by-elections answer to whom; see `routes`."""

from typing import Any

from tests.walk import table
from tests.walk.people import ANONYMOUS, DEPUTIES, LEADERS, OFFICE, SIGNED_IN
from tests.walk.table import About, Page, RowStep

HOUSE = OFFICE | LEADERS | {"fang", "cai"}
# Clerks, secretary, chair, vice-chair: members of the committee hear of a recall when it is announced.
CLOSE = OFFICE | {"zhao", "qian"}
RECALLS_DOOR = HOUSE | DEPUTIES | {"tao"}
# About zhou; the one that was only received is not known to him.
TOLD = CLOSE | {"zhou"}
ELECTIONS_DOOR = HOUSE | {"wei"}
OPEN = SIGNED_IN | {ANONYMOUS}


def recall(row: str, actors: frozenset[str] = OFFICE, seen: frozenset[str] = CLOSE) -> RowStep:
    return RowStep(row, actors, seen)


def election(row: str) -> RowStep:
    return RowStep(row, OFFICE, ELECTIONS_DOOR)


SEATS: dict[str, Any] = {
    "supervision:recalls": Page(RECALLS_DOOR),
    "supervision:open-recalls": Page(RECALLS_DOOR),
    "supervision:recalls-to-defend": Page(DEPUTIES | {"tao"}),
    "supervision:receive-recall": Page(OFFICE, post=422),
    "supervision:recall": About(
        table.named(
            ("recall", CLOSE),
            ("recall-accepted", TOLD),
            ("recall-printed", CLOSE | {"head"}),
            ("recall-announced", HOUSE),
        ),
        door=RECALLS_DOOR,
    ),
    "supervision:accept-recall": recall("recall"),
    "supervision:decline-recall": recall("recall"),
    "supervision:defend-recall": recall("recall-accepted", OFFICE | {"zhou"}, TOLD),
    "supervision:circulate-recall": recall("recall-accepted", OFFICE, TOLD),
    "supervision:count-recall": recall("recall-printed", OFFICE, CLOSE | {"head"}),
    "supervision:void-recall-vote": recall("recall-printed", OFFICE, CLOSE | {"head"}),
    "supervision:stop-recall": recall("recall-accepted", OFFICE, TOLD),
    "supervision:review-recall": recall("recall-passed"),
    "supervision:announce-recall": recall("recall-reviewed"),
    "supervision:by-elections": Page(ELECTIONS_DOOR),
    "supervision:open-by-elections": Page(ELECTIONS_DOOR),
    "supervision:vacancies": Page(ELECTIONS_DOOR),
    "supervision:call-by-election": Page(OFFICE, post=422),
    "supervision:by-election": About(
        table.named(("by-election", ELECTIONS_DOOR), ("by-election-announced", ELECTIONS_DOOR)), door=ELECTIONS_DOOR
    ),
    "supervision:put-forward": election("by-election"),
    "supervision:drop-candidate": election("seat-candidate"),
    "supervision:publish-candidates": election("by-election"),
    "supervision:count-by-election": election("by-election-listed"),
    "supervision:void-by-election-vote": election("by-election-listed"),
    "supervision:settle-by-election": election("by-election-listed"),
    "supervision:review-by-election": election("by-election-elected"),
    "supervision:announce-by-election": election("by-election-reviewed"),
    "supervision:cancel-by-election": election("by-election"),
    "supervision:seat-changes": Page(OPEN),
    "supervision:public-by-election": About(table.named(("by-election-announced", OPEN)), anonymous=404),
    "supervision:public-recall": About(table.named(("recall-announced", OPEN)), anonymous=404),
}
SEAT_LISTS = {
    "supervision:recalls": [{"state": "accepted"}, {"format": "csv"}],
    "supervision:by-elections": [{"state": "listed"}, {"format": "csv"}],
}
