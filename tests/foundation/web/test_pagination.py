"""Pages cut by the database: exact near the start, capped beyond, never a wrong row."""

import pytest

from foundation.accounts.models import Organisation
from foundation.web.pagination import COUNT_CAP, FURTHEST_ROW, Way, page_number, paginate


@pytest.fixture
def offices(db):
    Organisation.objects.bulk_create(
        Organisation(name=f"示范单位{number:03}", kind="handling_unit", pinyin_key=f"{number:03}")
        for number in range(45)
    )
    return Organisation.objects.filter(name__startswith="示范单位")


def numbers(page) -> list[str]:
    return [office.pinyin_key for office in page]


def test_every_row_stands_on_exactly_one_page(offices):
    pages = [paginate(offices, number, 20) for number in (1, 2, 3)]

    assert [key for page in pages for key in numbers(page)] == [f"{number:03}" for number in range(45)]
    assert [page.has_next for page in pages] == [True, True, False]
    assert [page.count_text for page in pages] == ["45", "45", "45"]
    assert (pages[2].first_row, pages[2].last_row, pages[2].last_number) == (41, 45, 3)


def test_beyond_the_end_is_the_last_page(offices):
    page = paginate(offices, 99, 20)

    assert (page.number, len(page)) == (3, 5)


def test_a_capped_count_says_so_and_still_leafs_on(offices):
    first, later = paginate(offices, 1, 10, Way(cap=30)), paginate(offices, 4, 10, Way(cap=30))

    assert (first.count_text, first.last_number, first.has_next) == ("30+", None, True)
    assert numbers(later) == [f"{number:03}" for number in range(30, 40)]
    assert later.has_next
    assert numbers(paginate(offices, 5, 10, Way(cap=30))) == [f"{number:03}" for number in range(40, 45)]


def test_the_end_is_found_behind_the_cap(offices):
    assert not paginate(offices, 5, 10, Way(cap=30)).has_next
    assert len(paginate(offices, 6, 10, Way(cap=30))) == 0


@pytest.mark.parametrize("rows", [1, 45])
def test_a_page_costs_two_queries_however_many_rows(offices, rows, django_assert_num_queries):
    wanted = offices.filter(pinyin_key__lt=f"{rows:03}")
    with django_assert_num_queries(2):
        paginate(wanted, 1, 20)


def test_a_long_list_is_counted_by_a_query_of_its_own(offices, django_assert_num_queries):
    with django_assert_num_queries(3):
        page = paginate(offices, 2, 5, Way(near=25))
    with django_assert_num_queries(4):
        last = paginate(offices, 99, 5, Way(near=25))

    assert (page.count_text, numbers(page)) == ("45", [f"{number:03}" for number in range(5, 10)])
    assert (last.number, numbers(last), last.has_next) == (9, [f"{number:03}" for number in range(40, 45)], False)


@pytest.mark.parametrize(
    ("rows", "number", "offered"),
    [(8, 1, [1, 2, 3, 4]), (10, 1, [1, 2, None, 5]), (10, 3, [1, 2, 3, 4, 5]), (18, 5, [1, None, 4, 5, 6, None, 9])],
)
def test_page_numbers_leave_out_what_is_longer_than_a_page(rows, number, offered):
    assert paginate(list(range(rows)), number, 2).numbers == offered


def test_a_list_short_by_nature_is_fetched_instead_of_counted(offices, django_assert_num_queries):
    with django_assert_num_queries(2):
        page = paginate(offices, 2, 5, Way(near=COUNT_CAP))
    with django_assert_num_queries(2):
        capped = paginate(offices, 2, 5, Way(near=20, cap=20))

    assert (page.count_text, numbers(page)) == ("45", [f"{number:03}" for number in range(5, 10)])
    assert (capped.count_text, numbers(capped), capped.has_next) == ("20+", numbers(page), True)


def test_the_rows_of_a_page_are_dressed_and_the_others_are_not_asked_again(offices, django_assert_num_queries):
    with django_assert_num_queries(2) as log:
        page = paginate(offices.filter(name__startswith="示范"), 2, 5, Way(lambda rows: rows.only("pinyin_key")))

    assert numbers(page) == [f"{number:03}" for number in range(5, 10)]
    assert "LIKE" in log[0]["sql"]
    assert "LIKE" not in log[1]["sql"]
    assert page.rows[0].get_deferred_fields()


def test_an_empty_list_is_one_empty_page(offices):
    page = paginate(offices.none(), 7, 20)

    assert (page.number, len(page), page.count_text, page.has_next) == (1, 0, "0", False)


def test_a_list_in_memory_is_cut_the_same_way():
    page = paginate(list(range(45)), 3, 20)

    assert (list(page), page.total, page.has_next) == ([40, 41, 42, 43, 44], 45, False)


@pytest.mark.parametrize(
    ("raw", "number"), [(None, 1), ("", 1), ("0", 1), ("3", 3), ("三", 1), ("²", 1), ("9999999", FURTHEST_ROW // 20)]
)
def test_a_page_number_is_forgiving(raw, number):
    assert page_number(raw, 20) == number


def test_the_offered_numbers_leave_gaps():
    page = paginate(list(range(400)), 9, 20)

    assert page.numbers == [1, None, 8, 9, 10, None, 20]


def test_what_a_search_knows_is_not_counted_again(offices, django_assert_num_queries):
    with django_assert_num_queries(2):
        page = paginate(_known(offices, more_than=30), 2, 10, Way(cap=30))
    assert (page.count_text, numbers(page)[0], page.has_next) == ("30+", "010", True)

    keys = list(offices.values_list("pk", flat=True))
    with django_assert_num_queries(1):
        last = paginate(_known(offices, newest=keys), 5, 10, Way(cap=50))
    assert (last.count_text, numbers(last)[0], len(last), last.has_next) == ("45", "040", 5, False)


def _known(rows, **facts):
    """Rows as a search answers them."""
    rows = rows.all()
    vars(rows).update(facts)
    return rows
