"""A delivered reply letter, opened with LibreOffice: an official letter by GB/T 9704-2012."""

import pytest

from foundation.files import storage
from foundation.files.store import files_of
from suggestions.models import Letter
from tests.rendering import opened_with_libreoffice, pages

pytestmark = pytest.mark.django_db

LONG = "人民路沿线居民出行不便的情况属实，我局会同有关单位现场察看，" * 40


def kept(letter: Letter, ending: str) -> bytes:
    stored = files_of(letter).get(name__endswith=ending)
    return storage.path_of(stored.sha256).read_bytes()


@pytest.fixture
def letter(road) -> Letter:
    road.replied(points=[{"point": "增设站点", "answer": LONG}, {"point": "调整班次", "answer": LONG}])
    return Letter.objects.get()


@pytest.mark.parametrize("ending", ["docx", "pdf"])
def test_margins_lines_and_characters(letter, ending, tmp_path):
    content = kept(letter, ending)
    seen = pages(opened_with_libreoffice(content, tmp_path) if ending == "docx" else content, tmp_path)
    full = [line for line in seen[1].lines if len(line.text) > 20]

    assert {(round(page.width), round(page.height)) for page in seen} == {(210, 297)}
    assert len(full) == 22
    # Marks stand closer at the end of a line or leave room where one may not begin the next.
    assert 28 <= max(len(line.text) for line in full) <= 29
    assert min(len(line.text) for line in full[1:-1]) >= 26
    assert seen[1].pitch() == pytest.approx(28.95, abs=0.2)
    assert min(line.left for line in full) == pytest.approx(28, abs=0.5)
    # A mark at the end of a line reaches over the edge by its empty half.
    assert max(line.right for line in full) == pytest.approx(184, abs=0.8 if ending == "docx" else 3)


@pytest.mark.parametrize("ending", ["docx", "pdf"])
def test_what_a_deputy_reads(letter, ending, tmp_path):
    content = kept(letter, ending)
    seen = pages(opened_with_libreoffice(content, tmp_path) if ending == "docx" else content, tmp_path)
    text = "".join(line.text for page in seen for line in page.lines)

    for words in ("示交函〔2026〕12号", "A类", "建议的答复", "林晓梅代表：", "一、关于“增设站点”", "2026年3月2日"):
        assert words in text
    assert text.index("示交函") < text.index("A类") < text.index("建议的答复") < text.index("林晓梅代表")
    assert text.index("2026年3月2日") < text.index("联系人：冯磊") < text.index("抄送：")
