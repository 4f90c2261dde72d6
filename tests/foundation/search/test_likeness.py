"""How alike two papers are. The labelled set is measured by benchmarks/lookalikes.py; here stand the rules of it."""

from foundation.search.likeness import titles
from foundation.search.likeness.compare import Limits, Paper, compare
from foundation.search.likeness.keys import PIECE, WINDOW, keys_of, passage_keys, text_keys, title_keys
from foundation.search.likeness.letters import letters_of
from foundation.search.likeness.passages import passages

BUS = "关于在柳河路增设公交站点的建议"
TEXT = "柳河路西段居民最远要走一公里半才能坐上车，遇到雨雪天气老人和学生十分不便。请在中段增设一处站点。"


def likeness(one: str, other: str) -> float:
    return titles.likeness(titles.title_of(one), titles.title_of(other))


def test_letters_know_where_they_stood():
    letters = letters_of("（一）ＡＢ，㎡。")

    assert letters.text == "一abm2"
    assert letters.original(1, 3) == (3, 5)
    assert letters.original(3, 5) == (6, 7)


def test_the_same_wish_in_other_words_is_recognised():
    assert likeness(BUS, "建议柳河路沿线新增公交停靠站") > 0.9
    assert likeness(BUS, BUS) == 1


def test_another_place_and_another_matter_are_not_the_same():
    assert likeness(BUS, "关于在青枫路增设公交站点的建议") < 0.6
    assert likeness(BUS, "关于在柳河路增设过街天桥的建议") < 0.6
    assert likeness("关于优化3路公交线路的建议", "关于优化5路公交线路的建议") < 0.6
    assert likeness("关于农村生活垃圾分类的建议", "关于城区生活垃圾分类的建议") < 0.6


def test_a_title_without_a_place_is_less_like_one_with_a_place():
    assert likeness("关于增设公交站点的建议", BUS) < likeness("关于增设公交站点的建议", "关于新增公交站的建议")


def test_signs_alone_are_like_nothing():
    assert likeness("……", "！！！") == 0
    assert compare(Paper("", ""), Paper("", ""), Limits()).strength(Limits()) == 0


def test_a_copied_passage_is_found_inside_a_longer_text_and_cut_at_the_right_places():
    copied = TEXT[6:36]
    longer = f"城区公共交通与新城建设不同步。{copied}建议编制新一轮线网规划。"

    (found,) = passages(letters_of(longer), letters_of(TEXT), 20)

    (piece,) = found.pieces
    start, end = letters_of(longer).original(piece.start, piece.start + piece.length)
    assert longer[start:end] == copied.rstrip("，")
    assert found.length == len(letters_of(copied))


def test_a_touched_up_passage_stays_one_passage():
    touched = TEXT.replace("坐上车", "乘上公交车").replace("十分不便", "很不方便")

    (found,) = passages(letters_of(TEXT), letters_of(touched), 20)

    assert len(letters_of(TEXT)) - 12 < found.length < len(letters_of(TEXT))


def test_phrases_everybody_uses_are_no_passage():
    one = letters_of("近年来我区经济社会快速发展，人民群众反映强烈，要求尽快解决停车难问题。")
    other = letters_of("人民群众反映强烈的是菜市场环境，要求尽快解决下水道堵塞。")

    assert passages(one, other, 24) == []


def test_papers_that_are_alike_share_keys_of_the_sort_that_says_why():
    edited = TEXT.replace("十分不便", "很不方便")
    taken = TEXT[8 : 8 + PIECE + WINDOW]
    inside = f"近几年城区框架拉大，公交没有跟上。{taken}末班车六点半就收车，职工只能打车回家。"

    assert set(title_keys(BUS)) & set(title_keys("建议柳河路沿线新增公交停靠站"))
    assert set(text_keys(letters_of(TEXT).text)) & set(text_keys(letters_of(edited).text))
    assert set(passage_keys(letters_of(TEXT).text)) & set(passage_keys(letters_of(inside).text))
    assert not set(keys_of(BUS, TEXT)) & set(keys_of("关于提高村干部报酬的建议", "村干部报酬多年没有调整，" * 5))


def test_keys_fit_the_column_and_stay_the_same():
    keys = keys_of(BUS, TEXT)

    assert all(-(2**31) <= key < 2**31 for key in keys)
    assert keys == keys_of(f" {BUS}\n", TEXT.replace("，", ", "))


def test_very_short_texts_have_no_keys_of_their_own():
    assert text_keys("太短") == passage_keys("太短") == []
