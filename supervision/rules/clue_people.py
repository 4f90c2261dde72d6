"""Whom a clue names, so that nobody reads a clue about himself. Pure.

Each line of the persons begins with a name; post and house behind it are free words and are not compared. Whoever has
the same name is kept out, and one who is somebody else is let in by the words （同名） behind the name.
"""

import re
from typing import Any

_PARTS = str.maketrans("，,：:（(", "\t\t\t\t\t\t")
_SEVERAL = re.compile("[、/;；]")
_NAMESAKE = re.compile("[（(]同名")


def head(line: str) -> str:
    """The name a line begins with."""
    return line.translate(_PARTS).split("\t")[0].strip()


def plain(name: str) -> str:
    """A name without the blanks people put between its signs."""
    return "".join(name.split())


def people_named(persons: str) -> set[str]:
    """The names, without blanks; "罗 平" is one name, of "罗平 委员" the first word too."""
    found: set[str] = set()
    for line in persons.splitlines():
        if _NAMESAKE.search(line):
            continue
        for part in _SEVERAL.split(head(line)):
            found |= {plain(part), *part.split()[:1]}
    return found - {""}


def names(persons: str, user: Any) -> bool:
    """Whether one of them may be this person."""
    return plain(user.name) in people_named(persons)
