"""Single cells: names, numbers, classes, grades, remarks."""

import pytest

from foundation.documents.reading.faults import CellFault
from suggestions.importing import words
from suggestions.importing.names import Named, people, units
from suggestions.importing.notes import read_remark


@pytest.mark.parametrize(
    ("cell", "names"),
    [
        ("凤兰建，戚轩", ["凤兰建", "戚轩"]),
        ("奚艳超；任艳霞;潘子秀", ["奚艳超", "任艳霞", "潘子秀"]),
        ("范海静 许秀", ["范海静", "许秀"]),
        ("钱　兰 吴　玉", ["钱兰", "吴玉"]),
        ("花 艳 国", ["花艳国"]),
        ("欧阳 海", ["欧阳海"]),
        ("许秀\n郎子轩", ["许秀", "郎子轩"]),
        ("钱兰代表、戚轩（女）", ["钱兰", "戚轩"]),
        ("阿依古丽·买买提、李明", ["阿依古丽·买买提", "李明"]),
        ("戚轩、花艳国等9人", ["戚轩", "花艳国"]),
        ("无", []),
        (None, []),
    ],
)
def test_names_in_a_cell(cell, names):
    assert [named.name for named in people(cell)[0]] == names


def test_a_delegation_behind_a_name_tells_namesakes_apart():
    assert people("褚杰（石桥镇代表团）、褚杰 (河口镇)")[0] == [Named("褚杰", "石桥镇"), Named("褚杰", "河口镇")]


def test_the_announced_number_is_read():
    assert people("戚轩等9人")[1] == 9
    assert people("戚轩")[1] is None


def test_units_in_a_cell():
    assert units("区供电公司\n区生态环境分局，区教育局") == ["区供电公司", "区生态环境分局", "区教育局"]
    assert units("—") == []


@pytest.mark.parametrize(
    ("cell", "read"),
    [
        ("第001号", (1, False)),
        ("第3号", (3, False)),
        (4.0, (4, False)),
        ("０１２", (12, False)),
        ("第十二号", (12, False)),
        ("闭会第2号", (2, True)),
        ("闭003", (3, True)),
    ],
)
def test_numbers(cell, read):
    assert words.number(cell) == read


@pytest.mark.parametrize("cell", ["", "第0号", "甲", "2026-12", "第1、2号"])
def test_what_is_no_number(cell):
    with pytest.raises(CellFault, match="请"):
        words.number(cell)


@pytest.mark.parametrize(
    ("cell", "letter"),
    [("A", "A"), ("Ａ类", "A"), ("b类", "B"), ("甲", "A"), ("丙类（暂时无法解决）", "C"), ("", ""), ("办理中", "")],
)
def test_classes(cell, letter):
    assert words.result_class(cell) == letter


def test_grades():
    assert [words.grade(cell) for cell in ("满意", "基本满意", "不满意", "未反馈", "")] == [
        "satisfied",
        "basically",
        "dissatisfied",
        "",
        "",
    ]


def test_yes_and_no():
    assert [words.mark(cell) for cell in ("√", "是", "否", "", None)] == [True, True, False, None, None]
    with pytest.raises(CellFault, match="请填“是”或“否”"):
        words.mark("也许")


def test_remarks():
    remark = read_remark(
        "重点督办；议案转建议（原议案第3号）；不满意原因：问题尚未解决，路面仍未修；涉及面广；与第9号相近"
    )
    assert (remark.is_key, remark.converted, remark.motion_number) == (True, True, 3)
    assert remark.reason == "问题尚未解决，路面仍未修"
    assert remark.difficult
    assert remark.rest == "涉及面广；与第9号相近"


@pytest.mark.parametrize("note", ["并入第27号", "不予立案", "已改派"])
def test_a_remark_about_the_state_is_pointed_out(note):
    assert "没有改变办理状态" in read_remark(note).doubt


@pytest.mark.parametrize("note", ["撤回", "代表撤回", "已撤回"])
def test_withdrawn(note):
    assert read_remark(note).withdrawn
