import pytest
from hypothesis import given
from hypothesis import strategies as st

from foundation.search.text import bigrams, normalise, query_for, words


@pytest.mark.parametrize(
    ("raw", "plain"),
    [
        ("ＡＢＣ１２３", "abc123"),
        ("  关于　加快\n建设  ", "关于 加快 建设"),
        ("（第１号）", "(第1号)"),
        ("", ""),
    ],
)
def test_normalised(raw, plain):
    assert normalise(raw) == plain


def test_each_pair_once_and_the_last_letter_of_each_run():
    assert bigrams("人大人大代表").split() == ["人大", "大人", "大代", "代表", "表"]
    assert bigrams("路，桥").split() == ["路", "桥"]
    assert bigrams("第2号_A4").split() == ["第2", "2号", "号", "a4", "4"]


def test_signs_alone_are_no_query():
    assert words("％ _ “”") == []
    assert query_for("% _") is None
    assert query_for("") is None


def test_long_queries_are_cut():
    assert len(words(" ".join("字" * 3 for _ in range(40)))) == 8
    assert len("".join(words("长" * 5000))) == 100


@given(st.text(max_size=60), st.text(max_size=5))
def test_no_input_makes_a_query_that_could_break_out(text, more):
    query = query_for(text + "'" + more)
    if query is not None:
        terms = query.get_source_expressions()[0].value.split(" & ")
        assert all(term.rstrip(":*")[1:-1].isalnum() for term in terms)
