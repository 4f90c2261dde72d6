"""Walks docs/demonstration.md: each row names a way by the words on the pages, and words to be read at its end."""

import re
from collections.abc import Iterator
from dataclasses import dataclass
from html import unescape
from pathlib import Path
from urllib.parse import urljoin

from django.test import Client

from deputies.models import Meeting
from foundation.accounts.models import User
from suggestions.models import Suggestion

PAGE = Path(__file__).resolve().parents[2] / "docs" / "demonstration.md"
_HEAD = re.compile(r"^## .*?(?:`(\w+)`）|（不登录）)$")
_NUMBER = re.compile(r"^(上一年)?((?:闭会)?第\d+号)$")
_LINK = re.compile(r'<a\b[^>]*\bhref="([^"]+)"[^>]*>(.*?)</a>', re.DOTALL)
_TAG = re.compile(r"<[^>]+>")


@dataclass(frozen=True)
class Row:
    """One line of a table: whose (empty: nobody's), the way to go, the words that stand there."""

    username: str
    way: tuple[str, ...]
    words: tuple[str, ...]

    def __str__(self) -> str:
        return f"{self.username or '公众'}: {' → '.join(self.way)}"


def rows() -> Iterator[Row]:
    """Every line of every table, in the order of the page."""
    username = ""
    for line in PAGE.read_text().splitlines():
        if found := _HEAD.match(line):
            username = found[1] or ""
        elif line.startswith("| ") and not line.startswith("| 打开"):
            way, text = (part.strip() for part in line.strip("| ").split(" | "))
            yield Row(username, tuple(way.split(" → ")), tuple(re.findall("“([^”]+)”", text)))


def walk(row: Row) -> list[str]:
    """What of `row.words` does not stand on the last page. AssertionError where the way ends early."""
    client = Client()
    if row.username:
        client.force_login(User.objects.get(username=row.username))
    here = client.get("/desk/" if row.username else "/", follow=True)
    for step in row.way:
        if step not in ("工作台", "首页"):
            address = _address(step, here.text, row.username)
            here = client.get(urljoin(here.request["PATH_INFO"], address), follow=True)
        assert here.status_code == 200, f"{row}: {step} answers {here.status_code}"
    text = _words(here.text)
    return [word for word in row.words if word not in text]


def _address(step: str, page: str, username: str) -> str:
    if found := _NUMBER.match(step):
        return _paper(found[2], bool(found[1]), username).get_absolute_url()
    wanted = step.replace("〔本年〕", f"{_year()}年").replace("〔上一年〕", f"{_year() - 1}年")
    links = {_words(words).strip(): unescape(address) for address, words in _LINK.findall(page)}
    found = [address for words, address in links.items() if wanted == words] or [
        address for words, address in links.items() if wanted in words
    ]
    assert found, f"no link {wanted}"
    return found[0]


def _paper(number: str, before: bool, username: str) -> Suggestion:
    year = _year() - before
    mine = Suggestion.objects.visible_to(User.objects.get(username=username))
    return mine.get(number_text=number, meeting__opens_on__year=year)


def _year() -> int:
    return Meeting.objects.sessions().latest("opens_on").opens_on.year


def _words(page: str) -> str:
    return unescape(_TAG.sub("", page))
