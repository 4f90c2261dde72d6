"""The words by which matters are known that a district starts with; it edits them as rows."""

import tomllib
from pathlib import Path

from deputies.reference.adding import add
from liaison_stations.models import MatterWord


def seeds() -> dict[str, str]:
    """Name of each matter → its words, separated by blanks."""
    lines = tomllib.loads(Path(__file__).with_name("matters.toml").read_text(encoding="utf-8"))["matters"]
    return dict(line.split(maxsplit=1) for line in lines.splitlines() if line)


def load() -> None:
    """Adds the matters of which there is no row yet."""
    add(MatterWord, "name", ({"name": name, "words": words} for name, words in seeds().items()))
