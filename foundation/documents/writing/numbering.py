"""Numbers of headings (GB/T 9704-2012, 7.3.3): 一、 （一） 1. — and of attachments."""

from collections.abc import Iterable
from dataclasses import replace

from foundation.documents.writing.tree import Block, Heading

DIGITS = "零一二三四五六七八九"


def chinese(number: int) -> str:
    """1 to 99 as 一 … 九十九. Raises ValueError beyond."""
    if not 1 <= number <= 99:
        raise ValueError("Only 1 to 99 can be written as a heading's number.")
    tens, ones = divmod(number, 10)
    if not tens:
        return DIGITS[ones]
    return f"{DIGITS[tens] if tens > 1 else ''}十{DIGITS[ones] if ones else ''}"


def numbered(blocks: Iterable[Block]) -> list[Block]:
    """The blocks with every heading numbered inside the one above it."""
    counts = [0, 0, 0]
    found: list[Block] = []
    for block in blocks:
        if isinstance(block, Heading):
            counts[block.level - 1] += 1
            counts[block.level :] = [0] * (3 - block.level)
            block = replace(block, text=_prefix(block.level, counts[block.level - 1]) + block.text)
        found.append(block)
    return found


def attachment_lines(names: Iterable[str]) -> list[str]:
    """附件说明: one name stands by itself, several are numbered 1. 2. 3."""
    rows = list(names)
    return rows if len(rows) < 2 else [f"{number}.{name}" for number, name in enumerate(rows, start=1)]


def _prefix(level: int, number: int) -> str:
    return (f"{chinese(number)}、", f"（{chinese(number)}）", f"{number}.")[level - 1]
