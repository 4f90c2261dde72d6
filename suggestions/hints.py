"""What a draft still lacks, said gently while it is written. Pure; nothing here ever keeps a paper from being saved."""

import re
from collections.abc import Mapping
from dataclasses import dataclass

# Fewer letters than this say that a part was begun, not written.
TITLE, PART = 6, 20
MANY_PROPOSALS = 8
_FORM = re.compile(r"^关于.+的(建议|批评|意见|批评和意见|建议、批评和意见|议案)$")
_TWO_MATTERS = re.compile(r"；|;|以及关于|，关于|、关于")
_ANOTHER_MATTER = re.compile(r"(另外|此外|同时)?(再|还)(反映|提出?|说)?(一|另)(件|个)(事|问题)|顺便(反映|提)|另外反映")
_PHONE = re.compile(r"(?<!\d)1[3-9]\d{9}(?!\d)|(?<!\d)\d{17}[\dXx](?!\d)")


@dataclass(frozen=True)
class Hint:
    """One sentence beside the editor: `field` is what it is about, `missing` whether the part is empty."""

    field: str
    text: str
    missing: bool = False


def hints(wording: Mapping[str, str]) -> list[Hint]:
    """What could be better about title, facts, grounds and proposals, in the order of the form."""
    said = {name: (wording.get(name) or "").strip() for name in ("title", "facts", "grounds", "proposals")}
    found = [_title(said["title"]), _facts(said["facts"]), _grounds(said["grounds"]), _proposals(said["proposals"])]
    return [hint for hint in (*found, _one_matter(said), _private(said)) if hint]


def _title(title: str) -> Hint | None:
    if not title:
        return Hint("title", "标题还没有写：一般写成“关于……的建议”，点明在哪里、办什么事。", True)
    if len(title) < TITLE:
        return Hint("title", "标题可以再具体一些，点明在哪里、办什么事。")
    if not _FORM.match(title):
        return Hint("title", "标题一般写成“关于……的建议”。")
    return None


def _facts(facts: str) -> Hint | None:
    if not facts:
        return Hint("facts", "案由还没有写：在哪里、有什么问题、影响哪些人。", True)
    return Hint("facts", "案由可以再充实：写明地点、数量、时间，便于承办单位核实。") if len(facts) < PART else None


def _grounds(grounds: str) -> Hint | None:
    if grounds:
        return None
    return Hint("grounds", "案据可以写明为什么应当办、依据什么，有调研数据的写在这里。")


def _proposals(proposals: str) -> Hint | None:
    if not proposals:
        return Hint("proposals", "具体建议还没有写：希望谁做什么、做到什么程度，每条另起一行。", True)
    if len(proposals) < PART:
        return Hint("proposals", "具体建议可以再具体：希望谁做什么、何时做到什么程度。")
    return None


def _one_matter(said: Mapping[str, str]) -> Hint | None:
    """More than one matter in one paper (一事一议)? A guess, therefore a question."""
    lines = [line for line in said["proposals"].splitlines() if line.strip()]
    several = _TWO_MATTERS.search(said["title"]) or said["title"].count("关于") > 1
    other = _ANOTHER_MATTER.search(said["facts"]) or _ANOTHER_MATTER.search(said["proposals"])
    if several or other or len(lines) > MANY_PROPOSALS:
        return Hint("title", "是不是写了不止一件事？一事一议，分开提出，各由主管单位答复，办理更快。")
    return None


def _private(said: Mapping[str, str]) -> Hint | None:
    for name in ("facts", "grounds", "proposals"):
        if _PHONE.search(said[name]):
            return Hint(name, "文中好像有他人的手机号码或证件号码，建议删去，需要时在面商时提供。")
    return None
