"""Points of junk: each sign alone, and an ordinary letter without any."""

from types import SimpleNamespace

import pytest

from liaison_stations.reference.letters import SIGNS
from liaison_stations.spam import Facts, score

COLUMNS = ("name", "sort", "words", "threshold", "points")
ROWS = [SimpleNamespace(**dict(zip(COLUMNS, row, strict=True))) for row in SIGNS]


@pytest.mark.parametrize(
    ("facts", "names"),
    [
        (Facts("村口三盏路灯坏了半个月，夜里走路不安全，电话0564-1234567。"), []),
        (Facts("谢谢！谢谢！谢谢！路灯修好了，哈哈哈哈"), []),
        (Facts("见 https://a.top 和 www.b.cn"), ["多个网址"]),
        (Facts("见 https://a.top"), []),
        (Facts("专业代开发票，加微信详谈"), ["推销用语"]),
        (Facts("路灯" + "啊" * 12), ["大段重复字符"]),
        (Facts("顶贴顶贴顶贴顶贴顶贴"), ["大段重复字符"]),
        (Facts("hello"), ["没有中文"]),
        (Facts("路灯", is_repeat=True), ["与近期来信内容相同"]),
        (Facts("路灯", sent_before=5), ["同一网络地址短时间来信多"]),
        (Facts("路灯", sent_before=4), []),
    ],
)
def test_each_sign_says_why(facts, names):
    assert score(facts, ROWS)[1] == names


def test_points_add_up_to_a_hundred_at_most():
    junk = Facts("加微信加微信贷款 http://a.cn http://b.cn" + "x" * 20, is_repeat=True, sent_before=9)
    points, names = score(junk, ROWS)
    assert (points, len(names)) == (100, 5)
    assert score(Facts("路灯坏了"), ROWS) == (0, [])
