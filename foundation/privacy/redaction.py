"""What may be done to a text before everybody reads it: words are covered, none is added, none vanishes unseen."""

import re

# What stands in place of covered words: any number of asterisks, or 【略】.
MARK = re.compile(r"(?:\*+|＊+|【略】)+")
RULE = "只能遮盖文字：把不宜公开的字改成*号或者【略】，其余文字保持原样，不能改写、增加或者悄悄删去。"


def is_redaction(original: str, copy: str) -> bool:
    """Whether `copy` is `original` with some stretches replaced by marks and nothing else changed."""
    original, kept = plain_lines(original), MARK.split(plain_lines(copy))
    if len(kept) == 1:
        return kept[0] == original
    first, *middle, last = kept
    if not original.startswith(first) or not original.endswith(last):
        return False
    place, end = len(first), len(original) - len(last)
    for piece in middle:
        found = original.find(piece, place, end)
        if found < 0:
            return False
        place = found + len(piece)
    return place <= end


def plain_lines(text: str) -> str:
    """With the line ends of a file: browsers send those of another system, and nobody typed the blanks at the ends."""
    return text.replace("\r\n", "\n").replace("\r", "\n").strip()


def covered(original: str, copy: str) -> bool:
    """Whether words are covered in the copy that stand open in the original."""
    return plain_lines(original) != plain_lines(copy)
