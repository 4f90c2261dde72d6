"""What keeps the whole suite short: which module runs when, and how often Python looks for garbage.

Whole modules are dealt out (`--dist loadscope`), so that what one prepares for all of its tests is prepared once; the
dearest come first, so that the processes of a run end together.
"""

import gc
from pathlib import Path

import pytest

# Modules of about a minute and more; what is not named here follows in the usual order.
DEAREST = (
    *("test_the_walk.py", "test_year.py", "test_runner.py"),
    *("test_the_road.py", "test_the_unhappy_road.py", "test_other_roads.py", "test_yearly.py"),
)


@pytest.hookimpl(trylast=True)
def pytest_collection_modifyitems(items: list[pytest.Item]) -> None:
    """First the modules that leave the tables alone, then those that empty them; the dear ones before the others."""
    emptying = {item.path for item in items if _empties_the_tables(item)}
    items.sort(key=lambda item: (item.path in emptying, _place(item.path)))


def pytest_collection_finish() -> None:
    """Code, models and templates stay to the end: looking through them for garbage took an eighth of the time."""
    gc.collect()
    gc.freeze()
    gc.set_threshold(20_000, 20, 50)


def _place(path: Path) -> int:
    return DEAREST.index(path.name) if path.name in DEAREST else len(DEAREST)


def _empties_the_tables(item: pytest.Item) -> bool:
    """Whether the test commits for real, so that Django empties all tables after it."""
    marker = item.get_closest_marker("django_db")
    if marker and marker.kwargs.get("transaction"):
        return True
    return not {"transactional_db", "live_server"}.isdisjoint(getattr(item, "fixturenames", ()))
