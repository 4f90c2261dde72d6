"""The labelled pairs: which papers ask for the same thing, were edited, or carry a passage of an earlier one."""

import tomllib
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path

HERE = Path(__file__).parent


@dataclass(frozen=True)
class Pair:
    """An earlier and a later paper as (title, body). `kind` is titles, edited or copied, `label` same or not."""

    kind: str
    half: str
    label: str
    early: tuple[str, str]
    late: tuple[str, str]


def labelled() -> list[Pair]:
    """All pairs, in the order in which they were written."""
    return [*_titles(), *_texts()]


def _families(name: str) -> list[dict]:
    return tomllib.loads((HERE / f"{name}.toml").read_text(encoding="utf-8"))["family"]


def _titles() -> Iterator[Pair]:
    for family in _families("titles"):
        for label in ("same", "related", "different"):
            for title in family[label]:
                yield Pair("titles", family["half"], label, (family["base"], ""), (title, ""))


def _texts() -> Iterator[Pair]:
    families = _families("texts")
    for family in families:
        half, early = family["half"], ("", family["base"])
        halves = [other for other in families if other["half"] == half]
        next_one = halves[(halves.index(family) + 1) % len(halves)]
        copied = [text.replace("{passage}", family["passage"]) for text in family["copied"]]
        for kind, same in (("edited", family["edited"]), ("copied", copied)):
            for label, texts in (("same", same), ("related", family["related"]), ("different", [next_one["base"]])):
                for text in texts:
                    yield Pair(kind, half, label, early, ("", text))
