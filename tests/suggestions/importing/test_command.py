"""manage.py import_suggestions: JSON for programs, sentences for people, a non-zero exit on refusals."""

import json

import pytest
from django.core.management import call_command
from django.core.management.base import CommandError

from suggestions.models import Suggestion
from tests.suggestions.importing.workbooks import LIST, SHEET, mended


def run(*arguments: object) -> None:
    call_command("import_suggestions", *map(str, arguments))


def test_the_answer_for_programs(registered, capsys):
    run(LIST, "--json", "--dry-run")
    answer = json.loads(capsys.readouterr().out)
    assert set(answer) == {"written", "rows", "created"}
    assert answer["written"] is False
    assert answer["rows"][0] == {"sheet": SHEET, "row": 3, "outcome": "new", "messages": []}
    assert len(answer["rows"]) == 95
    assert answer["created"]["session"] == ["区五届人大五次会议"]
    assert not Suggestion.objects.exists()


def test_it_writes_a_good_file_and_says_so(registered, capsys):
    run(LIST)
    assert "新增95行，变更0行，无变化0行，有误0行。已写入。" in capsys.readouterr().out
    assert Suggestion.objects.count() == 95


def test_a_bad_row_is_named_and_the_exit_is_not_zero(registered, capsys, tmp_path):
    path = tmp_path / "台账.xlsx"
    path.write_bytes(mended(M5="E"))
    with pytest.raises(CommandError, match="有1行需要改正，未写入任何数据"):
        run(path)
    assert "工作表“交办汇总”第5行“办理结果”：“E”不是办理结果分类" in capsys.readouterr().out
    with pytest.raises(CommandError):
        run(path, "--json")
    (row,) = [row for row in json.loads(capsys.readouterr().out)["rows"] if row["outcome"] == "refused"]
    assert row["messages"][0]["level"] == "error"


def test_term_and_session_are_taken_from_the_command(registered, capsys):
    run(LIST, "--term", 5, "--session", 4, "--dry-run", "--json")
    assert json.loads(capsys.readouterr().out)["created"]["session"] == ["区五届人大四次会议"]


@pytest.mark.django_db
@pytest.mark.parametrize(
    ("arguments", "sentence"),
    [
        (["/nowhere/台账.xlsx"], "找不到文件"),
        ([LIST, "--session", "0"], "会次应为 1 至 99 的数字"),
        ([LIST, "--column", "甲=乙"], "应写成“表头=栏目”"),
        ([__file__], "没有找到表头"),
    ],
)
def test_nonsense_is_refused_with_a_sentence(arguments, sentence):
    with pytest.raises(CommandError, match=sentence):
        run(*arguments)
