"""What the addresses of the register answer to whom; see `routes`."""

from typing import Any

from tests.walk.people import DEPUTIES, LEADERS, OFFICE
from tests.walk.table import KEEPERS, OPEN, READERS, About, Page

REGISTER: dict[str, Any] = {
    "deputies:list": Page(READERS),
    "deputies:delegations": Page(READERS),
    "deputies:import": Page(KEEPERS, post=422),
    "deputies:import_check": Page(KEEPERS, get=302, post=302, args=("no-such-token",)),
    "deputies:detail": About(lambda world: [((world.register.lin.deputy.pk,), READERS)], unseen=403, post_shut=403),
    "deputies:open_account": About(
        lambda world: [((world.register.lin.deputy.pk,), KEEPERS)], get=409, post=409, unseen=403
    ),
    "deputies:enrol": Page(KEEPERS, post=422),
    "deputies:amend": About(lambda world: [((world.register.lin.deputy.pk,), KEEPERS)], post=422, unseen=403),
    "deputies:enrol_again": About(lambda world: [((world.register.lin.deputy.pk,), KEEPERS)], post=422, unseen=403),
    "deputies:amend_seat": About(lambda world: [((world.register.lin.pk,), KEEPERS)], post=422, unseen=403),
    "deputies:terms": Page(KEEPERS),
    "deputies:prepare-term": Page(KEEPERS, post=422),
    "deputies:carry-out-term": About(
        lambda world: [((world.register.term.pk,), KEEPERS)], get=409, post=409, unseen=403
    ),
    "deputies:remove_seat": About(lambda world: [((world.register.lin.pk,), KEEPERS)], post=422, unseen=403),
    "deputies:structure": Page(OFFICE | LEADERS | {"fang", "cai"}),
    "deputies:showcase": Page(OPEN),
    "deputies:public-delegation": About(lambda world: [((world.register.qingshi.pk,), OPEN)], anonymous=404),
    "d:page": About(lambda world: [((world.rows["public-page"].code,), OPEN)], anonymous=404),
    "d:poster": About(lambda world: [((world.rows["public-page"].code,), OPEN)], anonymous=404),
    "deputies:pages": Page(KEEPERS),
    "deputies:publish-pages": Page(KEEPERS, post=422),
    "deputies:my-page": Page(DEPUTIES | {"tao"}, shut=404, post_shut=405),
    "deputies:publish-page": About(lambda world: [((world.register.deng.deputy.pk,), KEEPERS)], unseen=403, post=302),
    "deputies:hide-page": About(lambda world: [((world.register.lin.deputy.pk,), KEEPERS)], unseen=403, post=422),
    "deputies:consent": About(
        lambda world: [((world.register.lin.deputy.pk,), KEEPERS | {"lin"})], unseen=403, post=422
    ),
    "deputies:suspend": About(lambda world: [((world.register.lin.pk,), KEEPERS)], post=422, unseen=403),
    "deputies:restore": About(lambda world: [((world.register.lin.pk,), KEEPERS)], get=409, post=409, unseen=403),
    "deputies:end": About(lambda world: [((world.register.lin.pk,), KEEPERS)], post=422, unseen=403),
}
