"""Contents without a row, left behind by uploads that were rolled back: found, and taken away by a nightly job."""

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import datetime, timedelta
from pathlib import Path

from foundation.files import storage
from foundation.files.models import StoredFile
from foundation.files.store import forget_unowned

# Whoever uploads now has his row within seconds; a day is more than any form stays open.
GRACE = timedelta(days=1)
AT_ONCE = 500


@dataclass(frozen=True)
class Sweeping:
    """What was found: contents without a row, drafts of broken-off uploads, and how many bytes both hold."""

    contents: int = 0
    drafts: int = 0
    size: int = 0


def sweep(at: datetime, *, apply: bool) -> Sweeping:
    """Finds what is older than GRACE and belongs to nobody; with `apply` it goes. Younger files are never looked at."""
    border = (at - GRACE).timestamp()
    contents = drafts = size = 0
    for place in storage.drafts():
        if (bytes_there := _older(place, border)) is not None:
            drafts, size = drafts + 1, size + bytes_there
            if apply:
                place.unlink(missing_ok=True)
    for sha256, bytes_there in _unowned(border):
        if not apply or forget_unowned(sha256):
            contents, size = contents + 1, size + bytes_there
    return Sweeping(contents, drafts, size)


def _unowned(border: float) -> Iterator[tuple[str, int]]:
    """Hash and size of old contents that no row names; one query for each AT_ONCE files."""
    batch: dict[str, int] = {}
    for place in storage.contents():
        if (bytes_there := _older(place, border)) is not None:
            batch[place.name] = bytes_there
        if len(batch) == AT_ONCE:
            yield from _without_row(batch)
            batch = {}
    yield from _without_row(batch)


def _without_row(batch: dict[str, int]) -> list[tuple[str, int]]:
    owned = set(StoredFile.objects.filter(sha256__in=batch).values_list("sha256", flat=True))
    return [(sha256, size) for sha256, size in batch.items() if sha256 not in owned]


def _older(place: Path, border: float) -> int | None:
    """The size of a file last written before `border`; None for a younger one and for one that has just gone."""
    try:
        found = place.stat()
    except FileNotFoundError:
        return None
    return found.st_size if found.st_mtime < border else None
