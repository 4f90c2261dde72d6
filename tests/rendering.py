"""Documents as a reader sees them: Word files opened by LibreOffice, pages measured by poppler (Debian packages)."""

import re
import shutil
import subprocess
from collections import Counter
from dataclasses import dataclass
from pathlib import Path

import pytest

MISSING = (
    "没有找到 {0}，公文版式测试不能运行。请管理员运行："
    "apt-get update && apt-get install -y --no-install-recommends libreoffice-writer-nogui poppler-utils"
)
WORD = re.compile(r'<word xMin="([\d.]+)" yMin="([\d.]+)" xMax="([\d.]+)" yMax="([\d.]+)">(.*?)</word>')
PAGE = re.compile(r'<page width="([\d.]+)" height="([\d.]+)">(.*?)</page>', re.S)
MM = 72 / 25.4


@dataclass(frozen=True)
class Line:
    """One line of a page; edges in millimetres from the upper left corner of the paper."""

    text: str
    left: float
    top: float
    right: float
    bottom: float

    @property
    def middle(self) -> float:
        return (self.top + self.bottom) / 2


@dataclass(frozen=True)
class Page:
    """A page with its size in millimetres and its lines from top to bottom."""

    width: float
    height: float
    lines: tuple[Line, ...]

    def containing(self, text: str) -> Line:
        return next(line for line in self.lines if text in line.text)

    def pitch(self) -> float:
        """The distance from line to line that occurs most, in points."""
        gaps = [
            round((low.middle - high.middle) * MM, 1) for high, low in zip(self.lines, self.lines[1:], strict=False)
        ]
        return Counter(gaps).most_common(1)[0][0]


def program(name: str) -> str:
    """Its path; the test fails with the administrator's line where it is not installed."""
    path = shutil.which(name)
    if not path:
        pytest.fail(MISSING.format(name), pytrace=False)
    return path


def opened_with_libreoffice(content: bytes, folder: Path) -> bytes:
    """The Word file `content` as LibreOffice prints it, as PDF."""
    (folder / "paper.docx").write_bytes(content)
    profile = f"-env:UserInstallation=file://{folder}/profile"
    arguments = ["--headless", "--convert-to", "pdf", "--outdir", str(folder), str(folder / "paper.docx")]
    subprocess.run([program("soffice"), profile, *arguments], check=True, capture_output=True, timeout=120)
    return (folder / "paper.pdf").read_bytes()


def pages(pdf: bytes, folder: Path) -> list[Page]:
    """What stands where on every page of a PDF."""
    (folder / "seen.pdf").write_bytes(pdf)
    command = [program("pdftotext"), "-bbox", str(folder / "seen.pdf"), "-"]
    told = subprocess.run(command, check=True, capture_output=True, text=True).stdout
    return [Page(float(wide) / MM, float(high) / MM, _lines(body)) for wide, high, body in PAGE.findall(told)]


def _lines(body: str) -> tuple[Line, ...]:
    """Words whose middles share a height are one line."""
    found: list[list[tuple[float, float, float, float, str]]] = []
    words = [(float(a), float(b), float(c), float(d), text) for a, b, c, d, text in WORD.findall(body)]
    for word in sorted(words, key=lambda row: (row[1] + row[3]) / 2):
        middle = (word[1] + word[3]) / 2
        if found and abs(middle - (found[-1][0][1] + found[-1][0][3]) / 2) < 4:
            found[-1].append(word)
        else:
            found.append([word])
    return tuple(_line(sorted(words)) for words in found)


def _line(words: list[tuple[float, float, float, float, str]]) -> Line:
    lefts, tops, rights, bottoms, texts = zip(*words, strict=True)
    return Line("".join(texts), min(lefts) / MM, min(tops) / MM, max(rights) / MM, max(bottoms) / MM)
