import pytest

from foundation.privacy.redaction import covered, is_redaction

TEXT = "请联系王某某，电话13800000001。\n他住在人民路3号。"


@pytest.mark.parametrize(
    "copy",
    [
        TEXT,
        TEXT.replace("\n", "\r\n") + "\n",
        "请联系***，电话138****0001。\n他住在人民路3号。",
        "请联系【略】，电话【略】。\n他住在【略】。",
        "【略】",
        "请联系＊＊＊，【略】",
        "【略】他住在人民路3号。",
    ],
)
def test_words_may_be_covered(copy):
    assert is_redaction(TEXT, copy)


@pytest.mark.parametrize(
    "copy",
    [
        "",
        "请联系，电话13800000001。\n他住在人民路3号。",
        "请联系李某某，电话13800000001。\n他住在人民路3号。",
        f"{TEXT}谢谢。",
        "请联系***，电话***。\n她住在人民路3号。",
        "【略】他住在人民路3号",
        "他住在【略】请联系",
        "请联系【略】请联系【略】",
    ],
)
def test_nothing_is_rewritten_added_or_dropped_unseen(copy):
    assert not is_redaction(TEXT, copy)


def test_one_stretch_is_not_used_twice():
    assert not is_redaction("甲乙", "甲乙*乙")
    assert is_redaction("甲乙乙", "甲乙*乙")


def test_covered_says_whether_anything_is_hidden():
    assert covered(TEXT, "【略】")
    assert not covered(TEXT, TEXT.replace("\n", "\r\n"))
