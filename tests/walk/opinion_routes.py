"""What the addresses of deliberation opinions answer to whom; see `routes`."""

from typing import Any

from tests.walk import table
from tests.walk.people import DEPUTIES, OFFICE
from tests.walk.problem_routes import FOLLOW, HOUSE, LISTERS, UNIT
from tests.walk.table import OPEN, About, Page, RowStep, Taken

ALL = HOUSE | UNIT
# The deputies of both congresses read what is published.
NOTIFIED = DEPUTIES | {"tao"}
OPINIONS: dict[str, Any] = {
    "supervision:opinions": Page(LISTERS),
    "supervision:opinions-to-answer": Page(LISTERS),
    "supervision:opinions-to-steer": Page(LISTERS),
    "supervision:opinions-to-decide": Page(LISTERS),
    "supervision:draft-opinion": Page(OFFICE | {"fang", "cai"}, post=422),
    "supervision:opinion": About(
        table.named(("advice-draft", HOUSE), ("advice-handed", ALL), ("advice-public", ALL | NOTIFIED)), door=LISTERS
    ),
    "supervision:opinion-paper": Taken(
        lambda world: [((world.rows["advice-handed"].pk,), {200: ALL}), ((world.rows["advice-draft"].pk,), {})]
    ),
    "supervision:revise-opinion": RowStep("advice-draft", FOLLOW, HOUSE),
    "supervision:adopt-opinion": RowStep("advice-draft", OFFICE, HOUSE),
    "supervision:hand-opinion": RowStep("advice-adopted", FOLLOW, HOUSE),
    "supervision:plan-opinion": RowStep("advice-handed", UNIT, ALL),
    "supervision:send-for-comment": RowStep("advice-handed", UNIT, ALL),
    "supervision:ask-opinion-delay": RowStep("advice-handed", UNIT, ALL),
    "supervision:comment-opinion": RowStep("advice-commenting", FOLLOW, ALL),
    "supervision:report-opinion": RowStep("advice-writing", UNIT, ALL),
    "supervision:ballot-opinion": RowStep("advice-reported", FOLLOW, ALL),
    "supervision:pass-opinion": RowStep("advice-reported", FOLLOW, ALL),
    "supervision:fail-opinion": RowStep("advice-reported", FOLLOW, ALL),
    "supervision:publish-opinion": RowStep("advice-handed", OFFICE, ALL, empty=302),
    "supervision:unpublish-opinion": RowStep("advice-public", OFFICE, ALL | NOTIFIED),
    # Other committees open the form and are refused when they choose one that is not theirs.
    "supervision:list-problem": RowStep("advice-handed", FOLLOW | {"cai"}, ALL),
    "supervision:public-opinions": Page(OPEN),
    "supervision:public-opinion": About(table.named(("advice-public", OPEN)), anonymous=200),
}
OPINION_LISTS = {"supervision:opinions": [{"q": "交通"}, {"overdue": "on"}, {"state": "handed"}, {"format": "csv"}]}
