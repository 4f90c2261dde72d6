"""One missing brace takes the rest of a stylesheet with it, and no browser says so."""

from pathlib import Path

import pytest

SHEETS = sorted(Path("static/css").glob("*.css"))


@pytest.mark.parametrize("sheet", SHEETS, ids=lambda sheet: sheet.name)
def test_a_stylesheet_closes_what_it_opens(sheet: Path) -> None:
    text = sheet.read_text()
    assert text.count("{") == text.count("}")
