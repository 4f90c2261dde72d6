"""What the addresses of keeping in touch answer to whom; see `routes`."""

from typing import Any

from tests.walk import table
from tests.walk.people import DEPUTIES, LEADERS, OFFICE
from tests.walk.table import KEEPERS, READERS, About, Page, RowStep

HOUSE = OFFICE | LEADERS | {"fang", "cai"}
# What a deputy raised is no matter of the committees and of other members.
OF_VISIT = OFFICE | {"luo", "lin", "zhao", "qian"}
OF_MATTER = OFFICE | {"lin", "zhou", "deng", "zhao", "qian"}
CONTACTS: dict[str, Any] = {
    "deputies:contacts": Page(HOUSE | DEPUTIES | {"tao"}),
    "deputies:assign-contacts": Page(KEEPERS, post=422),
    "deputies:contact-coverage": Page(HOUSE),
    "deputies:contact": About(table.named(("member-contact", HOUSE | {"lin"})), unseen=404),
    "deputies:change-contact": RowStep("member-contact", KEEPERS, HOUSE | {"lin"}),
    "deputies:end-contact": RowStep("member-contact", KEEPERS, HOUSE | {"lin"}),
    "deputies:contact-visit": RowStep("member-contact", KEEPERS | {"luo"}, HOUSE | {"lin"}),
    "deputies:contact-outcome": RowStep("contact-visit", KEEPERS | {"luo"}, OF_VISIT),
    "deputies:voters": Page(DEPUTIES | {"tao"}),
    "deputies:keep-voter": Page(DEPUTIES | {"tao"}, post=422),
    "deputies:voter-visit": Page(DEPUTIES | {"tao"}, post=422),
    "deputies:voter-visits": Page(DEPUTIES | {"tao"}),
    "deputies:amend-voter": RowStep("voter", frozenset({"lin"}), frozenset()),
    "deputies:end-voter": RowStep("voter", frozenset({"lin"}), frozenset()),
    "deputies:take-back-voter-visit": RowStep("voter-visit", frozenset({"lin"}), frozenset()),
    "deputies:voter-coverage": Page(OFFICE | {"zhao", "qian"}),
    "deputies:voters-of": About(lambda world: [((world.register.lin.deputy.pk,), OFFICE)], unseen=403, post_shut=403),
    "deputies:circles": Page(READERS),
    "deputies:circle": About(lambda world: [((world.rows["circle"].pk,), READERS)], unseen=403, post_shut=403),
    "deputies:ask-circle": About(
        lambda world: [((world.rows["circle"].pk,), DEPUTIES | {"tao"})], post=422, unseen=403, post_shut=403
    ),
    "deputies:circle-matters": Page(READERS),
    "deputies:circle-matter": About(table.named(("circle-matter", OF_MATTER))),
    "deputies:answer-matter": RowStep("circle-matter", frozenset({"zhou", "deng"}), OF_MATTER),
    "deputies:close-matter": RowStep("circle-matter", frozenset({"lin"}), OF_MATTER),
    # Nobody has answered yet.
    "suggestions:draft-from-circle": RowStep("circle-matter", frozenset({"lin"}), OF_MATTER, empty=409, get=409),
    "deputies:receptions": Page(HOUSE | DEPUTIES | {"tao"}),
    "deputies:open-reception": Page(KEEPERS, post=422),
    "deputies:sign-up": About(
        lambda world: [((world.rows["free-reception"].pk,), DEPUTIES | {"tao"})], post=422, unseen=403, post_shut=403
    ),
    "deputies:confirm-sign-ups": About(
        lambda world: [((world.rows["reception"].pk,), OFFICE)], post=302, unseen=403, post_shut=403
    ),
    "deputies:answer-raised": RowStep("raised", OFFICE | {"luo"}, frozenset({"lin", "zhao", "qian"})),
    "deputies:raised-matters": Page(READERS),
    "deputies:raised": About(table.named(("raised", OFFICE | {"luo", "lin", "zhao", "qian"}))),
    "deputies:record-matter": RowStep(
        "township-activity", OFFICE | {"wei"}, HOUSE | {"wei", "lin", "head"}, get=409, empty=409
    ),
    "deputies:sit-in-turns": Page(HOUSE | DEPUTIES | {"tao"}),
    "deputies:sit-in-applications": Page(HOUSE | DEPUTIES | {"tao"}),
    "deputies:apply-sit-in": Page(DEPUTIES | {"tao"}, post=422),
    "deputies:withdraw-sit-in": RowStep("application", frozenset({"zhou"}), OFFICE | {"zhao", "qian"}, empty=302),
    "deputies:decline-sit-in": RowStep("application", OFFICE, frozenset({"zhou", "zhao", "qian"})),
    "deputies:plan-sit-in": Page(KEEPERS, post=422),
}
