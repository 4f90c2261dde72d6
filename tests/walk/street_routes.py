"""What the addresses of street congresses and their opinions answer to whom; see `routes`."""

from typing import Any

from tests.walk import table
from tests.walk.people import DEPUTIES, LEADERS, OFFICE
from tests.walk.table import OPEN, About, Page, RowStep

HOUSE = OFFICE | LEADERS | {"fang", "cai"}
DOOR = HOUSE | DEPUTIES | {"tao", "wei"}
# zhou is a member; the office convenes where the street has no clerk.
SEES = HOUSE | {"zhou"}
BODY = frozenset({"feng", "chen"})
LISTERS = DOOR | BODY | {"wu", "zheng", "chu", "sun", "jiang"}
STREETS: dict[str, Any] = {
    "stations:streets": Page(DOOR),
    "stations:found-congress": Page(OFFICE, post=422),
    "stations:street-congress": About(table.named(("street-congress", SEES)), door=DOOR),
    "stations:add-street-member": RowStep("street-congress", OFFICE, SEES),
    "stations:end-street-member": RowStep("street-member", OFFICE, SEES),
    "stations:seat-presidium": RowStep("street-congress", OFFICE, SEES),
    "stations:plan-street-meeting": RowStep("street-congress", OFFICE, SEES),
    "stations:street-meeting": About(table.named(("street-meeting", SEES), ("street-meeting-held", SEES)), door=DOOR),
    "stations:add-street-matter": RowStep("street-meeting", OFFICE, SEES),
    "stations:hold-street-meeting": RowStep("street-meeting", OFFICE, SEES),
    "stations:cancel-street-meeting": RowStep("street-meeting", OFFICE, SEES),
    "stations:enter-street-vote": RowStep("street-matter", OFFICE, SEES),
    # he entered the figures.
    "stations:check-street-vote": RowStep("street-matter-entered", OFFICE - {"he"}, SEES),
    "stations:raise-opinion": RowStep("street-congress", OFFICE | {"zhou"}, SEES),
    "stations:council-opinions": Page(LISTERS),
    "stations:council-opinion": About(table.named(("opinion", SEES), ("opinion-handed", SEES | BODY)), door=LISTERS),
    "stations:hand-opinion": RowStep("opinion", OFFICE, SEES),
    "stations:explain-opinion": RowStep("opinion", OFFICE, SEES),
    "stations:recall-opinion": RowStep("opinion-handed", OFFICE, SEES | BODY),
    "stations:answer-opinion": RowStep("opinion-handed", BODY, SEES | BODY),
    "stations:return-opinion-answer": RowStep("opinion-answered", OFFICE, SEES | BODY),
    "stations:close-opinion": RowStep("opinion-answered", OFFICE, SEES | BODY),
    "stations:publish-congress": RowStep("street-congress-closed", OFFICE, HOUSE),
    "stations:unpublish-congress": RowStep("street-congress", OFFICE, SEES),
    "stations:publish-street-meeting": RowStep("street-meeting", OFFICE, SEES),
    "stations:unpublish-street-meeting": RowStep("street-meeting-held", OFFICE, SEES),
    "stations:publish-council-opinion": RowStep("opinion-public", OFFICE, SEES),
    "stations:unpublish-council-opinion": RowStep("opinion-public", OFFICE, SEES),
    "stations:public-streets": Page(OPEN),
    "stations:public-street": About(table.named(("street-congress", OPEN)), anonymous=200),
    "stations:public-council-opinions": Page(OPEN),
}
STREET_LISTS = {
    "stations:streets": [{"format": "csv"}],
    "stations:public-council-opinions": [{"q": "公开"}],
    "stations:council-opinions": [{"q": "噪声"}, {"state": "handed"}, {"format": "csv"}],
}
