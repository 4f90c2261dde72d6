"""One stretch of a file, as a Range header asks for it (RFC 9110, 14.2)."""

import re
from collections.abc import Iterator
from typing import BinaryIO

_ONE = re.compile(r"^bytes=(\d{1,18})-(\d{0,18})$")
_CHUNK = 64 * 1024


def asked(header: str, size: int) -> tuple[int, int] | None:
    """First and last byte of the stretch; None where the whole file is to be sent (also for several stretches)."""
    found = _ONE.match(header.strip())
    if not found:
        return None
    first = int(found[1])
    last = min(int(found[2]), size - 1) if found[2] else size - 1
    return (first, last) if first <= last else None


def stretch(content: BinaryIO, first: int, last: int) -> Iterator[bytes]:
    """The bytes from `first` to `last`; closes the file."""
    with content:
        content.seek(first)
        left = last - first + 1
        while left > 0 and (chunk := content.read(min(_CHUNK, left))):
            left -= len(chunk)
            yield chunk
