"""Files of the world: some inside a case, one the public may open."""

from typing import Any

from foundation.files.store import files_of, store_upload
from suggestions.states import CheckPoint
from suggestions.transitions.publish import renew_copy
from tests.suggestions.views.scans import scan


def attach(family: Any) -> None:
    """An attachment of a paper that only office and proposers may open, and one of a published one."""
    world, road = family.world, family.road
    for key, case in (("file", "a-submitted"), ("public-file", "a-published")):
        owner, name = world.cases[case].paper, f"附件{world.cases[case].word}.png"
        facts = {"owner": owner, "kind": "attachment", "by": world.cast.lin, "at": road.at()}
        world.rows[key] = store_upload(scan(name), **facts)
    published = renew_copy(
        world.cases["a-published"].paper,
        by=world.cast.he,
        at=road.at(),
        secrecy_note="经审查可以公开。",
        checked=CheckPoint.values,
        pictures=[str(world.rows["public-file"].pk)],
    )
    world.cases["a-published"].paper.refresh_from_db()
    world.rows["public-file"] = files_of(published.public_copy).get()
    world.rows["scan"] = files_of(world.rows["paper-rating"]).get()
