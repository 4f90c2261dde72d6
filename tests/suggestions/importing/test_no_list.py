"""Before there is a roster, and files that are no list at all."""

import pytest

from suggestions.importing import HeaderUnclear, UnreadableFile, import_suggestions
from suggestions.models import Suggestion
from tests.suggestions.importing.workbooks import AT, import_register, mended, take

pytestmark = pytest.mark.django_db


def test_without_a_roster_every_row_says_what_comes_first():
    report = take()
    assert len(report.refused) == 95
    assert "第五届还没有代表名册：请先导入代表名册" in report.notes[0]
    assert "请先导入代表名册" in report.rows[0].messages[0].text


@pytest.mark.parametrize(
    ("content", "sentence"),
    [
        (b"", "空的"),
        (b"PK\x03\x04 nonsense", "损坏"),
        (b"\x89PNG\x00\x00 picture", "不是电子表格文件"),
        ("甲,乙\n1,2\n".encode(), "没有找到表头"),
        ("建议编号,案由\n1,二\n".encode(), "表头里没有“领衔代表”，请补上后再导入"),
        ("建议编号,案由,领衔代表\n".encode(), "没有建议"),
        (b"<html><table></table></html>", "网页"),
    ],
)
def test_what_is_no_list_is_told_in_a_sentence(content, sentence):
    with pytest.raises(UnreadableFile, match=sentence):
        import_suggestions(content, "台账.csv", by=None, at=AT)
    assert not Suggestion.objects.exists()


def test_a_needed_column_that_is_unclear_is_asked_about():
    with pytest.raises(HeaderUnclear, match=r"D列“领衔着”：请指明哪一列是领衔代表") as unclear:
        take(mended(D2="领衔着"))
    assert unclear.value.doubts[0].guess == "lead"
    import_register()
    assert take(mended(D2="领衔着"), chosen={"领衔着": "lead"}).written
