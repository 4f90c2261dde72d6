"""The private store: contents under their SHA-256 in MEDIA_ROOT, which no address leads to."""

import hashlib
import os
import tempfile
from pathlib import Path
from typing import BinaryIO

from django.conf import settings

_CHUNK = 1024 * 1024


def path_of(sha256: str) -> Path:
    """Where the content with this hash lies."""
    return Path(settings.MEDIA_ROOT) / sha256[:2] / sha256


def keep(content: BinaryIO) -> tuple[str, int]:
    """Writes `content` whole or not at all; answers (sha256, size). The same content is kept once."""
    content.seek(0)
    root = Path(settings.MEDIA_ROOT)
    root.mkdir(parents=True, exist_ok=True, mode=0o700)
    handle, draft = tempfile.mkstemp(dir=root, prefix="incoming-")
    try:
        with os.fdopen(handle, "wb") as out:
            sha256, size = _copy(content, out)
        _move(Path(draft), path_of(sha256))
    finally:
        Path(draft).unlink(missing_ok=True)
    return sha256, size


def forget(sha256: str) -> None:
    """Deletes a content; nothing happens when it is gone already."""
    path_of(sha256).unlink(missing_ok=True)


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
