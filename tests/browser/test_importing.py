"""The office takes over its lists in a browser: upload, look row by row, confirm."""

from pathlib import Path

import pytest

from deputies.models import Deputy
from suggestions.models import Suggestion
from tests.cast import Cast
from tests.suggestions.importing.workbooks import LIST, ROSTER, mended

pytestmark = pytest.mark.django_db(transaction=True)


@pytest.fixture
def office(cast: Cast, hand_of):
    return hand_of(cast.he)


def test_roster_and_list_are_taken_over(office, tmp_path: Path):
    office.page.goto(f"{office.address}/deputies/import/")
    office.looks().page.get_by_label("名册文件").set_input_files(ROSTER)
    office.presses("上传并核对").sees("全部可以导入").presses("确认导入 147 行").reads("代表名册已导入")
    faulty = tmp_path / LIST.name
    faulty.write_bytes(mended(M5="E", K6="2026年5月10日"))
    for path, words in ((faulty, "有需要改正的行，暂不能导入"), (LIST, "全部可以导入")):
        office.page.goto(f"{office.address}/suggestions/")
        office.follows("导入台账").page.get_by_label("台账文件").set_input_files(path)
        office.presses("上传并核对").sees(words)
    office.presses("确认导入 95 行").reads("建议台账已导入")
    assert (Deputy.objects.count(), Suggestion.objects.count()) == (147, 95)
    office.follows("关于加强东湖街道电动自行车充电设施建设的建议").sees("台账")
