import pytest
from django.db import connection
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from foundation.search.text import normalise, query_for
from foundation.web.pagination import Way, paginate


def found(papers, text: str) -> list[str]:
    return [paper.title for paper in papers.objects.search(text)]


@pytest.mark.parametrize(
    ("query", "hits"),
    [
        ("停车", ["关于老旧小区停车难的建议", "关于学校门口停车的建议"]),
        ("停车难", ["关于老旧小区停车难的建议"]),
        ("老旧小区", ["关于老旧小区停车难的建议"]),
        ("难", ["关于老旧小区停车难的建议"]),
        ("车", ["关于老旧小区停车难的建议", "关于学校门口停车的建议"]),
        ("议", ["关于老旧小区停车难的建议", "关于学校门口停车的建议"]),
        ("学校 停车", ["关于学校门口停车的建议"]),
        ("停车　学校", ["关于学校门口停车的建议"]),
        ("ｂ１２路", ["B12路公交延伸"]),
        ("b12", ["B12路公交延伸"]),
        ("车停", []),
        ("小区学校", []),
        ("不存在", []),
    ],
)
def test_any_piece_of_the_text_is_found(papers, query, hits):
    model = papers("B12路公交延伸", "关于学校门口停车的建议", "关于老旧小区停车难的建议")
    assert found(model, query) == hits


def test_pairs_that_occur_apart_do_not_count_as_neighbours(papers):
    model = papers("代表大会与人大", "人大代表")
    assert found(model, "人大代表") == ["人大代表"]


@pytest.mark.parametrize("query", ["%", "_", "\\", "'", "' | 'x", "&", "<->", ":*"])
def test_signs_are_no_wildcards(papers, query):
    assert found(papers("完成率50%", "百分之五十"), query) == []


def test_signs_beside_letters_are_taken_at_their_word(papers):
    model = papers("完成率50%", "完成率50", "a_b", "axb")
    assert found(model, "50%") == ["完成率50%"]
    assert found(model, "a_b") == ["a_b"]


def test_blank_finds_all_and_newest_come_first(papers):
    model = papers("停车一", "停车二", "停车三")
    assert model.objects.search("  ").count() == 3
    assert found(model, "停车") == ["停车三", "停车二", "停车一"]


def test_the_stored_text_follows_the_source(papers):
    model = papers("停车难")
    paper = model.objects.get()
    paper.title = "公交站"
    paper.save(update_fields=["title"])
    assert (found(model, "停车"), found(model, "公交")) == ([], ["公交站"])


def test_saving_something_else_leaves_the_stored_text_alone(papers, django_assert_num_queries):
    paper = papers("停车难").objects.get()
    paper.is_public = False
    with django_assert_num_queries(1) as queries:
        paper.save(update_fields=["is_public"])
    assert "search_text" not in queries.captured_queries[0]["sql"]


def test_bulk_created_rows_are_found_after_refresh(papers):
    model = papers()
    rows = [model(title=f"停车{n}") for n in range(3)]
    assert all(row.refresh_search() for row in rows)
    model.objects.bulk_create(rows)
    assert len(found(model, "停车")) == 3


def test_filters_and_search_combine(papers):
    model = papers("停车一", "停车二")
    model.objects.filter(title="停车一").update(is_public=False)
    assert [paper.title for paper in model.objects.filter(is_public=True).search("停车")] == ["停车二"]


@settings(suppress_health_check=[HealthCheck.function_scoped_fixture], max_examples=60, deadline=None)
@given(text=st.text(alphabet="人大代表建议ab1２，。 ％_'\\", min_size=1, max_size=12), data=st.data())
def test_every_piece_of_a_title_finds_it_and_nothing_finds_what_it_does_not_contain(papers_table, text, data):
    papers_table.objects.all().delete()
    paper = papers_table.objects.create(title=text)
    start = data.draw(st.integers(0, len(text) - 1))
    piece = text[start : data.draw(st.integers(start + 1, len(text)))]
    other = data.draw(st.text(alphabet="人大代表ab1％_", min_size=1, max_size=4))
    for query in (piece, other):
        asked = [word for word in normalise(query).split() if any(sign.isalnum() for sign in word)]
        if asked:
            expected = all(word in normalise(text) for word in asked)
            assert papers_table.objects.search(query).filter(pk=paper.pk).exists() == expected, query


@pytest.fixture
def papers_table(papers):
    return papers()


def test_the_index_answers(papers):
    model = papers(*(f"第{n}号" for n in range(50)))
    with connection.cursor() as cursor:
        cursor.execute("SET LOCAL enable_seqscan = off")
    plan = model.objects.filter(search_vector__has_terms=query_for("停车")).explain()
    assert "search_paper_find" in plan


def test_what_is_found_is_known_until_narrowed_or_sorted(papers, monkeypatch):
    monkeypatch.setattr("foundation.search.querysets.FEW", 2)
    model = papers("公交一", "停车一", "公交二", "停车二", "停车三")
    few = model.objects.search("公交")
    assert [paper.title for paper in few] == ["公交二", "公交一"]
    assert few.newest == few.select_related().only("title").newest == [paper.pk for paper in few]
    for other in (few.filter(title="公交一"), few.exclude(title="公交一"), few.order_by("title")):
        assert other.newest is None
    many = model.objects.search("停车")
    assert (many.more_than, many.select_related().more_than, many.order_by("title").more_than) == (2, 2, 2)
    assert [paper.title for paper in many] == ["停车三", "停车二", "停车一"]
    assert (many.filter(title="停车一").more_than, many.exclude(title="停车一").more_than) == (0, 0)
    assert (few.more_than, many.newest) == (0, None)


def test_many_are_believed_to_be_many_for_a_while(papers, monkeypatch, django_assert_num_queries):
    monkeypatch.setattr("foundation.search.querysets.FEW", 2)
    model = papers("公交一", "停车一", "公交二", "停车二", "停车三")
    with django_assert_num_queries(1):
        model.objects.search("停车")
    with django_assert_num_queries(0):
        assert model.objects.search("停车").more_than == 2
    with django_assert_num_queries(1):
        assert model.objects.exclude(title="停车三").search("停车").newest, "other rows are asked about anew"
    with django_assert_num_queries(2):
        assert [model.objects.search("公交").newest for _ in range(2)], "a few may become more at any moment"


@pytest.mark.parametrize("few", [1, 1000])
def test_one_page_of_hits_is_the_same_either_way(papers, monkeypatch, few):
    monkeypatch.setattr("foundation.search.querysets.FEW", few)
    model = papers(*(f"停车{n}" for n in range(5)))
    page = paginate(model.objects.search("停车"), 2, 2, Way(cap=few))
    assert [paper.title for paper in page] == ["停车2", "停车1"]
    assert page.has_next
    assert page.count_text == ("1+" if few == 1 else "5")
