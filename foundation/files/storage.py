"""The private store: contents under their SHA-256 in MEDIA_ROOT, which no address leads to."""

import hashlib
import os
import tempfile
from collections.abc import Callable, Iterator
from pathlib import Path
from typing import BinaryIO

from django.conf import settings

_CHUNK = 1024 * 1024
_DRAFT = "incoming-"
_HASH = "[0-9a-f]" * 64


def path_of(sha256: str) -> Path:
    """Where the content with this hash lies."""
    return Path(settings.MEDIA_ROOT) / sha256[:2] / sha256


def keep(content: BinaryIO, claim: Callable[[str], None]) -> tuple[str, int]:
    """Writes `content` whole or not at all; answers (sha256, size). The same content is kept once.

    `claim` is called with the hash before the content appears under it.
    """
    content.seek(0)
    root = Path(settings.MEDIA_ROOT)
    root.mkdir(parents=True, exist_ok=True, mode=0o700)
    handle, draft = tempfile.mkstemp(dir=root, prefix=_DRAFT)
    try:
        with os.fdopen(handle, "wb") as out:
            sha256, size = _copy(content, out)
        claim(sha256)
        _move(Path(draft), path_of(sha256))
    finally:
        Path(draft).unlink(missing_ok=True)
    return sha256, size


def forget(sha256: str) -> None:
    """Deletes a content; nothing happens when it is gone already."""
    path_of(sha256).unlink(missing_ok=True)


def contents() -> Iterator[Path]:
    """Every content in the store."""
    return Path(settings.MEDIA_ROOT).glob(f"[0-9a-f][0-9a-f]/{_HASH}")


def drafts() -> Iterator[Path]:
    """What is being written now, and what a killed process left half written."""
    return Path(settings.MEDIA_ROOT).glob(f"{_DRAFT}*")


def _copy(content: BinaryIO, out: BinaryIO) -> tuple[str, int]:
    digest, size = hashlib.sha256(), 0
    while chunk := content.read(_CHUNK):
        digest.update(chunk)
        size += len(chunk)
        out.write(chunk)
    out.flush()
    os.fsync(out.fileno())
    return digest.hexdigest(), size


def _move(draft: Path, place: Path) -> None:
    place.parent.mkdir(exist_ok=True, mode=0o700)
    # The name is the hash of the content: whatever lies there already is the same.
    os.replace(draft, place)
