import pytest

from suggestions.hints import hints

FULL = {
    "title": "关于增设人民路公交站点的建议",
    "facts": "人民路沿线三个小区约五千名居民出行不便，最近的公交站在一公里以外。",
    "grounds": "居民多次反映。",
    "proposals": "在人民路与青年路交叉口增设一处公交站点，并设候车亭。",
}


def test_a_full_paper_needs_no_hint():
    assert hints(FULL) == []


def test_each_missing_part_is_named_in_the_order_of_the_form():
    found = hints({})

    assert [(hint.field, hint.missing) for hint in found] == [
        ("title", True),
        ("facts", True),
        ("grounds", False),
        ("proposals", True),
    ]


@pytest.mark.parametrize(
    ("field", "text", "words"),
    [
        ("title", "修路", "再具体一些"),
        ("title", "人民路公交站点太少", "关于……的建议"),
        ("title", "关于增设公交站点以及关于修缮路灯的建议", "不止一件事"),
        ("facts", "路不好走。", "案由可以再充实"),
        ("facts", FULL["facts"] + "另外反映菜市场环境差。", "不止一件事"),
        ("proposals", "修。", "具体建议可以再具体"),
        ("proposals", "\n".join(f"{n}、落实第{n}项。" for n in range(1, 11)), "不止一件事"),
        ("grounds", "联系人王某，电话13800138000。", "手机号码"),
        ("facts", FULL["facts"] + "身份证11010119900307123X。", "证件号码"),
    ],
)
def test_what_could_be_better_is_said_once(field, text, words):
    found = [hint for hint in hints({**FULL, field: text}) if words in hint.text]

    assert len(found) == 1
    assert not found[0].missing


def test_several_places_of_one_matter_are_one_matter():
    assert hints({**FULL, "title": "关于在人民路、青年路增设公交站点的建议"}) == []
