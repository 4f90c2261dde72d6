"""What the addresses of experts and contact points answer to whom; see `routes`."""

from typing import Any

from tests.walk import table
from tests.walk.people import DEPUTIES, LEADERS, OFFICE
from tests.walk.table import OPEN, About, Page, RowStep

HOUSE = OFFICE | LEADERS | {"fang", "cai"}
# lin's group works on the matter; these belong to it.
GROUP = frozenset({"lin", "deng", "head", "convener", "tao"})
MATTERS_DOOR = HOUSE | DEPUTIES | {"tao"}
SEES = HOUSE | GROUP
LEADS = OFFICE | {"fang"}
POINTS_DOOR = HOUSE | {"wei"}
ADVICE: dict[str, Any] = {
    "supervision:experts": Page(HOUSE),
    "supervision:engage-expert": Page(OFFICE, post=422),
    "supervision:expert": About(table.named(("expert", HOUSE)), door=HOUSE),
    "supervision:end-expert": RowStep("expert", OFFICE, HOUSE),
    "supervision:expert-matters": Page(MATTERS_DOOR),
    "supervision:open-expert-matters": Page(MATTERS_DOOR),
    "supervision:ask-experts": Page(OFFICE | {"fang", "cai"}, post=422),
    "supervision:expert-matter": About(table.named(("expert-matter", SEES)), door=MATTERS_DOOR),
    "supervision:say-in-matter": RowStep("expert-matter", GROUP, SEES),
    "supervision:close-expert-matter": RowStep("expert-matter", LEADS, SEES),
    "supervision:enter-advice": RowStep("advice", LEADS, SEES),
    "supervision:weigh-advice": RowStep("advice", LEADS, SEES),
    "supervision:contact-points": Page(POINTS_DOOR),
    "supervision:found-contact-point": Page(OFFICE, post=422),
    "supervision:end-contact-point": RowStep("contact-point", OFFICE, POINTS_DOOR),
    "supervision:law-drafts": Page(POINTS_DOOR),
    "supervision:open-law-drafts": Page(POINTS_DOOR),
    "supervision:put-out-draft": Page(OFFICE, post=422),
    "supervision:law-draft": About(
        table.named(("law-draft", POINTS_DOOR), ("law-draft-sent", POINTS_DOOR)), door=POINTS_DOOR
    ),
    "supervision:enter-draft-opinion": RowStep("law-draft", OFFICE | {"wei"}, POINTS_DOOR),
    "supervision:send-draft": RowStep("law-draft", OFFICE, POINTS_DOOR),
    "supervision:close-draft": RowStep("law-draft-sent", OFFICE, POINTS_DOOR),
    "supervision:weigh-draft-opinion": RowStep("draft-opinion", OFFICE, POINTS_DOOR),
    "supervision:publish-contact-point": RowStep("contact-point", OFFICE, POINTS_DOOR),
    "supervision:unpublish-contact-point": RowStep("contact-point-public", OFFICE, POINTS_DOOR),
    "supervision:publish-law-draft": RowStep("law-draft", OFFICE, POINTS_DOOR),
    "supervision:unpublish-law-draft": RowStep("law-draft-public", OFFICE, POINTS_DOOR),
    "supervision:public-contact-points": Page(OPEN),
    "supervision:public-law-drafts": Page(OPEN),
    "supervision:public-law-draft": About(
        table.named(("law-draft", frozenset()), ("law-draft-sent", frozenset()), ("law-draft-public", OPEN)),
        anonymous=404,
    ),
}
ADVICE_LISTS = {
    "supervision:experts": [{"q": "法学院"}, {"format": "csv"}],
    "supervision:expert-matters": [{"state": "open"}, {"format": "csv"}],
    "supervision:contact-points": [{"format": "csv"}],
    "supervision:law-drafts": [{"q": "草案"}, {"format": "csv"}],
}
