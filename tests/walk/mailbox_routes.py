"""What the public mailbox answers to whom; see `routes`. Without number and code the way leads to the look-up."""

from typing import Any

from tests.walk.cases import World
from tests.walk.table import OPEN, About, Page


def by_number(*more: str) -> Any:
    """A page of the writer's own, asked for by everybody with nothing but the number."""
    return lambda world: [((world.rows["letter"].number, *more), OPEN)]


def photo(world: World) -> Any:
    return [((world.rows["letter"].number, "00000000-0000-0000-0000-000000000000"), OPEN)]


STRANGER = {"get": 302, "post": 302, "anonymous": 302}
MAILBOX: dict[str, Any] = {
    "letters:home": Page(OPEN),
    "letters:write": Page(OPEN, post=422),
    "letters:receipt": Page(OPEN, get=302),
    "letters:look-up": Page(OPEN, post=422),
    "letters:leave": Page(OPEN, get=405, post=302),
    "letters:photo": About(photo, **STRANGER),
    **{
        f"letters:{name}": About(by_number(), **STRANGER)
        for name in ("follow", "add", "rate", "reopen", "forget", "not-public", "erase", "data")
    },
}
