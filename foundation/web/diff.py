"""Two versions of a text side by side in one: what was kept, taken out, put in."""

from dataclasses import dataclass
from difflib import SequenceMatcher


@dataclass(frozen=True)
class Part:
    """A run of characters; `kind` is "same", "gone" or "new"."""

    kind: str
    text: str


def compare(old: str, new: str) -> list[Part]:
    """The parts that lead from `old` to `new`, character by character, as Chinese has no words to split at.

    Joining "same" and "gone" gives `old`; joining "same" and "new" gives `new`.
    """
    parts: list[Part] = []
    for kind, a, b, c, d in SequenceMatcher(None, old, new, autojunk=False).get_opcodes():
        if kind == "equal":
            parts.append(Part("same", old[a:b]))
            continue
        parts += [Part("gone", old[a:b])] * (a < b) + [Part("new", new[c:d])] * (c < d)
    return parts
