"""Ten planted faults: ten messages that name sheet, row, column and the mend; and nothing is written."""

import json

import pytest
from django.core.management import call_command
from django.core.management.base import CommandError

from deputies.models import Congress, Delegation, Deputy
from tests.deputies.test_importing import as_workbook, mended, take

pytestmark = pytest.mark.django_db

# cell → (what is planted, column named in the message, words of the mend)
FAULTS = {
    "C6": ("先生", "性别", "请填“男”或“女”"),
    "E7": ("1967-13", "出生年月", "月份应在1至12之间"),
    "E8": ("2031.05", "出生年月", "晚于今天"),
    "K9": ("1000652963", "联系电话", "手机号应为11位"),
    "B10": (None, "姓名", "请填写姓名"),
    "K11": ("10011696105", "联系电话", "与第6行“谢新兰”相同"),
    "L12": ("代表资格待定", "备注", "请写明法定情形"),
    "E13": ("2015年4月", "出生年月", "未满18周岁"),
    "D14": ("火星族", "民族", "请填写如“汉族”"),
}


def planted() -> bytes:
    def plant(sheet):
        for cell, (value, *_) in FAULTS.items():
            sheet[cell] = value
        # The tenth: row 16 repeats the deputy of row 15.
        for column in range(2, 13):
            sheet.cell(16, column, sheet.cell(15, column).value)

    return mended(plant)


def test_ten_faults_are_ten_messages():
    report = take(planted())
    told = [(row.sheet, row.row, message.column) for row in report.refused for message in row.messages]
    wanted = [("代表名册", int(cell[1:]), column) for cell, (_, column, _) in FAULTS.items()]
    assert sorted(told) == sorted([*wanted, ("代表名册", 16, "姓名")])


def test_each_message_says_what_to_do():
    rows = {row.row: row.messages[0] for row in take(planted()).refused}
    for cell, (_, _, mend) in FAULTS.items():
        assert mend in rows[int(cell[1:])].text
    assert "重复的请删去一行" in rows[16].text
    assert {message.level for message in rows.values()} == {"error"}


def test_nothing_is_written():
    report = take(planted())
    assert not report.written
    assert report.created == {}
    assert not Deputy.objects.exists()
    assert not Congress.objects.exists()


def test_a_header_word_twice_refuses_the_file():
    report = take(mended(lambda sheet: sheet.__setitem__("J3", "联系电话")))
    faults = report.refused[0]
    assert (faults.sheet, faults.row, faults.messages[0].column) == ("代表名册", 3, "联系电话")
    assert "J列和K列重复" in faults.messages[0].text
    assert not report.written


def test_rows_without_a_delegation_say_where_to_put_it():
    report = take(mended(lambda sheet: sheet.unmerge_cells("A4:L4") or sheet.__setitem__("A4", None)))
    assert [row.row for row in report.refused] == list(range(5, 26))
    assert "在该团代表上方加一行团名" in report.refused[0].messages[0].text


def test_a_blank_in_a_delegation_column_is_a_fault():
    rows = [["姓名", "性别", "代表团"]]
    rows += [["甲一", "男", "石桥镇"], ["乙二", "女", "石桥镇"], ["丙三", "男", None], ["丁四", "女", "柳林镇"]]
    report = take(as_workbook(rows))
    assert [(row.row, row.messages[0].column) for row in report.refused] == [(4, "代表团")]


def test_a_delegation_written_once_holds_for_the_rows_below():
    rows = [["姓名", "性别", "代表团"]]
    rows += [["甲一", "男", "石桥镇"], ["乙二", "女", None], ["丙三", "男", None], ["丁四", "女", "柳林镇"]]
    assert take(as_workbook(rows)).written
    assert Delegation.objects.get(name="石桥镇").mandates.count() == 3


def test_a_telephone_of_another_deputy_is_refused():
    take()
    report = take(mended(lambda sheet: sheet.__setitem__("B5", "赵新来") or sheet.__setitem__("E5", "1980.05")))
    assert "已登记在“张洋杰”名下" in report.refused[0].messages[0].text


def test_the_command_prints_json_and_fails(tmp_path, capsys):
    path = tmp_path / "名册.xlsx"
    path.write_bytes(planted())
    with pytest.raises(CommandError, match="有10行需要改正，未写入任何数据"):
        call_command("import_roster", str(path), "--json")
    answer = json.loads(capsys.readouterr().out)
    assert answer["written"] is False
    assert len(answer["rows"]) == 147
    refused = [row for row in answer["rows"] if row["outcome"] == "refused"]
    assert {tuple(row) for row in refused} == {("sheet", "row", "outcome", "messages")}
    assert {tuple(message) for row in refused for message in row["messages"]} == {("column", "level", "text")}


def test_the_command_writes_a_good_file_and_says_so(capsys):
    from tests.deputies.test_importing import ROSTER

    call_command("import_roster", str(ROSTER), "--dry-run")
    assert "新增147行，变更0行，无变化0行，有误0行。未写入。" in capsys.readouterr().out
    call_command("import_roster", str(ROSTER), "--json")
    answer = json.loads(capsys.readouterr().out)
    assert answer["written"] is True
    assert set(answer["created"]) == {"term", "delegation", "constituency"}


@pytest.mark.parametrize(
    ("arguments", "sentence"),
    [
        (["缺.xlsx"], "找不到文件"),
        ([__file__], "没有找到表头"),
        ([__file__, "--term", "0"], "届次应为"),
        ([__file__, "--column", "人员"], "应写成"),
    ],
)
def test_the_command_refuses_nonsense_with_a_sentence(arguments, sentence):
    with pytest.raises(CommandError, match=sentence):
        call_command("import_roster", *arguments)


def test_the_command_takes_the_answer_about_a_header(tmp_path):
    path = tmp_path / "名册.xlsx"
    path.write_bytes(mended(lambda sheet: sheet.__setitem__("B3", "姓各")))
    with pytest.raises(CommandError, match=r"B列“姓各”.*请指明哪一列是姓名"):
        call_command("import_roster", str(path))
    call_command("import_roster", str(path), "--column", "姓各=姓名")
    assert Deputy.objects.count() == 147
