"""Marking a law examination: letters against a key, points for what is wholly right. Pure."""

from collections.abc import Iterable
from typing import NamedTuple

LETTERS = "ABCDEFGH"
SINGLE, JUDGE = "single", "judge"


class Line(NamedTuple):
    """One question: the right letters, the given ones, what it is worth."""

    key: str
    answer: str
    points: int


def letters(given: Iterable[str]) -> str:
    """Letters in their order, each once: what is compared and kept."""
    return "".join(sorted({letter for letter in given if letter in LETTERS}))


def marked(lines: Iterable[Line]) -> int:
    """Points altogether; an answer with one letter too few or too many counts nothing."""
    return sum(line.points for line in lines if letters(line.answer) == letters(line.key) != "")


def key_fault(kind: str, options: int, key: str) -> str:
    """What is wrong with a question's key, or nothing."""
    known = LETTERS[:options]
    if options < 2:
        return "请至少写两个选项，每行一个。"
    if kind == JUDGE and options != 2:
        return "判断题只写“正确”“错误”两个选项。"
    if not key or letters(key) != key or any(letter not in known for letter in key):
        return f"答案应当是{known[0]}至{known[-1]}中的字母，按顺序写。"
    if kind in (SINGLE, JUDGE) and len(key) != 1:
        return "这种题型只有一个答案。"
    if kind not in (SINGLE, JUDGE) and len(key) < 2:
        return "多选题至少有两个答案。"
    return ""
