import pytest

from foundation.accounts.pinyin import person_key, title_key


@pytest.mark.parametrize(
    ("name", "begins"),
    [
        ("单雄信", "shan xiong xin"),
        ("解晓东", "xie xiao dong"),
        ("仇和", "qiu he"),
        ("曾国强", "zeng guo qiang"),
        ("区伟", "ou wei"),
        ("查良镛", "zha liang yong"),
        ("朴志英", "piao zhi ying"),
        ("长孙无忌", "zhang sun wu ji"),
        ("单于明", "chan yu ming"),
        ("张 三", "zhang san"),
    ],
)
def test_family_names_are_read_as_family_names(name, begins):
    assert person_key(name).startswith(begins)


def test_the_key_orders_as_an_official_list_does():
    names = ["郑强", "安宁", "曾庆", "单明", "解放", "赵立新", "仇英"]
    assert sorted(names, key=person_key) == ["安宁", "仇英", "单明", "解放", "曾庆", "赵立新", "郑强"]


def test_an_organisation_is_read_as_running_text():
    assert title_key("区银行监管局").startswith("qu yin hang")
