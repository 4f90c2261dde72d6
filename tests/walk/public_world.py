"""lin's public page in the world of the walk."""

from datetime import datetime

from deputies.transitions.public_page import page_of, publish_page
from tests.walk.cases import World


def tell(world: World, at: datetime) -> None:
    """Signed off by the office; deng's is not."""
    page = page_of(world.register.lin.deputy)
    world.rows["public-page"] = publish_page(page, by=world.cast.he, at=at)
